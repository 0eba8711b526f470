#!/usr/bin/env bash
# Does the extension work inside VS Code? The packaged .vsix is installed into code-server, which is VS Code with its window in a
# browser, and a headless Chromium does what a user does: open a file, read the finding, choose the quick fix, save.
#
# Usage: run.sh [FOLDER]     after `npm run package`; code-server is installed into the folder once (default: a temporary one)
# Needs Chromium, ripgrep and a C++ compiler with Node's headers; on Debian: chromium ripgrep g++ make python3 nodejs.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
extension=$(cd "$here/../.." && pwd)
root=$(cd "$extension/../../.." && pwd)
port=${ASYNCLINT_PORT:-8791}

if [[ ! -f $extension/asynclint.vsix ]]; then
  echo "vscode: asynclint.vsix is missing: run 'npm run package' first" >&2
  exit 1
fi
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
for tool in "$browser" "$(command -v rg || true)"; do
  if [[ -z $tool ]]; then
    echo "vscode: Chromium and ripgrep are needed; on Debian: apt-get install chromium ripgrep" >&2
    exit 1
  fi
done

work=$(mktemp -d)
server=
stop() {
  [[ -z $server ]] || kill "$server" 2>/dev/null || true
  rm -rf "$work"
}
trap stop EXIT
tools=${1:-$work/tools}
code=$tools/node_modules/code-server

# Where Node's headers are installed beside it, they need not be downloaded.
node_home=$(dirname "$(dirname "$(readlink -f "$(command -v node)")")")
[[ ! -f $node_home/include/node/node.h ]] || export npm_config_nodedir=$node_home

# The packages' own install scripts download what npm has not got; of what they build, this much is needed.
if [[ ! -f $tools/ready ]]; then
  mkdir -p "$tools"
  (
    cd "$tools"
    echo '{"private": true}' >package.json
    npm install --ignore-scripts --no-audit --no-fund code-server@4.100.3 playwright-core@1.56.1
    npm rebuild argon2 --build-from-source
    cd "$code/lib/vscode"
    npm install --ignore-scripts --omit=dev --no-audit --no-fund
    npm rebuild @vscode/spdlog @parcel/watcher native-watchdog
    cd extensions
    npm install --ignore-scripts --omit=dev --no-audit --no-fund
  ) >"$work/install.log" 2>&1 || {
    tail -20 "$work/install.log" >&2
    echo "vscode: code-server could not be installed" >&2
    exit 1
  }
  mkdir -p "$code/lib/vscode/node_modules/@vscode/ripgrep/bin"
  ln -sf "$(command -v rg)" "$code/lib/vscode/node_modules/@vscode/ripgrep/bin/rg"
  touch "$tools/ready"
fi

cp -r "$root/test-fixtures/projects/webshop" "$work/webshop"
export XDG_DATA_HOME=$work/data XDG_CONFIG_HOME=$work/config XDG_CACHE_HOME=$work/cache
node "$code/out/node/entry.js" --install-extension "$extension/asynclint.vsix" >"$work/server.log" 2>&1 || {
  cat "$work/server.log" >&2
  exit 1
}
node "$code/out/node/entry.js" --auth none --bind-addr "127.0.0.1:$port" --disable-telemetry --disable-update-check \
  --disable-workspace-trust --disable-getting-started-override "$work/webshop" >>"$work/server.log" 2>&1 &
server=$!
if ! NODE_PATH=$tools/node_modules timeout 300 node "$here/session.cjs" "$browser" "http://127.0.0.1:$port" "$work/webshop"; then
  cat "$work/server.log" >&2
  echo "vscode: failed" >&2
  exit 1
fi
