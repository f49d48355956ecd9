#!/bin/sh
# Fails, naming the places, when a C++ source is not in the house format.
set -eu
cd "$(dirname "$0")/.."
git ls-files '*.cc' '*.h' | xargs clang-format-19 --dry-run --Werror
