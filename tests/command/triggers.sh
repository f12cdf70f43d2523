# Triggers: words that tell of an act count when they made an event, or none for want of a party; killing and telephone
# calls are other classes of the set. A wrong file is named.

# sentence WORDS [CLASS START END]...: each gold trigger by its words' places.
sentence() {
    words=$(printf '%s' "$1" | sed 's/ /", "/g')
    shift
    printf '{"words": ["%s"], "golden-event-mentions": [' "$words"
    comma=
    while [ $# -gt 0 ]; do
        printf '%s{"event_type": "%s", "trigger": {"start": %s, "end": %s}}' "$comma" "$1" "$2" "$3"
        comma=', '
        shift 3
    done
    printf ']}'
}

{
    printf '['
    # events, one of them planned: the word tells of a meeting all the same
    sentence 'The French foreign minister met the German chancellor in Berlin .' Contact:Meet 4 5
    printf ',\n'
    sentence 'The French foreign minister will meet the German chancellor in Berlin .' Contact:Meet 5 6
    printf ',\n'
    sentence 'Russian forces attacked a Ukrainian town and police arrested ten protesters .' \
        Conflict:Attack 2 3 Justice:Arrest-Jail 8 9
    printf ',\n'
    # no events, for no reason that lies in the words: nobody is named
    sentence 'Ten protesters were arrested .' Justice:Arrest-Jail 3 4
    printf ',\n'
    sentence 'The meeting was long .' Contact:Meet 1 2
    printf ',\n'
    # no event, because of what is said of the word: missing
    sentence 'An attack on the airport was feared .' Conflict:Attack 1 2
    printf ',\n'
    # killing and telephone calls belong to classes that are not measured
    sentence 'Russian troops killed ten Ukrainian soldiers .' Life:Die 2 3
    printf ',\n'
    sentence 'The French president phoned the German chancellor .' Contact:Phone-Write 3 4
    printf ',\n'
    # the gold says nothing of the first, another class of the second, and names a word that tells of none
    sentence 'The Polish prime minister visited the Lithuanian president in Vilnius .'
    printf ',\n'
    sentence 'Russian forces attacked a Ukrainian town .' Conflict:Demonstrate 2 3
    printf ',\n'
    sentence 'The choir sang in the garden .' Contact:Meet 2 3
    printf ']'
} >own.json
dragoman eval --task triggers --name own --errors --save scores.csv own.json
echo "code $?"
cat scores.csv
echo "-- wrong files"
echo '{"words": ["A"]}' >object.json
echo '[{"words": ["A"]' >cut.json
printf '[{"words": []}]' >empty.json
# places outside of the sentence, and what is no place, are no triggers
printf '[{"words": ["A", "dog", "barked"], "golden-event-mentions": [{"event_type": "Contact:Meet", "trigger": {"start": 2, "end": 9}}, {"event_type": "Contact:Meet", "trigger": {"start": -1, "end": 1}}, {"event_type": "Contact:Meet"}, 7]}]' >outside.json
for file in object cut empty outside; do
    dragoman eval --task triggers $file.json 2>&1 | grep -m 1 -e '^dragoman' -e '^meet'
done
