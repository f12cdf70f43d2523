# The queries of docs/record-file.md run on a record as they stand there, and each finds something.
dragoman ingest -d record.db "$SOURCE/examples/reports" >/dev/null || exit 1
awk '/^```sql/ { inside = 1; number++; next } /^```/ { inside = 0 } inside { print >("query-" number) }' "$SOURCE/docs/record-file.md"
for number in 1 2 3 4 5 6 7 8 9; do
    sqlite3 -bail record.db <"query-$number" >out || echo "query $number fails"
    [ -s out ] || { echo "query $number finds nothing:"; cat "query-$number"; }
done
[ ! -e query-10 ] || echo "there are more queries than are run"
# The words at an event's span are its trigger, as the NDJSON has them.
dragoman code --format ndjson "$SOURCE/examples/reports" | grep '"kind":"event"' |
    sed 's/,"mentions":\[{.*//; s/.*"id":"\([0-9a-f]*\)","doc".*"trigger":{"text":"\([^"]*\)".*/\1|\2/' | sort >expected
sqlite3 record.db "SELECT id || '|' || trigger_words FROM event_list" | sort >found
cmp expected found && [ -s found ] && echo "triggers are the same"
sqlite3 record.db "PRAGMA integrity_check; PRAGMA foreign_key_check; INSERT INTO document_words (document_words, rank) VALUES ('integrity-check', 1);"
# Deleting a document takes its rows and its words with it.
sqlite3 record.db "PRAGMA foreign_keys = ON; DELETE FROM documents;"
for table in sentences notes actors actor_roles actor_aliases mentions dates places events event_mentions event_attributions \
    event_contexts event_tellings statements; do
    [ "$(sqlite3 record.db "SELECT count(*) FROM $table")" = 0 ] || echo "$table is not empty"
done
sqlite3 record.db "SELECT count(*) FROM document_words WHERE document_words MATCH 'the'"
# Every column has a comment: on its line or the next, or one that tells of all tables.
sqlite3 record.db .schema | awk '/^    [a-z_0-9]+ +(INTEGER|TEXT|REAL|BLOB|ANY)/ && !/--/ && $1 !~ /^(key|document|number|engine|sentence|span_begin|span_end|lat|lon)$/ { print "no comment: " $0 }' | sort | uniq -c
