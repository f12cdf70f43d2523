# An event with its words marked, its fields, its frame and its tree; what was refused; one event or sentence alone.
cat >report.txt <<'END'
2024-05-14
French Foreign Minister Helene Garnier met German Chancellor Karl Weber in Berlin on Monday, her spokesman said. The company met its deadline.

The garden is green.
END
# The tree depends on the model and the refusals on the frames: of those only what must be there is looked at.
dragoman explain report.txt >all
grep -c 'sentence' all
sed -n '/^  CONSULT/,/^$/p' all | sed 's/event [0-9a-f]*$/event ID/' >event
sed -n '1,/^    A actor/p' event | sed '$d'
cut -c 1-16 event | grep '^    [A-Z ] [a-z]'
grep -c -e '^    A .* Helene Garnier, FRA GOV.*: "Helene Garnier", by ' -e '^    R .* Karl Weber, DEU GOV' -e '^    P .* Berlin, DEU: "Berlin"$' \
    -e '^    D .* 2024-05-13 (day): "Monday", counted from 2024-05-14$' -e '^    T .* consult.yaml:[0-9]*, frame meet: "met"$' \
    -e '^    S .*spokesman.*"say"$' event
grep -c '─ met  *VERB ' all
sed -n '/^  considered and refused/,/^$/p' all | grep -c 'consult.yaml:[0-9]*, frame meet, at "met": '
grep -c 'garden' all
id=$(sed -n 's/^  CONSULT  event //p' all)
echo "-- one event"
dragoman explain --event "$id" report.txt | grep -c '^  CONSULT'
dragoman explain --event "$id" report.txt | grep -c 'deadline'
dragoman explain --event ffffffffffffffffffff report.txt
echo "code $?"
echo "-- one sentence"
dragoman explain --sentence 3 report.txt | sed -n 3,5p
dragoman explain --sentence 30 report.txt
echo "code $?"
echo "-- narrow, in colour"
dragoman explain --event "$id" --width 40 --color always report.txt | sed -n 4,7p | tr '\033' '^'
