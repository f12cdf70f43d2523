# A full disk and a closed pipe are noticed.
report=$SOURCE/examples/reports/dayton.txt
if [ -c /dev/full ]; then
    dragoman code "$report" >/dev/full 2>message
    echo "full: code $?"
    sed 's/No space left on device/no space/' message
    dragoman --version >/dev/full 2>/dev/null
    echo "full: code $?"
fi
{
    sleep 1
    dragoman parse "$report" "$report" "$report" "$report" "$report" "$report" "$report" "$report" 2>message
    echo "closed: code $?" >code
} | true
while [ ! -s code ]; do sleep 0.1; done
cat code message
