# Every command tells its options and examples; the version is told.
for command in code ingest recode parse explain lexicon test build eval import unknown; do
    dragoman "$command" --help >help.txt || echo "code $?"
    grep -q "^usage: dragoman $command" help.txt && grep -q "^Options:" help.txt && grep -q "^Examples:" help.txt || cat help.txt
done
dragoman code -h | head -1
dragoman --help | head -1
dragoman --version
