# What is coded from where: the table, the record, dates of each source, the title that is kept but not read.
sentence='French Foreign Minister Helene Garnier met German Chancellor Karl Weber in Berlin on Monday.'
echo "-- table"
dragoman code --date 2024-05-14 --text "$sentence" | tail -n +2
dragoman code --date 2024-05-14 --width 60 --text "$sentence" | awk '{ if (length($0) > 60) print "too wide: " $0 }'
echo "-- the day: of the line, of the first line, of the option, of nobody"
when() { grep '"kind":"event"' | grep -o '"date":{[^}]*}' || echo "no date"; }
printf '{"text": "%s", "date": "2024-05-07T12:00:00Z"}\n' "$sentence" | dragoman code --date 2024-05-14 --format ndjson | when
printf '2024-04-30\n%s\n' "$sentence" | dragoman code --date 2024-05-14 --format ndjson | when
printf '%s\n' "$sentence" | dragoman code --date 2024-05-14 --format ndjson | when
printf '%s\n' "$sentence" | dragoman code --format ndjson | when
echo "-- the title"
printf '{"id": "t", "title": "%s", "text": "The garden is green.", "publisher": "P", "url": "u"}\n' "$sentence" |
    dragoman code --format ndjson
echo "-- ids: of the caller, else of address and text"
printf '%s\n' "$sentence" >a.txt
cp a.txt b.txt
dragoman code --format ndjson a.txt b.txt a.txt | grep '"kind":"document"' | sed 's/.*"id":"\([^"]*\)".*/\1/' | sort | uniq -c | awk '{ print $1 }'
