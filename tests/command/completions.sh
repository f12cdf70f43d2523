# Every option that a command's help tells is known to the completions of the three shells.
for command in code ingest recode processes meetings proposals positions statements reversals silence conflicts trace timeline diff brief parse explain lexicon test build eval import unknown; do
    dragoman "$command" --help | sed -n 's/^  --\([a-z-]*\).*/\1/p' | while read -r option; do
        for shell in dragoman.bash _dragoman; do
            grep -q -e "--$option\b" "$SOURCE/completions/$shell" || echo "$command: --$option is not in completions/$shell"
        done
        grep -q -e "-l $option\b" "$SOURCE/completions/dragoman.fish" || echo "$command: --$option is not in completions/dragoman.fish"
    done
    for shell in dragoman.bash _dragoman dragoman.fish; do
        grep -q "$command" "$SOURCE/completions/$shell" || echo "$command is not in completions/$shell"
    done
done
echo done
