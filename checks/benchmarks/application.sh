#!/bin/sh
# Compares an editor's findings with the command's: application.sh FOLDER [FILES] [CLASSPATH] [JAVA-OPTION...], after `mvn -q -DskipTests package`.
# Opens that many files of the application in `asynclint lsp`, types into them, and prints times and memory. Exits with 1 if a file differs.
set -e
here="$(cd "$(dirname "$0")" && pwd)"
folder="${1:?the folder of an application}"
files="${2:-20}"
classpath="${3:-}"
shift
[ $# -gt 0 ] && shift
[ $# -gt 0 ] && shift
exec java -cp "$here/target/classes" io.github.asynclint.benchmarks.editor.ApplicationRun "$here" "$folder" "$files" "$classpath" "$@"
