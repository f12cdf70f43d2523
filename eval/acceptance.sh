#!/bin/sh
# usage: eval/acceptance.sh [PROGRAM]: the scores of the acceptance articles that lie beside the project, as rows
# "SET,METRIC,VALUE"; nothing where there are none.
set -eu
cd "$(dirname "$0")/.."
program=${1:-build/dragoman}
record=$(mktemp)
trap 'rm -f "$record"' EXIT
for folder in ../shared/acceptance/*/; do
    [ -e "$folder/expected.json" ] || continue
    name=$(basename "$folder")
    date=$(sed -n 's/.*"date": *"\([0-9-]*\)".*/\1/p' "$folder/expected.json" | head -n 1)
    "$program" code --format ndjson --date "$date" "$folder/article.txt" >"$record"
    scores=$(python3 ../shared/tools/score_record.py "$folder/expected.json" "$folder/article.txt" "$record")
    case $scores in *"span law broken"*) echo "$name: $scores" >&2; exit 1 ;; esac
    # "found F/N full U/N slots S/T forbidden B"
    printf '%s\n' "$scores" | tail -n 1 | awk -v name="$name" '
        $7 != "forbidden" { print "eval: cannot read the scores of " name >"/dev/stderr"; exit 1 }
        { for (i = 1; i < NF; i += 2) { split($(i + 1), value, "/"); print name "," $i "," value[1] } }'
done
