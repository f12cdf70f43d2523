#!/bin/sh
# usage: fuzz/run.sh SECONDS
#
# Builds every fuzz target with libFuzzer under the address and undefined-behaviour sanitizers (build-fuzz) and runs each
# on a copy of its seeds for that long, two at a time. A finding is left in build-fuzz/findings; put it into
# fuzz/seeds/NAME once it is mended.
set -eu
cd "$(dirname "$0")/.."
seconds=${1:?usage: fuzz/run.sh SECONDS}
cmake -G Ninja -S . -B build-fuzz -DCMAKE_C_COMPILER=clang -DDRAGOMAN_FUZZ=ON -DDRAGOMAN_SANITIZE=address,undefined \
    -DDRAGOMAN_ARENA_MALLOC=ON >build-fuzz.log 2>&1 || { cat build-fuzz.log; exit 1; }
rm -f build-fuzz.log
targets=$(cd fuzz && ls ./*_fuzz.c | sed 's|^\./||; s|\.c$||')
# shellcheck disable=SC2086 # a list of words
ninja -C build-fuzz data $targets
mkdir -p build-fuzz/findings
rm -f build-fuzz/findings/*

# one TARGET: its last line says how many inputs it tried.
cat >build-fuzz/one.sh <<'RUN'
target=$1 seconds=$2
name=${target%_fuzz}
mkdir -p build-fuzz/inputs/$name
[ ! -d fuzz/seeds/$name ] || cp fuzz/seeds/$name/* build-fuzz/inputs/$name/
DRAGOMAN_DATA=$PWD/build-fuzz/dragoman.drg build-fuzz/fuzz/$target -max_total_time=$seconds -timeout=20 -rss_limit_mb=4096 \
    -max_len=8192 -artifact_prefix=build-fuzz/findings/$name- -print_final_stats=1 build-fuzz/inputs/$name \
    >build-fuzz/$name.log 2>&1 || { echo "$name: FAILED"; tail -n 40 build-fuzz/$name.log; exit 1; }
echo "$name: $(grep -o 'number_of_executed_units: *[0-9]*' build-fuzz/$name.log | grep -o '[0-9]*$') inputs, nothing found"
RUN
printf '%s\n' $targets | xargs -P 2 -I '{}' sh build-fuzz/one.sh '{}' "$seconds"
