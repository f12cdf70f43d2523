#!/bin/sh
# usage: eval/check.sh [PROGRAM]: recomputes eval/scores.csv and fails when a figure is not the committed one or lies
# under its bar (eval/bars.tsv). Skipped in one line where the development data is not beside the project.
set -eu
cd "$(dirname "$0")/.."
program=${1:-build/dragoman}
[ -d ../shared/data/treebank ] || { echo "eval: skipped, there is no ../shared/data/treebank"; exit 0; }
before=$(mktemp)
trap 'rm -f "$before"' EXIT
cp eval/scores.csv "$before"
sh eval/run.sh "$program" >/dev/null
diff -u "$before" eval/scores.csv || { echo "eval: the figures moved; commit the new eval/scores.csv and say why"; exit 1; }
awk -F '[\t,]' '
    FILENAME ~ /scores/ { value[$1, $2] = $3; next }
    /^#/ { next }
    !(($1, $2) in value) { print "eval: " $1 " " $2 " was not measured"; bad = 1; next }
    $3 == "least" ? value[$1, $2] + 0 < $4 + 0 : value[$1, $2] + 0 > $4 + 0 {
        print "eval: " $1 " " $2 " is " value[$1, $2] ", at " $3 " " $4 " is wanted"; bad = 1; next
    }
    { print $1 " " $2 " " value[$1, $2] " (at " $3 " " $4 ")" }
    END { exit bad }' eval/scores.csv eval/bars.tsv

# The find stage's share of the pipeline on one core, which may be 35 % at the most.
bench=$(dirname "$program")/bench/dragoman-bench
if [ -x "$bench" ]; then
    texts=$(mktemp -d)
    trap 'rm -rf "$before" "$texts"' EXIT
    python3 tests/news_to_ndjson.py ../shared/data/news "$texts"
    "$bench" --data "$(dirname "$program")/dragoman.drg" --threads 1 "$texts/wikinews.ndjson" |
        awk '$1 == "find" { print "find stage " $2 " % of the time (at most 35)"; bad = $2 > 35; seen = 1 } END { exit bad || !seen }'
fi
