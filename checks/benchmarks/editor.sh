#!/bin/sh
# Measures what an editor's user waits for: editor.sh [EDITS] [JAVA-OPTION...], after `mvn -q -DskipTests package`.
# Starts `asynclint lsp` over a workspace of 1,300 files and types into some of them. Needs a JDK 17 and Maven.
set -e
here="$(cd "$(dirname "$0")" && pwd)"
edits="${1:-120}"
[ $# -gt 0 ] && shift
mvn -q -B -f "$here/subjects/pom.xml" -pl redisson package
exec java -cp "$here/target/classes" io.github.asynclint.benchmarks.editor.EditorRun "$here" "$edits" "$@"
