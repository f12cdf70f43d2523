# The output is the same, byte for byte, whatever the number of threads; so are the messages.
for i in 1 2 3 4 5 6 7 8 9 10; do
    cat "$SOURCE/examples/reports/archive.ndjson"
    echo 'a line that is no JSON'
done >many.ndjson
for format in ndjson table conllu; do
    dragoman code --threads 1 --format $format many.ndjson "$SOURCE/examples/reports" >one.out 2>one.err
    echo "code $?"
    dragoman code --threads 4 --format $format many.ndjson "$SOURCE/examples/reports" >four.out 2>four.err
    echo "code $?"
    cmp one.out four.out
    cmp one.err four.err
    [ -s one.out ] || echo "$format: nothing came out"
done
tail -1 one.err
