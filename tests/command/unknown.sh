# Names that no list has, counted over texts: as a table, as lines of the lists that can be built, the same with any
# number of threads.
cat >news.ndjson <<'EOF'
{"date":"2019-03-04","text":"Norwegian foreign minister Kari Nordstrand met Olav Grindheim in Oslo on Monday. Nordstrand said the talks were useful. The Fjordland Relief Committee sent aid to Yemen."}
{"date":"2019-03-09","text":"Olav Grindheim rejected the offer. Iran criticized the Fjordland Relief Committee on Friday. Fighting went on near Qarabulush."}
{"date":"2019-02-01","text":"Norwegian foreign minister Kari Nordstrand visited France. Two soldiers were killed near Qarabulush."}
{"text":"Hamas and Israel agreed to a ceasefire. Emmanuel Macron spoke in Paris."}
EOF
dragoman unknown --contexts 1 news.ndjson
dragoman unknown --contexts 1 --least 1 --threads 4 news.ndjson >four
dragoman unknown --contexts 1 --least 1 --threads 1 news.ndjson | cmp - four && echo "same with four threads"
dragoman unknown --format tsv --contexts 1 news.ndjson | tee all.tsv
dragoman unknown --format tsv --contexts 0 --type person --top 1 news.ndjson | grep -v '^#?' >holders.tsv
cp -R "$SOURCE/data" data
cp holders.tsv data/actors/holders/new.tsv
dragoman build --data-folder data --models "$SOURCE/models" --output my.drg >/dev/null || echo "not built"
dragoman unknown --data my.drg --type person --contexts 0 news.ndjson
echo 'The sun rose.' | dragoman unknown
dragoman unknown missing.txt
echo "code $?"
for wrong in --least=0 --top=many --contexts=-1 --type=animal --format=xml; do
    dragoman unknown "$wrong" news.ndjson
    echo "code $?"
done
