#!/bin/sh
# Codes the sample reports and shows what came out.
set -eu
cd "$(dirname "$0")/.."
samples=data/samples/reports.jsonl
records=$(mktemp)
trap 'rm -f "$records"' EXIT

./entente code "$samples" >"$records"
echo "Two of the $(wc -l <"$samples") sample reports, explained:"
echo
grep -E '"id": "(2021-09-aukus|2021-12-demands)"' "$samples" | ./entente explain
echo "All $(wc -l <"$records") events of the samples by type and status:"
sed -E 's/.*"event":"([A-Z]+)".*"status":"([a-z]+)".*/\1\t\2/' "$records" | sort | uniq -c
echo
echo "One record as other programs read it:"
sed -n 1p "$records"
echo
echo "Your own report:  ./entente code --date 2024-05-01 report.txt      (./entente --help)"
