# What another coding of the same texts would have left in the record: recode tells it, leaves it, and with --replace mends it.
printf '%s\n' '{"id":"a","text":"Iran rejected the offer of France.","date":"2024-05-01"}' \
    '{"id":"b","text":"France praised Jordan. Turkey attacked Syria."}' '{"id":"c","text":"Nothing is told here."}' >texts.ndjson
dump() {
    for table in $(sqlite3 "$1" "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND name NOT LIKE 'sqlite%' ORDER BY name"); do
        case $table in engine*) ;; *) sqlite3 -quote "$1" "SELECT '$table', * FROM $table" ;; esac
    done
}
ids() { sed 's/[0-9a-f]\{16\}/ID/g'; }
dragoman ingest -d record.db texts.ndjson >/dev/null
dump record.db | grep -v "^'documents'" >right
dragoman recode -d record.db --diff
echo "-- changed by hand: another status, a lost event, one too many, an older engine"
sqlite3 record.db "
    UPDATE engines SET program = '0.0.9';
    UPDATE events SET status = 'planned', date = 0 WHERE document = 1 AND number = 0 AND EXISTS (SELECT 1 FROM dates WHERE document = 1);
    UPDATE events SET status = 'planned' WHERE document = 1 AND number = 0;
    DELETE FROM event_mentions WHERE document = 2 AND event = 1;
    DELETE FROM event_attributions WHERE document = 2 AND event = 1;
    DELETE FROM event_contexts WHERE document = 2 AND event = 1;
    DELETE FROM events WHERE document = 2 AND number = 1;
    INSERT INTO events (document, number, id, type, act, mode, quad, score, status, negated, rule, rule_line, confidence, sentence, span_begin,
        span_end, trigger_begin, trigger_end)
        VALUES (3, 0, 'feedfeedfeedfeed', 'CONSULT', 'CONSULT', NULL, 'verbal-cooperation', 1, 'actual', 0, 'gone.yaml#rule', 1, 0.5, 0, 0, 21, 8, 10);"
dump record.db | grep -v "^'documents'" >wrong
dragoman recode -d record.db --diff | ids
dump record.db | grep -v "^'documents'" | cmp wrong - && echo "the record is as it was"
dragoman recode -d record.db --diff --threads 1 --format ndjson 2>counts >changes
cut -c1-60 changes
dragoman recode -d record.db --diff --threads 3 --format ndjson 2>/dev/null | cmp changes - && echo "the same with threads"
cat counts
dragoman recode -d record.db --replace
dump record.db | grep -v "^'documents'" | cmp right - && echo "the record is right again"
dragoman recode -d record.db | head -1
sqlite3 record.db "SELECT d.id, program FROM documents d JOIN engines g ON g.key = d.engine ORDER BY d.key; SELECT count(*) FROM engines"
sqlite3 record.db "INSERT INTO document_words (document_words, rank) VALUES ('integrity-check', 1); PRAGMA foreign_key_check"
dragoman recode -d record.db --diff >/dev/full
echo "code $?"
