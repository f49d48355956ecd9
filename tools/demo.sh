#!/bin/sh
# Takes in the sample reports and answers the question that the program is for.
set -eu
cd "$(dirname "$0")/.."
samples=data/samples/reports.jsonl
database=.cache/demo.db
rm -f "$database" "$database"-*

echo "1. $(wc -l <"$samples") sample reports into a database"
echo
./entente ingest --db "$database" "$samples"
echo
echo "2. What one of them says, sentence by sentence"
echo
grep -E '"id": "2021-12-demands"' "$samples" | ./entente explain
echo "3. Is an alliance forming between Russia and China, and against whom?"
echo
./entente report --db "$database" RUS CHN --against WEST
echo
echo "Every line above opens its sentences:"
echo "  ./entente events --db $database --where 'actor=CHN AND recipient=USA'"
echo "Your own reports:"
echo "  ./entente ingest --db my.db FOLDER      ./entente code --date 2024-05-01 report.txt      ./entente --help"
