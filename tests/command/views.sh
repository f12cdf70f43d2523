# The lists of a record in four formats, with and without what was gathered across documents, and what the filters choose.
. "$SOURCE/tests/command/views_record"
make_record record.db
make_record apart.db apart
for command in processes meetings proposals positions statements reversals timeline; do
    echo "-- $command"
    dragoman $command -d record.db || echo "code $?"
    echo "-- $command, each document for itself"
    dragoman $command -d apart.db --width 120
done
echo "-- ndjson"
dragoman meetings -d record.db --format ndjson
dragoman positions -d record.db --format ndjson --from 2031-03-05
dragoman statements -d record.db --format ndjson --limit 1 2>/dev/null
echo "-- csv"
dragoman positions -d record.db --list --format csv | tr -d '\r'
echo "-- markdown"
dragoman meetings -d record.db --format markdown
echo "-- filters"
try() {
    echo "$*"
    dragoman "$@" --format csv | cut -d, -f1-3,5 | tr -d '\r'
}
try timeline -d record.db --process brevia
try timeline -d record.db --actor 'ada lund'
try timeline -d record.db --actor Lund --from 2031-03-02 --to 2031-03-04
try timeline -d record.db --party BRE --source courier
try timeline -d record.db --party Brevia --source 'says no'
try timeline -d record.db --place Cordia
try timeline -d record.db --limit 2
try meetings -d record.db --place COR
try meetings -d apart.db --actor ada-lund
try proposals -d record.db --party Avalon --from 2031-03-01
try processes -d record.db --party Avalon
try processes -d record.db --to 2031-01-01
for wrong in "--process Mars" "--party Nowhere" "--actor nobody" "--place Mars" "--source none" "--from 2031-02-30" "--limit 0" "--format xml" "extra"; do
    dragoman meetings -d record.db $wrong
    echo "code $?"
done
dragoman meetings
echo "code $?"
dragoman meetings -d absent.db
echo "code $?"
dragoman meetings -d record.db >/dev/full
echo "code $?"
