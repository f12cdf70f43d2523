#!/bin/sh
# usage: run.sh [REVISION [REVISION]]
#
# Without a revision, measures the working tree. With one or two, builds each in a folder of its own under build/bench and
# measures one after the other, on the same texts: the reports under examples/, and the development news where it lies
# beside the project.
set -eu
here=$(CDPATH= cd -- "$(dirname "$0")" && pwd)
root=$(dirname "$here")
news=${DRAGOMAN_NEWS:-$root/../shared/data/news}
work=$root/build/bench
mkdir -p "$work/texts"

set_up_texts() {
    rm -rf "$work/texts/examples"
    mkdir -p "$work/texts/examples"
    find "$root/examples" -name '*.txt' -exec cp {} "$work/texts/examples/" \; 2>/dev/null || true
    [ -d "$news" ] && python3 "$root/tests/news_to_ndjson.py" "$news" "$work/texts"
    return 0
}

# measure SOURCE_FOLDER NAME
measure() {
    build=$work/$2
    cmake -G Ninja -S "$1" -B "$build" -DCMAKE_BUILD_TYPE=RelWithDebInfo >"$build.log" 2>&1 &&
        ninja -C "$build" dragoman-bench data >>"$build.log" 2>&1 || { echo "cannot build $2: see $build.log" >&2; exit 1; }
    for texts in "$work"/texts/*; do
        echo "== $2: $(basename "$texts")"
        "$build/bench/dragoman-bench" --data "$build/dragoman.drg" --threads "$(getconf _NPROCESSORS_ONLN)" "$texts" ||
            echo "  nothing measured"
    done
}

set_up_texts
if [ $# -eq 0 ]; then
    measure "$root" working-tree
fi
for revision in "$@"; do
    name=$(git -C "$root" rev-parse --short "$revision")
    tree=$work/tree-$name
    [ -d "$tree" ] || git -C "$root" worktree add --detach "$tree" "$revision" >/dev/null 2>&1
    measure "$tree" "$name"
    git -C "$root" worktree remove --force "$tree"
done
