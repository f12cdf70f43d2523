# The commands that the manual shows run as they stand there, and its options are the command's.
RECORD=$PWD/record.db
export RECORD
cd "$SOURCE" || exit 1
awk '/^```/ { inside = !inside; next } inside' docs/man/dragoman.1.scd >"$OLDPWD/commands"
while read -r line; do
    sh -c "$line" >"$OLDPWD/out" 2>&1 || { echo "fails: $line"; cat "$OLDPWD/out"; }
    echo "$line"
done <"$OLDPWD/commands"
for command in code ingest recode processes meetings proposals positions statements reversals silence conflicts trace timeline diff brief parse explain lexicon test build eval import unknown; do
    dragoman "$command" --help | sed -n 's/^  --\([a-z-]*\).*/\1/p' | while read -r option; do
        [ "$option" = help ] || grep -q -e "\*--$option\*" docs/man/dragoman.1.scd || echo "--$option is not in the manual"
    done
done
