#!/bin/sh
# Runs one fuzz target of the asan build for a while; fails when it finds anything.
#
# Usage: fuzz.sh NAME SECONDS
set -eu
cd "$(dirname "$0")/.."
name=$1
seconds=$2
found=build/asan/fuzz/$name
mkdir -p "$found/corpus" "tests/fuzz/corpus/$name"
ENTENTE_DATA=$PWD/data
ENTENTE_MODEL=$PWD/.cache/english.model
export ENTENTE_DATA ENTENTE_MODEL
# What is new goes to the build folder; the inputs to start from stay as they are.
cd "$found"
exec ../../tests/fuzz/fuzz_"$name" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=6000 \
  -max_len=4096 -print_final_stats=1 corpus "../../../../tests/fuzz/corpus/$name"
