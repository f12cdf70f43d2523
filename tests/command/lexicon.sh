# Frames are listed, searched and checked; a frame is added with its examples, or not at all; what a sentence lacked is told.
dragoman lexicon list | tail -n 1 | sed 's/[0-9][0-9]*/N/g'
dragoman lexicon search zzyzx >found
echo "code $?"
dragoman lexicon why-not --date 2024-05-14 'The painter dried her brushes.'
cp -R "$SOURCE/data" data
ln -s "$SOURCE/models" models
dragoman lexicon add CONSULT snorfle 'verbs=[snorfle]' actor=subject 'recipient=[with]' 'need=[actor, recipient]' \
    'fires=2024-05-14 The Chadian foreign minister snorfled with the Libyan prime minister on Monday.' \
    'silent=The players snorfled with their coach.'
echo "code $?"
tail -n 13 data/frames/consult.yaml
# The words of a frame that is there, under another type: both ask for the same.
dragoman lexicon add ACCUSE snorfle 'verbs=[snorfle]' actor=subject 'recipient=[with]' 'need=[actor, recipient]' \
    'fires=The Chadian foreign minister snorfled with the Libyan prime minister.' 'silent=The players snorfled.'
echo "code $?"
dragoman build --output my.drg >/dev/null
dragoman lexicon check --data my.drg >found
echo "code $?"
sed 's/[0-9][0-9]* frames/N frames/; s/line [0-9]*/line N/g' found
# An example that does not hold: the file stays as it was.
cp data/frames/aid.yaml before
dragoman lexicon add AID wrong 'verbs=[zap]' actor=subject 'fires=The players won.' 'silent=The players lost.' 2>&1 | tail -n 1
cmp before data/frames/aid.yaml && ls -A data/frames | grep -c drg
dragoman lexicon add AID wrong 'verbs=[zap' actor=subject 'fires=The players won.' 2>&1 | tail -n 1
dragoman lexicon add NOTHING wrong 'verbs=[zap]' 'fires=The players won.'
dragoman lexicon add AID wrong 'verbs' 'fires=The players won.'
dragoman lexicon add AID
dragoman lexicon frobnicate
echo "code $?"
