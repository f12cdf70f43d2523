# Files, folders and standard input; what is not there is named, and the rest is read, in byte order.
mkdir -p news/b news/a.d
echo 'Second.' >news/b.txt
echo 'First.' >news/a.md
echo '{"id": "third", "text": "Third."}' >news/b/x.ndjson
echo '{"id": "zero", "text": "Zero."}' >news/a.d/x.jsonl
echo 'Never.' >news/c.html
ln -s ../news news/b/loop
words() { grep -v '^#' | cut -f2 | grep -v '^$' | tr '\n' ' '; }
dragoman parse news | words
echo
dragoman parse news/b.txt nowhere.txt news/a.md >out
echo "code $?"
words <out
echo
echo 'Piped.' | dragoman parse | words
echo '{"text": "Sniffed."}' | dragoman parse - | words
echo '{"text": "Taken as it is."}' | dragoman parse --input text - | words
echo
dragoman parse --text 'Given.' | words
echo
printf '\377\376H\0i\0' >wide.txt
dragoman parse wide.txt
echo "code $?"
mkdir empty
dragoman parse empty
echo "code $?"
: >empty.txt
dragoman parse empty.txt
echo "code $?"
