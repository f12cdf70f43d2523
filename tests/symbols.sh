#!/bin/sh
# usage: symbols.sh LIBRARY: fails when the shared library shows a symbol that is not drg_*, or lacks one that
# the public header declares.
set -eu
header="$(dirname "$0")/../include/dragoman.h"
shown=$(nm -D --defined-only "$1" | awk '{print $NF}' | sed 's/@.*//' |
    grep -vE '^(_init|_fini|__asan_|__odr_asan|__ubsan|__tsan)' | sort -u)
stray=$(printf '%s\n' "$shown" | grep -v '^drg_' || true)
declared=$(tr '\n' ' ' <"$header" | grep -oE 'DRG_PUBLIC [^;(]*\(' | grep -oE 'drg_[a-z0-9_]+\(' | tr -d '(' | sort -u)
lacking=$(printf '%s\n' "$declared" | while read -r name; do printf '%s\n' "$shown" | grep -qx "$name" || echo "$name"; done)
[ -z "$stray" ] || { echo "shown, but not drg_*:"; echo "$stray"; }
[ -z "$lacking" ] || { echo "declared, but not defined:"; echo "$lacking"; }
[ -z "$stray$lacking" ] || exit 1
echo "$(printf '%s\n' "$declared" | wc -l) functions declared, all shown, none besides"
