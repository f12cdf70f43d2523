#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""In: the folder corpus/open. Out: what it holds, by type, mode, status, kind and register, and an error when that is less
than the project promises, when a text stands twice, or when a line names words that its text does not have once.

usage: corpus_counts.py FOLDER"""
import collections
import glob
import os
import re
import sys

from validate_record import MODES

PROMISED = {"cases": 6000, "texts without an event": 500, "events of each type": 200, "events of each mode": 40}
LEAST_SPECIAL = 1 / 3  # of the cases: no event, or one that is negated, planned, conditional, denied, hearsay, history
KINDS = "sports business markets weather accident crime culture science metaphor everyday statement wish history law other"
REGISTERS = "headline brief communique speech blog analysis letter diary minutes"
CASE = re.compile(r"^={3,}\n([^\n]+)\n((?::[^\n]*\n)*)={3,}\n(.*?)\n-{3,}\n(.*?)(?=^={3,}\n[^\n]+\n(?::[^\n]*\n)*={3,}\n|\Z)",
                  re.S | re.M)
FIELD = re.compile(r' ([a-z]+)(?:=("(?:[^"\\]|\\.)*"|[^\s"]*))?')


def cases(folder):
    """(file: title, attributes, text, event lines) of every case."""
    for path in sorted(glob.glob(os.path.join(folder, "*.txt"))):
        with open(path, encoding="utf-8") as file:
            for title, attributes, text, lines in CASE.findall(file.read()):
                kept = [line.strip() for line in lines.split("\n") if line.strip() and not line.startswith("#")]
                yield (f"{os.path.basename(path)}: {title}", dict(re.findall(r":(\w+) ?(.*)", attributes)), text.strip(), kept)


def fields(line):
    return {name: value.strip('"').replace('\\"', '"') for name, value in FIELD.findall(line[line.index(" ", 6):])}


def is_special(events, attributes):
    return "kind" in attributes or any(
        "negated" in event or "attributed" in event or event.get("status", "actual") not in ("actual", "ongoing")
        for _, event in events)


def main():
    counts = {name: collections.Counter() for name in ("types", "modes", "status", "kind", "register")}
    wrong, texts, total, special = [], {}, 0, 0
    for name, attributes, text, lines in cases(sys.argv[1]):
        total += 1
        if texts.setdefault(text.lower(), name) != name:
            wrong.append(f"{name}: the text stands in {texts[text.lower()]} too")
        if attributes.get("kind", "other") not in KINDS.split() or ("kind" in attributes) == bool(lines):
            wrong.append(f"{name}: :kind stands where there is no event, and only there")
        if attributes.get("register", "brief") not in REGISTERS.split():
            wrong.append(f"{name}: there is no register {attributes['register']}")
        events = [(line.split()[1], fields(line)) for line in lines]
        for kind, event in events:
            found = len(re.findall(r"(?<!\w)" + re.escape(event.get("at", "")) + r"(?!\w)", text))
            if not event.get("at") or found != 1:
                wrong.append(f"{name}: at=\"{event.get('at', '')}\" stands {found} times in the text")
            counts["types"][kind] += 1
            if event.get("mode"):
                counts["modes"][f"{kind} {event['mode']}"] += 1
            counts["status"]["negated" if "negated" in event else event.get("status", "actual")] += 1
        special += is_special(events, attributes)
        counts["kind"].update([attributes["kind"]] if "kind" in attributes else [])
        counts["register"].update([attributes.get("register", "news")])
    nothing = sum(counts["kind"].values())
    print(f"{total} cases, {sum(counts['types'].values())} events, {nothing} texts without one, {special} special cases")
    for name, counter in counts.items():
        print(f"{name}: " + ", ".join(f"{key} {value}" for key, value in sorted(counter.items())))
    least = {"cases": total, "texts without an event": nothing,
             "events of each type": min(counts["types"][kind] for kind in MODES),
             "events of each mode": min(counts["modes"][f"{kind} {mode}"] for kind in MODES for mode in MODES[kind].split())}
    wrong += [f"{name}: {least[name]}, and {PROMISED[name]} are promised" for name in PROMISED if least[name] < PROMISED[name]]
    if special < LEAST_SPECIAL * total:
        wrong.append(f"{special} of {total} cases are special, and a third is promised")
    for line in wrong[:50]:
        print(f"corpus_counts.py: {line}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
