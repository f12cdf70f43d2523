#!/bin/sh
# usage: news.sh BUILD_FOLDER
#
# Codes the development news that may lie beside the project (../shared/data/news) with one thread and with four, compares
# the bytes, and checks every line against the format and against the texts. Skipped (exit status 77) where the news or
# the command is not there.
set -eu
here=$(CDPATH= cd -- "$(dirname "$0")" && pwd)
news=${DRAGOMAN_NEWS:-$here/../../shared/data/news}
build=${1:?usage: news.sh BUILD_FOLDER}
build=$(CDPATH= cd -- "$build" && pwd)
command=$build/dragoman
[ -d "$news" ] || { echo "skipped: there is no $news"; exit 77; }
[ -x "$command" ] || { echo "skipped: there is no $command"; exit 77; }
[ -e "$build/dragoman.drg" ] || { echo "skipped: there is no $build/dragoman.drg"; exit 77; }

work=$build/news
mkdir -p "$work"
python3 "$here/news_to_ndjson.py" "$news" "$work"
failed=0
for set in wikinews white-house current-events; do
    input=$work/$set.ndjson
    for threads in 1 4; do
        status=0
        "$command" code --format ndjson --threads $threads --data "$build/dragoman.drg" "$input" >"$work/$set.$threads" \
            2>"$work/$set.$threads.errors" || status=$?
        if [ $status -ne 0 ]; then
            echo "$set: exit status $status with $threads threads:"
            head -n 5 "$work/$set.$threads.errors"
            failed=1
        fi
    done
    cmp "$work/$set.1" "$work/$set.4" || { echo "$set: 1 and 4 threads differ"; failed=1; }
    python3 "$here/validate_record.py" --source "$input" "$work/$set.1" >"$work/$set.report" || failed=1
    sed "s/^/$set: /" "$work/$set.report"
done
exit $failed
