#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""In: the folder data/. Out: how many entries of each kind the lists hold, and an error when there are fewer than the
project promises, or when two rows contradict each other in a way that one line alone cannot show: two bodies of one
country with the same wording at the same time, one office-holder twice in the same office on the same day, two persons
of different countries under one name.

usage: list_counts.py DATA"""
import glob
import os
import re
import sys
import unicodedata

PROMISED = {
    "international organisations": 120,
    "armed groups with country and years": 400,
    "parties and movements": 150,
    "non-governmental organisations": 200,
    "outlets and agencies": 600,
    "person-office-period rows": 6000,
    "places of our own": 300,
    "states": 195,
}
INTERNATIONAL = {"IGO", "UNO", "EUR"}
ARMED = {"REB", "PRM", "IMG", "CRM", "UAF", "MIL"}


def rows(pattern):
    """(file:line, fields by column) of every list that the pattern finds."""
    for path in sorted(glob.glob(pattern)):
        columns = []
        with open(path, encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                line = line.rstrip("\n")
                if line.startswith("# columns:"):
                    columns = line[len("# columns:"):].strip().split("\t")
                if not line or line.startswith("#"):
                    continue
                yield f"{os.path.basename(path)}:{number}", dict(zip(columns, line.split("\t")))


def key(name):
    """The form in which names are compared: no case, marks, hyphens."""
    plain = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return re.sub(r"[\s-]+", " ", plain.lower()).strip()


def bound(date, low):
    """The date as a day that sorts, the earliest (low) or latest that it may mean."""
    if not date:
        return "0000" if low else "9999"
    return date + ("-01-01" if low else "-12-31")[(len(date) - 4):]


def overlap(one, other):
    return bound(one[0], True) <= bound(other[1], False) and bound(other[0], True) <= bound(one[1], False)


def sectors(row):
    return row["sectors"].split("|")


def bodies(data):
    for folder in ("organizations", "groups", "media"):
        for where, row in rows(f"{data}/actors/{folder}/*.tsv"):
            yield folder, where, row


def count(data):
    found = dict.fromkeys(PROMISED, 0)
    for folder, _, row in bodies(data):
        first = sectors(row)[0]
        found["international organisations"] += folder == "organizations" and first in INTERNATIONAL
        armed = folder == "groups" and ARMED & set(sectors(row)) and row["from"]
        found["armed groups with country and years"] += bool(armed)
        found["parties and movements"] += "PTY" in sectors(row) or "OPP" in sectors(row)
        found["non-governmental organisations"] += first == "NGO"
        found["outlets and agencies"] += folder == "media" and "JRN" in sectors(row)
    found["person-office-period rows"] = sum(1 for _ in rows(f"{data}/actors/holders/*.tsv"))
    found["places of our own"] = sum(1 for _ in rows(f"{data}/places/supplement.tsv"))
    found["states"] = sum(row["status"] in ("member", "observer") for _, row in rows(f"{data}/actors/countries.tsv"))
    return found


def wordings(row):
    """Each wording of a body with the time in which it means it."""
    for name in [row["name"]] + row["names"].split("|"):
        name, _, times = name.strip().partition("@")
        if name:
            start, _, end = times.rstrip("!").partition("..")
            yield key(name.rstrip("?")), (start or row["from"], end or row["to"])


def same_wordings(data):
    seen = {}
    for _, where, row in bodies(data):
        if row["type"] == "grouping":
            continue
        for wording, time in wordings(row):
            for other, other_row, other_time in seen.get((wording, row["country"]), []):
                if other_row["id"] != row["id"] and overlap(time, other_time):
                    yield f"{where}: '{wording}' of {row['id']} is also that of {other_row['id']} ({other})"
            seen.setdefault((wording, row["country"]), []).append((where, row, time))


def same_holders(data):
    seen, of_person = {}, {}
    known = {key(row["name"]) for _, row in rows(f"{data}/actors/people/*.tsv")}
    for where, row in rows(f"{data}/actors/holders/*.tsv"):
        office = (key(row["name"]), row["country"], key(row["title"]), row["organization"])
        if (*office, row["from"]) in seen:
            yield f"{where}: {row['name']}, {row['title']} from {row['from']} stands already in {seen[(*office, row['from'])]}"
        seen[(*office, row["from"])] = where
        if row["country"] != "---":
            other = of_person.setdefault(office[0], (where, row["country"]))
            if other[1] != row["country"] and office[0] not in known:
                yield f"{where}: {row['name']} is of {row['country']}, in {other[0]} of {other[1]}: two persons?"


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    data, failed = sys.argv[1], False
    for what, number in count(data).items():
        few = number < PROMISED[what]
        failed |= few
        print(f"{number:6} {what}" + (f", expected {PROMISED[what]}" if few else ""))
    for problem in [*same_wordings(data), *same_holders(data)]:
        failed = True
        print(problem)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
