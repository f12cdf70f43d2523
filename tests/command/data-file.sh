# A data file that is missing, cut, or something else is refused before anything is read.
size=$(wc -c <"$DRAGOMAN_DATA")
head -c $((size / 2)) "$DRAGOMAN_DATA" >cut.drg
echo 'not a data file' >other.drg
: >empty.drg
for file in cut.drg other.drg empty.drg missing.drg; do
    dragoman code --data "$file" --text 'Ministers met.' >out 2>&1
    echo "$file: code $?, $(grep -c "^dragoman: .*$file" out) message"
done
DRAGOMAN_DATA=missing.drg dragoman code --text 'Ministers met.' >out 2>&1
echo "DRAGOMAN_DATA: code $?, $(grep -c '^dragoman: .*missing.drg' out) message"
dragoman build --data-folder nowhere --models nowhere --output new.drg >out 2>&1
echo "build: code $?, $(grep -c '^dragoman build: .*nowhere' out) message"
[ ! -e new.drg ] || echo "a data file was left behind"
