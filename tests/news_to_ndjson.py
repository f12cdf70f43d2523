#!/usr/bin/env python3
"""Turns the development news into NDJSON that the command reads.

usage: news_to_ndjson.py NEWS_FOLDER OUT_FOLDER

Writes wikinews.ndjson, white-house.ndjson and current-events.ndjson (its first 20,000 lines that have a text).
"""
import csv
import gzip
import itertools
import json
import pathlib
import re
import sys

EVENTS = 20000
FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.S)


def write(path, items):
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        for item in items:
            out.write(json.dumps({key: value for key, value in item.items() if value}, ensure_ascii=False) + "\n")


def wikinews(folder):
    with open(folder / "wikinews" / "wikinews_2019.csv", encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), 1):
            yield {"id": f"wikinews-{number}", "text": row["text"], "date": row["date"][:10], "title": row["title"],
                   "url": row["url"], "publisher": "Wikinews"}


def front_value(front, name):
    """A value of the front matter, which is YAML: enough of it for titles and dates."""
    found = re.search(rf"^{name}: *(.*(?:\n  .*)*)", front, re.M)
    value = " ".join(found.group(1).split()) if found else ""
    value = re.sub(r"\\u([0-9a-fA-F]{4})", lambda code: chr(int(code.group(1), 16)), value.strip("\"'"))
    return value.replace("\\", "")


def white_house(folder):
    root = folder / "white-house"
    for path in sorted(root.rglob("*.md")):
        whole = path.read_text(encoding="utf-8")
        front = FRONT.match(whole)
        head = front.group(1) if front else ""
        yield {"id": f"white-house-{path.relative_to(root)}", "text": whole[front.end():] if front else whole,
               "date": front_value(head, "date")[:10], "title": front_value(head, "title"),
               "url": front_value(head, "source_url"), "publisher": "The White House"}


def current_events(folder):
    with gzip.open(folder / "current-events.tsv.gz", "rt", encoding="utf-8", newline="\n") as file:
        names = file.readline().rstrip("\n").split("\t")
        for number, line in enumerate(itertools.islice(file, EVENTS), 1):
            row = dict(zip(names, line.rstrip("\n").split("\t")))
            if row.get("text"):
                yield {"id": f"current-events-{number}", "text": row["text"], "date": row["date"]}


def main():
    news, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    write(out / "wikinews.ndjson", wikinews(news))
    write(out / "white-house.ndjson", white_house(news))
    write(out / "current-events.ndjson", current_events(news))


if __name__ == "__main__":
    main()
