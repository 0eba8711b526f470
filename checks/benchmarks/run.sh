#!/bin/sh
# Measures the budgets side by side: run.sh [PAIRS] [WORD...], after `mvn -q -DskipTests install`.
# A word is the beginning of a comparison's name: error-prone, spotbugs, command, "error-prone vertx".
# Needs a JDK 17, Maven and bash. CPU time is measured, so other load on the machine matters little.
set -e
here="$(cd "$(dirname "$0")" && pwd)"
pairs="${1:-7}"
[ $# -gt 0 ] && shift
mvn -q -B -f "$here/subjects/pom.xml" package
exec java -cp "$here/target/classes" io.github.asynclint.benchmarks.SideBySide "$here" "$pairs" "$@"
