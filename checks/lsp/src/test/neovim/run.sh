#!/usr/bin/env bash
# Does a real editor get along with the server? Headless Neovim opens files of the web shop with the command's jar as its server.
#
# Usage: run.sh [SEED]     after `mvn package`; the seed chooses the random edits (default 1)
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../../../.." && pwd)
jar=$root/checks/cli/target/asynclint.jar

if [[ ! -f $jar ]]; then
  echo "neovim: $jar is missing: run 'mvn package' first" >&2
  exit 1
fi
if ! command -v nvim >/dev/null; then
  echo "neovim: not found, installing the Debian package"
  sudo=()
  [[ $(id -u) -eq 0 ]] || sudo=(sudo -n)
  if ! { "${sudo[@]}" apt-get update -q && "${sudo[@]}" apt-get install -q -y --no-install-recommends neovim; } >/dev/null 2>&1; then
    echo "neovim: could not be installed with apt-get; install it so that 'nvim' is on the path" >&2
    exit 1
  fi
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$root/test-fixtures/projects/webshop" "$work/webshop"
export XDG_STATE_HOME=$work/state XDG_CACHE_HOME=$work/cache XDG_DATA_HOME=$work/data
export ASYNCLINT_JAR=$jar ASYNCLINT_SHOP=$work/webshop ASYNCLINT_ERRORS=$work/server.err ASYNCLINT_SEED=${1:-1}
if ! timeout 180 nvim --headless --clean -n -c "luafile $here/session.lua"; then
  echo "neovim: failed; the server's standard error was:" >&2
  cat "$work/server.err" >&2 || true
  exit 1
fi
if [[ -s $work/server.err ]]; then
  echo "neovim: the server wrote to its standard error:" >&2
  cat "$work/server.err" >&2
  exit 1
fi
