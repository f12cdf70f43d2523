# Dictionaries of PETRARCH become lists, wrong lines are named and passed over, and the lists can be built and read.
printf '%s\n' 'NORDIC_RELIEF_SOCIETY_ [NGONORHLH] # aid' '+NRS_(NORELIEF)_' 'KARI_NORDSTRAND_' '+KARI_M_NORDSTRAND' \
    '	[NORELI 500101-600101]' '	[NORGOVMIL >19600101]' '	[NORGOV 600231-610101]' 'FJORD_LIBERATION_FRONT [NORREB]' \
    'NORWAY [NOR]' 'BERGEN_MAN [NORBUS]' 'GREENPEACE [NGO]' 'NOWHERE_PARTY [QQQPTY]' 'LOST' >some.actors.txt
printf '%s\n' '!FOLK! = MAN, WOMEN' 'LIGHTHOUSE_KEEPER [~GOV]' 'FERRY!FOLK! [~BUS]' 'FARMER [~AGR]' 'MYSTIC [~SUF]' 'BROKEN [~' \
    >agents.txt
printf '%s\n' '+ Fjord Rovers FC' 'YEARS LATER' >some.discards.txt
dragoman import petrarch some.actors.txt --agents agents.txt --discards some.discards.txt --data-folder "$SOURCE/data" \
    --output lists/new
echo "code $?"
for file in $(find lists -type f | LC_ALL=C sort); do
    echo "== $file"
    cat "$file"
done
cp -R "$SOURCE/data" data
cp -R lists/new/actors data/
dragoman build --data-folder data --models "$SOURCE/models" --output my.drg >/dev/null || echo "not built"
code() {
    dragoman code --data my.drg --date 2001-05-05 --format ndjson --text "$1" |
        sed -n 's/.*"kind":"actor","id":"\([^"]*\)".*"name":"\([^"]*\)","type":"\([a-z]*\)".*"country":"\([^"]*\)".*/\1 \2 \3 \4/p'
}
code 'Kari M Nordstrand criticized the Fjord Liberation Front.'
code 'The Nordic Relief Society praised Fjord Rovers FC.'
dragoman import petrarch some.actors.txt --data-folder "$SOURCE/data" --until 1990-12-31 --output until >out 2>&1
grep Nordstrand until/actors/holders/some-actors.tsv
dragoman import petrarch some.actors.txt --until 1990 --output until
echo "code $?"
dragoman import petrarch some.actors.txt
echo "code $?"
dragoman import tabari x
echo "code $?"
dragoman import petrarch words.txt --output lists
echo "code $?"
dragoman import petrarch missing.actors.txt --data-folder "$SOURCE/data" --output lists
echo "code $?"
dragoman import petrarch some.actors.txt --data-folder nowhere --output lists
echo "code $?"
# Verbs become frames that go by the order of words, and their sets classes.
printf '%s\n' '&TIES_' '+DIPLOMATIC TIES' '+TRADE LINKS' '--- RESTORE [050] ---' 'RESTORE' 'PATCH_UP {PATCHED_UP}' '- * &TIES WITH [064:064] # pair' \
    '- WILL NOT_* [---]' '- * HOPES [010]' '- RESTORE [064]' '- {A|B} * [064]' '~ a (b . ATTACK) SAY = a b 112' '--- LEAVE [WEIS] ---' 'LEFT {LEAVES}' \
    >some.verbs.txt
dragoman import petrarch verbs some.verbs.txt --output words
echo "code $?"
for file in $(find words -type f | LC_ALL=C sort); do
    echo "== $file"
    cat "$file"
done
rm -r data
cp -R "$SOURCE/data" data
rm data/frames/*
cp -R words/frames words/classes data/
dragoman build --data-folder data --models "$SOURCE/models" --output my.drg >/dev/null || echo "not built"
rules() {
    dragoman code --data my.drg --format ndjson --text "$1" |
        sed -n 's/.*"kind":"event".*"cameo":"\([^"]*\)".*"actors":\[{"actor":"\([^"]*\)".*"recipients":\[{"actor":"\([^"]*\)".*"rule":"\(some[^"]*\)".*/\4 \1 \2 \3/p'
}
rules 'France has restored full diplomatic ties with Libya.'
rules 'France patched up trade links with Libya.'
rules 'France restored the museum of Libya.'
rules 'France will not restore the museum of Libya.'
dragoman import petrarch verbs some.verbs.txt --other-codes LEAVE --output words
echo "code $?"
dragoman import petrarch verbs some.verbs.txt --other-codes CONSULT --output others 2>/dev/null
grep -c '^- name' others/frames/some-verbs.yaml
