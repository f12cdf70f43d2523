#!/bin/sh
# usage: eval/acceptance.sh [PROGRAM]: the scores of the acceptance articles that lie beside the project, as rows
# "SET,METRIC,VALUE"; nothing where there are none.
set -eu
cd "$(dirname "$0")/.."
program=${1:-build/dragoman}
for folder in ../shared/acceptance/*/; do
    [ -e "$folder/expected.json" ] || continue
    date=$(sed -n 's/.*"date": *"\([0-9-]*\)".*/\1/p' "$folder/expected.json" | head -n 1)
    "$program" code --format ndjson --date "$date" "$folder/article.txt" |
        python3 ../shared/tools/score_record.py "$folder/expected.json" "$folder/article.txt" | tail -n 1 |
        sed -E "s|found ([0-9]+)/[0-9]+ full ([0-9]+)/[0-9]+ slots ([0-9]+)/[0-9]+ forbidden ([0-9]+)|$(basename "$folder"),forbidden,\4\n$(basename "$folder"),found,\1\n$(basename "$folder"),full,\2\n$(basename "$folder"),slots,\3|"
done
