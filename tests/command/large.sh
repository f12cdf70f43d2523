# Inputs beyond the bounds are named, in little memory; a long line and a long sentence are read.
[ -n "${SANITIZE:-}" ] || ulimit -v 2000000 # sanitizers map far more than they use
head -c 100000000 /dev/zero | tr '\0' 'x' >line.txt
dragoman parse --threads 2 line.txt
echo "code $?"
{
    printf '{"text": "'
    head -c 300000000 /dev/zero | tr '\0' 'x'
    printf '"}\n{"text": "After it."}\n'
} | dragoman parse --threads 2 --input ndjson >out
echo "code $?"
cut -f2 out | grep -c '^After$'
head -c 1000000 /dev/zero | tr '\0' 'x' | dragoman parse --threads 2 >out
echo "code $?, $(grep "^[0-9]" out | cut -f2 | tr -cd x | wc -c) letters"
i=0
while [ $i -lt 4000 ]; do
    echo 'ministers met envoys and talks went on while soldiers waited and people marched in the old town by the river and nobody spoke of peace'
    i=$((i + 1))
done | tr '\n' ' ' >sentence.txt
wc -w <sentence.txt
dragoman parse --threads 2 sentence.txt >out
echo "code $?, $(grep -c '^[0-9]' out) words"
dragoman code --threads 2 --format ndjson sentence.txt >out
echo "code $?, $(grep -c '"kind":"document"' out) document"
