# What is worked out from a record: silence, conflicts, the way of a claim, differences, the brief.
. "$SOURCE/tests/command/views_record"
make_record record.db
make_record apart.db apart
for db in record apart; do
    echo "== $db"
    for what in "silence --days 1" conflicts "diff --since 2031-03-01" "diff --since 2031-03-01 --until 2031-03-03" brief "brief --since 2031-03-02"; do
        echo "-- $what"
        dragoman ${what%% *} -d $db.db $(echo "$what " | cut -d' ' -f2-) || echo "code $?"
    done
    echo "-- diff of proposals"
    dragoman diff -d $db.db "draft accord" "amended accord"
    for claim in "killed Lena valley Sunday" s20 e21 "prisoners released" "no such words"; do
        echo "-- trace $claim"
        dragoman trace -d $db.db "$claim"
    done
done
echo "-- other formats"
dragoman brief -d record.db --format markdown --to 2031-03-03 --since 2031-02-28
dragoman brief -d record.db --format ndjson --process brevia >lines; head -2 lines
dragoman brief -d record.db --format csv --party Brevia >lines; head -3 lines
dragoman diff -d record.db p10 p30 --format csv
dragoman conflicts -d record.db --format ndjson
echo "-- wrong use"
try() {
    dragoman "$@"
    echo "code $?"
}
try trace -d record.db
try trace -d record.db one two
try diff -d record.db
try diff -d record.db draft
try diff -d record.db draft Marshall
try brief -d record.db --since yesterday
try silence -d record.db --days 0
