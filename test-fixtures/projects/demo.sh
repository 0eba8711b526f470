#!/usr/bin/env bash
# Runs asynclint's three seats over the sample project and prints what each finds. Needs JDK 17 or later, Maven, and
# asynclint itself built and installed: mvn -q -DskipTests install
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
shop=$here/webshop
command=$root/checks/cli/target/asynclint.jar
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

heading() {
  printf '\n=== %s: %s findings ===\n\n' "$1" "$2"
}

if [[ ! -f $command ]]; then
  echo "demo.sh: $command is missing; build it first: mvn -q -DskipTests install" >&2
  exit 2
fi

# One build, two seats: Error Prone while compiling, SpotBugs at verify. Neither fails the build.
if ! (cd "$shop" && mvn -B -Dstyle.color=never -Pasynclint clean verify) > "$work/maven.log" 2>&1; then
  tail -n 40 "$work/maven.log" >&2
  echo "demo.sh: the sample project does not build" >&2
  exit 2
fi

# The compiler prints a finding as: [WARNING] /path/File.java:[line,column] [Rule] message, then lines about it. Maven
# repeats nothing of that; other checks of Error Prone print in the same way, so the rules are told by their names.
rules=$(java -jar "$command" rules | awk '$2 ~ /^[1-3](\/[1-3])?$/ { print $1 }' | paste -sd '|' -)
awk -v rules="$rules" -v shop="$shop/" '
  /^\[(INFO|WARNING|ERROR)\]/ { shown = 0 }
  /^\[(WARNING|ERROR)\] .*\.java:\[[0-9]+,[0-9]+\] / && $0 ~ ("\\[(" rules ")\\] ") {
    shown = 1
    sub(/^\[[A-Z]+\] /, "")
    if (index($0, shop) == 1) $0 = substr($0, length(shop) + 1)
  }
  shown && !/^ *\(see / { print }
' "$work/maven.log" > "$work/error-prone.txt"
heading "Error Prone, while compiling" "$(grep -cE "\.java:\[[0-9]+,[0-9]+\] " "$work/error-prone.txt" || true)"
cat "$work/error-prone.txt"

# SpotBugs writes one report for each module.
for report in "$shop"/*/target/spotbugsXml.xml; do
  tr -d '\n' < "$report" | sed 's/<BugInstance /\n&/g' | grep '^<BugInstance ' || true
done > "$work/bugs.xml"
awk '
  function attribute(text, name) {
    return match(text, "(^|[ <])" name "=[\"\47][^\"\47]*[\"\47]") \
        ? unquoted(substr(text, RSTART, RLENGTH)) : ""
  }
  function unquoted(text) { sub(/^[^"\47]*["\47]/, "", text); sub(/["\47]$/, "", text); return text }
  function plain(text) {
    gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text); gsub(/&quot;/, "\"", text); gsub(/&apos;/, "\47", text)
    gsub(/&amp;/, "\\&", text); return text
  }
  {
    type = attribute($0, "type")
    if (type !~ /^ASYNC_/) next
    message = match($0, /<LongMessage>[^<]*/) ? plain(substr($0, RSTART + 13, RLENGTH - 13)) : ""
    line = ""
    rest = $0
    gsub(/<(Class|Method|Field)( [^>]*)?>.*<\/(Class|Method|Field)>/, "", rest)
    if (match(rest, /<SourceLine [^>]*>/)) {
      place = substr(rest, RSTART, RLENGTH)
      line = attribute(place, "sourcepath") ":" attribute(place, "start")
    }
    print line ": [" type "] " message
  }
' "$work/bugs.xml" | sort > "$work/spotbugs.txt"
heading "SpotBugs, on bytecode" "$(wc -l < "$work/spotbugs.txt" | tr -d ' ')"
cat "$work/spotbugs.txt"

# The command reads the sources; exit code 1 says that there are findings.
status=0
java -jar "$command" check --format text --output "$work/command.txt" "$shop" || status=$?
if [[ $status -gt 1 ]]; then
  echo "demo.sh: the command failed with exit code $status" >&2
  exit 2
fi
heading "the command, on source" "$(grep -cE '^[^ ].*\.java:[0-9]+: ' "$work/command.txt" || true)"
cat "$work/command.txt"
