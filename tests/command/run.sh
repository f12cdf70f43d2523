#!/bin/sh
# usage: run.sh NAME DRAGOMAN SOURCE_FOLDER: runs NAME.sh beside this file in an empty folder and compares what it writes on
# standard output and standard error with NAME.out, and its exit code with NAME.exit (0 when there is no such file).
# With UPDATE=1 in the environment, NAME.out is written instead.
#
# The script finds: dragoman on the PATH, $DRAGOMAN_DATA, $SOURCE (the top of the project).
set -eu
name=$1
PATH="$(dirname "$2"):$PATH"
SOURCE=$3
NO_COLOR=1
LC_ALL=C
here="$SOURCE/tests/command"
export PATH SOURCE NO_COLOR LC_ALL
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT INT TERM
mkdir "$folder/work"
code=0
(cd "$folder/work" && exec sh "$here/$name.sh") >"$folder/out" 2>&1 </dev/null || code=$?
if [ "${UPDATE:-}" = 1 ]; then
    cp "$folder/out" "$here/$name.out"
    exit 0
fi
expected=0
[ ! -f "$here/$name.exit" ] || expected=$(cat "$here/$name.exit")
diff -u "$here/$name.out" "$folder/out" || {
    echo "run.sh: $name writes something else than $name.out"
    exit 1
}
[ "$code" = "$expected" ] || {
    echo "run.sh: $name ends with $code, not with $expected"
    exit 1
}
