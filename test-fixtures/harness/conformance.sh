#!/bin/sh
# Prints how a seat conforms to the marks of the fixtures: conformance.sh [seat|all] [rule package] [--all]
cd "$(dirname "$0")/../.." || exit 2
target=test-fixtures/harness/target
exports=""
for package in api code comp file main model parser processing tree util; do
  exports="$exports --add-exports=jdk.compiler/com.sun.tools.javac.$package=ALL-UNNAMED"
done
# shellcheck disable=SC2086
exec java $exports -Xshare:auto -XX:+UseSerialGC \
  -cp "$target/test-classes:$(cat $target/classpath.txt)" \
  io.github.asynclint.harness.pitfalls.Conformance "$@"
