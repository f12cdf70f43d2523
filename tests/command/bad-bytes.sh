# Broken UTF-8, NUL bytes and control characters: coded, nothing lost, and the output is UTF-8.
printf 'Ministers \377 met \000 in Oslo \033[31mon Monday.\n' >bytes.txt
dragoman code --date 2024-05-14 --format ndjson bytes.txt >record.ndjson
echo "code $?"
iconv -f UTF-8 -t UTF-8 record.ndjson >/dev/null && echo "valid"
for format in table conllu; do
    dragoman code --date 2024-05-14 --format $format bytes.txt | LC_ALL=C tr -cd '\000\033\377' | wc -c
done
dragoman explain --sentence 0 bytes.txt | LC_ALL=C tr -cd '\000\033\377' | wc -c
dragoman parse bytes.txt | cut -f2 | grep -c -e '^met$' -e '^Oslo$'
printf '{"id": "n", "text": "Ministers \377 met \\u0000 in Oslo."}\n' | dragoman parse | cut -f2 | grep -c -e '^met$' -e '^Oslo$'
