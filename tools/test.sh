#!/bin/sh
# All checks, one after the other, with one summary at the end.
#
# Usage: test.sh [--long]     --long: also what takes more than minutes
set -eu
cd "$(dirname "$0")/.."
tools/build.sh release
if [ "${1:-}" = --long ]; then
  ctest --preset release -j "$(nproc)"
else
  ctest --preset release -j "$(nproc)" -LE long
fi
