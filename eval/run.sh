#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Recomputes eval/scores.csv: eval/run.sh [PROGRAM [DATA]]. The development data is read where it lies, beside the project.
set -eu
cd "$(dirname "$0")/.."
program=${1:-build/dragoman}
data=${2:-../shared/data}
treebanks=$data/treebank
if [ ! -d "$treebanks" ]; then
    echo "eval: skipped, there is no development data at $data"
    exit 0
fi
score() { "$program" eval --save eval/scores.csv "$@"; }
score --name ewt-dev-gold-tokens --gold-tokens "$treebanks/ewt-dev.conllu"
score --name gum-dev-news-interview-speech-gold-tokens --gold-tokens --only GUM_news,GUM_interview,GUM_speech \
    "$treebanks/gum-dev.conllu"
score --name ewt-dev-raw "$treebanks/ewt-dev.conllu"
score --name gum-dev-news-raw --only GUM_news "$treebanks/gum-dev.conllu"
score --name gum-dev-raw "$treebanks/gum-dev.conllu"
score --task entities --name gum-dev-news-interview-speech-entities --only GUM_news,GUM_interview,GUM_speech \
    "$treebanks/gum-dev.conllu"
score --task offices --name offices eval/offices.tsv
score --task offices --name offices-held --only held eval/offices.tsv
score --task times --name timebank-aquaint "$data/times/TimeBank" "$data/times/AQUAINT"
score --task times --name wikiwars "$data/times/wikiwars/keyinline"/*.xml
if [ -f "$(dirname "$program")/gazetteer/cities500.txt" ]; then
    score --task places --name lgl "$data/places/lgl.xml"
    score --task places --name geovirus "$data/places/GeoVirus.xml"
else
    echo "eval: LGL and GeoVirus are skipped, they want a data file built with the gazetteer" >&2
fi
score --task factuality --name factuality-uds "$data/factuality/UDS_IH2/dev.jsonl"
score --task factuality --name factuality-meantime "$data/factuality/MEANTIME/dev.jsonl"
score --task factuality --name factuality "$data/factuality/UDS_IH2/dev.jsonl" "$data/factuality/MEANTIME/dev.jsonl"
score --task attribution --name polnear "$data/quotes/polnear/dev/attributions"
score --task coreference --name gap-development "$data/coreference/gap-development.tsv"
score --task relation --name plv-train "$data/events/plv-train.tsv"
score --task quad --name cameo-quad-train "$data/events/cameo-quad-train.tsv"
score --task roles --name cameo-roles-train "$data/events/cameo-roles-train.txt"
score --task corpus --name open-corpus-held --only held corpus/open
score --task corpus --name open-corpus corpus/open
score --task talks --name talks-corpus-held --only held corpus/talks
score --task talks --name talks-corpus --only development corpus/talks
score --task petrarch --name petrarch-records "$data/events/petrarch/PETR.UnitTest.records.xml"
score --task triggers --name m2e2 "$data/events/m2e2-development.json"

# The acceptance articles' rows in place of the earlier ones; the header first, the rest sorted.
articles=$(sh eval/acceptance.sh "$program")
if [ -n "$articles" ]; then
    sets=$(printf '%s\n' "$articles" | cut -d, -f1 | sort -u | paste -sd '|')
    { head -n 1 eval/scores.csv; { tail -n +2 eval/scores.csv | grep -vE "^($sets),"; printf '%s\n' "$articles"; } | LC_ALL=C sort; } >eval/scores.csv.part
    mv eval/scores.csv.part eval/scores.csv
fi
