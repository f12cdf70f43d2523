# Lines of NDJSON that cannot be read are named with their reason; the others are coded.
cat >lines.ndjson <<'END'
{"id": "one", "text": "Ministers met in Oslo.", "date": "2024-05-14"}
no json
{"id": "two"}

{"id": "three", "text": 3}
{"id": "four", "text": "x", "date": "2025-13-01"}
{"id": "five", "text": "cut off
["text"]
{"id": "six", "text": "Without a date."}
END
dragoman code --format ndjson lines.ndjson >record.ndjson
echo "code $?"
grep '"kind":"document"' record.ndjson | sed 's/.*"id":"\([^"]*\)".*/\1/'
echo "-- other names"
echo '{"key": 7, "body": "Talks began.", "date": "no date", "day": "2024-05-14"}' |
    dragoman code --format ndjson --field text=body --field id=key --field date=day |
    sed -n 's/.*"id":"\([^"]*\)".*"published":"\([^"]*\)".*/\1 \2/p'
echo "-- a field that is not read"
echo '{"text": "Talks began.", "date": "no date"}' | dragoman code --format ndjson --field date= >/dev/null
echo "code $?"
