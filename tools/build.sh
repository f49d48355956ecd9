#!/bin/sh
# Configures and builds one preset of CMakePresets.json; quiet unless it fails.
#
# Usage: build.sh PRESET [TARGET…]
set -eu
cd "$(dirname "$0")/.."
preset=$1
shift
mkdir -p "build/$preset"
log=build/$preset/build.log

if ! cmake --preset "$preset" -Wno-dev >"$log" 2>&1; then
  tail -n 40 "$log" >&2
  exit 1
fi
[ "$#" -gt 0 ] || set -- all
# shellcheck disable=SC2086
if ! cmake --build --preset "$preset" --target "$@" >>"$log" 2>&1; then
  grep -E -A 8 'error|FAILED|warning' "$log" | head -n 80 >&2
  exit 1
fi
