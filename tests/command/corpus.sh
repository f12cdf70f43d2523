# Corpus files: cases that hold, fail, are still to do, and what --accept makes of them; wrong lines are named.
cat >cases.txt <<'END'
==================
Holds
:date 2024-05-14
==================
French Foreign Minister Helene Garnier met German Chancellor Karl Weber in Berlin on Monday.

---
event CONSULT actors="FRA GOV" recipients="DEU GOV" status=actual date=2024-05-13 at="met"
not event ASSAULT
actor "Helene Garnier" country=FRA type=person

==================
Fails
:date 2024-05-14
==================
French Foreign Minister Helene Garnier met German Chancellor Karl Weber in Berlin on Monday.

---
# a comment stays
event CONSULT actors="GBR GOV" at="met"
not event ASSAULT

==================
Nothing may come out, and nothing does
:exact
==================
The garden is green.

---

==================
Still to do
:todo
==================
The garden is green.

---
event CONSULT

==================
No longer to do
:todo
==================
The garden is green.

---
not event CONSULT

==================
Left out
:skip
==================
The garden is green.

---
event CONSULT

==================
Expects nothing
==================
The garden is green.

---
END
dragoman test cases.txt
echo "code $?"
echo "-- only"
dragoman test --only Holds --verbose cases.txt
echo "code $?"
echo "-- accepted"
cp cases.txt before.txt
dragoman test --only Fails --accept cases.txt
echo "code $?"
diff before.txt cases.txt
dragoman test --only Fails cases.txt
echo "-- wrong files"
wrong() {
    printf '===\nTitle\n%s===\nText.\n---\n%s\n' "$1" "$2" >wrong.txt
    dragoman test wrong.txt 2>&1 | sed -n 1p
}
wrong '' 'event MEET'
wrong '' 'event CONSULT actor=FRA'
wrong '' 'event CONSULT status=maybe'
wrong '' 'event CONSULT actors="FRA'
wrong '' 'event CONSULT actors'
wrong '' 'consult'
wrong '' 'actor ""'
wrong ':date 2024-13-01
' 'not event CONSULT'
wrong ':when 2024
' 'not event CONSULT'
printf '===\nTitle\n===\nText.\n' >wrong.txt
dragoman test wrong.txt 2>&1 | sed -n 1p
printf 'Title\n' >wrong.txt
dragoman test wrong.txt 2>&1 | sed -n 1p
dragoman test missing.txt 2>&1 | sed -n 1p
dragoman test --only nowhere-to-be-found cases.txt
echo "code $?"

echo "-- reports of negotiations are counted"
cat >talks.txt <<'T'
===
Talks in Geneva
:date 2011-03-14
:id talks-01
===
Foreign Minister Lena Arvid of Norway and her Turkish counterpart held talks in Geneva on Monday. "There is no need for haste," Arvid told reporters.

---
meeting at="held talks in Geneva" key=geneva-1 status=held date=2011-03-14 place=Geneva participants="Lena Arvid:attending;TUR GOV:attending"
meeting at="no need for haste" key=none status=planned
statement "Lena Arvid" at="no need for haste" direct
T
dragoman eval --task talks talks.txt | grep -E "^(meetings|statements|meeting-dates|attendance) "
dragoman test talks.txt
sed -i 's/status=planned/status=near/' talks.txt
dragoman eval --task talks talks.txt
echo "code $?"
