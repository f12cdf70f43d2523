# The same document twice, other threads, other texts under one id, odd bytes, CoNLL-U; and files that are no record. How many
# events there are is not the matter here.
{
reports=$SOURCE/examples/reports
dump() { # all rows in one order
    for table in $(sqlite3 "$1" "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND name NOT LIKE 'sqlite%' ORDER BY name"); do
        sqlite3 -quote "$1" "SELECT '$table', * FROM $table"
    done
}
echo "-- twice"
dragoman ingest -d one.db --jobs 1 "$reports"
dump one.db >one
dragoman ingest -d one.db "$reports" "$reports"
dump one.db | cmp one - && [ -s one ] && echo same
dragoman ingest --database=four.db --threads 4 "$reports" >/dev/null && dump four.db | cmp one - && echo same
cat "$reports"/* >/dev/null && dragoman ingest -dtwo.db "$reports/archive.ndjson" >/dev/null
dragoman ingest -d two.db "$reports/archive.ndjson" "$reports/archive.ndjson" | sed 's/;.*//'
echo "-- one id, another text"
printf '%s\n' '{"id":"a","text":"Iran rejected the offer.","date":"2024-05-01"}' '{"id":"b","text":"France praised Jordan."}' >first.ndjson
printf '%s\n' '{"id":"a","text":"Iran accepted the offer.","date":"2024-05-02"}' '{"id":"c","text":"France and Jordan held talks."}' >second.ndjson
dragoman ingest -d ids.db first.ndjson
dragoman ingest -d ids.db second.ndjson
echo "code $?"
sqlite3 ids.db "SELECT id, CAST(text AS TEXT) FROM documents ORDER BY key"
dragoman ingest -d ids.db --update second.ndjson
sqlite3 ids.db "SELECT d.id, CAST(text AS TEXT), type FROM documents d LEFT JOIN events e ON e.document = d.key ORDER BY d.key"
sqlite3 ids.db "SELECT count(*) FROM document_words WHERE document_words MATCH 'rejected'"
dragoman ingest -d ids.db --date 2024-01-01 "$reports/riverside-talks.txt" >/dev/null
dragoman ingest -d ids.db --date 2024-01-02 "$reports/riverside-talks.txt" 2>&1 | sed 's/^dragoman: [0-9a-f]*:/dragoman: ID:/'
echo "-- bytes"
printf 'Iran\000 rejected \377the offer\342\202 of France. \303\211tienne Durand, the French foreign minister, criticised Iran.' >odd.txt
printf '%s\n' '{"title":"a\u0000b","text":"Iran\u0000 rejected the offer.","id":"n\u0000m"}' >odd.ndjson
dragoman ingest -d odd.db odd.txt odd.ndjson
sqlite3 odd.db "SELECT hex(text) FROM documents ORDER BY key" | head -1 | tr -d '\n' >hex
od -An -v -tx1 odd.txt | tr -d ' \n' | tr a-f A-F | cmp hex - && echo "the very bytes"
sqlite3 odd.db "SELECT trigger_words, hex(substr(d.text, e.trigger_begin + 1, e.trigger_end - e.trigger_begin)) FROM event_list v JOIN events e USING (id) JOIN documents d ON d.key = e.document ORDER BY d.key, e.number"
dragoman ingest -d odd.db odd.txt odd.ndjson
dragoman recode -d odd.db --diff
echo "-- CoNLL-U"
dragoman parse --text 'Iran rejected the offer of France.' >tree.conllu
dragoman ingest -d tree.db tree.conllu && dragoman ingest -d tree.db tree.conllu
sqlite3 tree.db "SELECT start, CAST(text AS TEXT), length(conllu) > 0 FROM documents"
dragoman recode -d tree.db --diff
echo "-- a text that fails does not stop the rest"
printf '%s\n' 'no JSON' '{"text":"Iran rejected the offer."}' | dragoman ingest -d part.db --input ndjson -
echo "code $?"
echo "-- wrong files"
try() {
    dragoman "$@" </dev/null
    echo "code $?"
}
cp "$reports/riverside-talks.txt" text.db
try ingest -d text.db first.ndjson
cmp "$reports/riverside-talks.txt" text.db
sqlite3 foreign.db "CREATE TABLE events (id)"
cp foreign.db before.db
try ingest -d foreign.db first.ndjson
cmp foreign.db before.db
cp ids.db newer.db && sqlite3 newer.db "PRAGMA user_version = 99"
try ingest -d newer.db first.ndjson
try recode -d newer.db
try recode -d absent.db
[ ! -e absent.db ] || echo "recode made a file"
try ingest -d nowhere/record.db first.ndjson
try ingest -d . first.ndjson
: >empty.db
try recode -d empty.db
try ingest -d empty.db first.ndjson
cp ids.db broken.db && sqlite3 broken.db "PRAGMA journal_mode = DELETE" >/dev/null
dd if=/dev/zero of=broken.db bs=4096 seek=2 count=30 conv=notrunc 2>/dev/null
dragoman ingest -d broken.db second.ndjson 2>&1 | cut -c1-40
cp ids.db strange.db && sqlite3 strange.db "UPDATE events SET span_end = 99999 WHERE number = 0"
try recode -d strange.db 2>&1 | head -2
cp ids.db lacking.db && sqlite3 lacking.db "DROP TABLE statements"
try ingest -d lacking.db --update first.ndjson
echo "-- wrong use"
try ingest first.ndjson
try ingest -d
try recode
try recode -d ids.db first.ndjson
try recode -d ids.db --format csv
try ingest -x
echo "-- no room: what was complete stays, and it goes on"
(
    trap '' XFSZ
    ulimit -f 800
    i=0
    while [ $i -lt 400 ]; do
        printf '{"id":"%s","text":"Iran rejected the offer of France in Paris on Monday. Turkey praised Jordan, officials said."}\n' $i
        i=$((i + 1))
    done >many.ndjson
    dragoman ingest -d small.db many.ndjson 2>&1 | sed 's/: cannot be.*/: cannot be written/'
)
sqlite3 small.db "PRAGMA integrity_check"
dragoman ingest -d small.db many.ndjson | sed 's/[0-9]* texts new, 0 updated, [0-9]* there/N texts new, 0 updated, M there/'
} 2>&1 | sed 's/[0-9]* events, [0-9]* statements/N events, N statements/'
