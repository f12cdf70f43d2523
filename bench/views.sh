#!/bin/sh
# usage: views.sh DRAGOMAN [RECORD]: how long each question to a record of a million events takes, in milliseconds: the longest of
# three, after one that only brings the pages into memory. Makes the record (about 2 GB, a few minutes) where there is none; bench/record.sql says what is in it.
set -eu
here=$(CDPATH= cd -- "$(dirname "$0")" && pwd)
dragoman=$1
record=${2:-million.db}
if [ ! -s "$record" ]; then
    rm -f "$record.part"
    printf '{"id":"first","text":"Nothing is told here."}\n' | "$dragoman" ingest -d "$record.part" --input ndjson - >/dev/null
    sqlite3 -bail "$record.part" <"$here/record.sql" >/dev/null
    mv "$record.part" "$record"
fi
sqlite3 "$record" "SELECT count(*) || ' documents' FROM documents; SELECT count(*) || ' events' FROM events; SELECT count(*) || ' statements' FROM statements;
    SELECT count(*) || ' meetings' FROM meetings; SELECT count(*) || ' positions' FROM positions"
ask() {
    longest=0
    "$dragoman" "$@" -d "$record" >/dev/null 2>&1 || true
    for again in 1 2 3; do
        start=$(date +%s%N)
        "$dragoman" "$@" -d "$record" --format ndjson >"${TMPDIR:-/tmp}/views.out" 2>"${TMPDIR:-/tmp}/views.err" || cat "${TMPDIR:-/tmp}/views.err"
        took=$((($(date +%s%N) - start) / 1000000))
        [ "$took" -le "$longest" ] || longest=$took
    done
    printf '%6d ms  %6d rows  %s\n' "$longest" "$(wc -l <"${TMPDIR:-/tmp}/views.out")" "$*"
}
for command in processes meetings proposals positions statements reversals silence conflicts timeline brief; do
    ask $command
    ask $command --process process-000
    ask $command --process process-200
    ask $command --party DAX
    ask $command --party 'State 163'
    ask $command --actor 'Person 10001'
    ask $command --actor 'Unknown 00777'
    ask $command --place 'Place 0005'
    ask $command --place 'Place 1201'
    ask $command --source 'Paper 07'
    case $command in brief) ;; *)
        ask $command --from 2020-03-01 --to 2020-03-31
        ask $command --actor 'Person 10001' --place 'Place 0005' --from 2018-01-01 ;;
    esac
done
ask positions --list
ask trace 'Party word00750'
ask trace 'Party Place about'
ask trace 00000000000a4240
ask diff p000000000000006 p00000000000000c
ask diff 'draft accord' 'draft accord'
ask diff --since 2024-09-01
ask diff --since 2020-03-01 --until 2020-03-31 --process process-000
ask brief --since 2024-09-01
ask brief --since 2020-03-01 --to 2020-03-31
