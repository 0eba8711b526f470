#!/usr/bin/env bash
# Does Emacs get along with the server? A batch Emacs opens a file of the web shop with Eglot, set up as the guide says.
#
# Usage: run.sh     after `mvn package`; Emacs 29 or later, or an older one with the package eglot
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../../../.." && pwd)
jar=$root/checks/cli/target/asynclint.jar

if [[ ! -f $jar ]]; then
  echo "emacs: $jar is missing: run 'mvn package' first" >&2
  exit 1
fi
has_eglot() {
  command -v emacs >/dev/null && emacs --batch --eval "(progn (package-initialize) (require 'eglot))" >/dev/null 2>&1
}
if ! has_eglot; then
  echo "emacs: Emacs with Eglot not found, installing the Debian packages"
  sudo=()
  [[ $(id -u) -eq 0 ]] || sudo=(sudo -n)
  install() {
    "${sudo[@]}" apt-get install -q -y --no-install-recommends "$@" >/dev/null 2>&1
  }
  # From Emacs 29 on Eglot is part of it.
  if ! { "${sudo[@]}" apt-get update -q >/dev/null 2>&1 && install emacs-nox && { has_eglot || { install elpa-eglot && has_eglot; }; }; }; then
    echo "emacs: could not be installed with apt-get; install Emacs 29, or an older one with the package eglot" >&2
    exit 1
  fi
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$root/test-fixtures/projects/webshop" "$work/webshop"
# Eglot takes the root of the version control for the project's.
git init -q "$work/webshop"
export HOME=$work ASYNCLINT_JAR=$jar ASYNCLINT_SHOP=$work/webshop ASYNCLINT_GUIDE=$root/docs/guides/editors.md
export ASYNCLINT_FILE=$work/webshop/storage/src/main/java/com/example/webshop/storage/ReceiptArchive.java
if ! timeout 120 emacs --batch -l "$here/session.el" >"$work/out" 2>"$work/err"; then
  cat "$work/out" "$work/err" >&2
  echo "emacs: failed" >&2
  exit 1
fi
cat "$work/out"
