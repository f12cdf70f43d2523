#!/usr/bin/env python3
"""validate_record.py must pass a good record and refuse each of many harmed ones."""
import copy
import json
import sys

import validate_record

TEXT = "Paris \udcff. Marco Rubio met Iran\u2019s envoy in Doha on Monday.".encode("utf-8", "surrogateescape")


def wording(words):
    begin = TEXT.index(words.encode("utf-8"))
    return {"text": words, "span": [begin, begin + len(words.encode("utf-8"))]}


def good():
    rubio = {"actor": "marco-rubio", **wording("Marco Rubio"), "name": "Marco Rubio", "country": "USA", "sector": ["GOV"],
             "role": "Secretary of State", "via": "name"}
    return [
        {"kind": "document", "id": "d", "record": 1, "published": "2024-02-29T10:00Z", "length": len(TEXT), "sentences": 2,
         "notes": [{"span": [6, 7], "text": "broken UTF-8"}]},
        {"kind": "actor", "id": "marco-rubio", "doc": "d", "sentence": 1, **wording("Marco Rubio"), "name": "Marco Rubio",
         "type": "person", "roles": [{"title": "envoy", "from": "2021-03", "source": {"doc": "d", "span": [0, 5]}}]},
        {"kind": "event", "id": "e", "doc": "d", "sentence": 1, "span": [9, 40], "trigger": wording("met"),
         "type": "CONSULT", "mode": "visit", "cameo": "042", "quad": "verbal-cooperation", "score": 4, "goldstein": 1.9,
         "actors": [rubio], "status": "actual", "date": {**wording("Monday"), "from": "2024-02-26", "to": "2024-02-26"},
         "place": {**wording("Doha"), "name": "Doha", "lat": 25.3, "lon": 51.5},
         "attribution": [{"speaker": wording("envoy"), "medium": "post"}], "contexts": ["diplomatic"],
         "magnitude": {"people": 3, "money": {"amount": 2}}, "rule": "consult.yaml#meet", "confidence": 0.5},
    ]


def harm(path, value):
    """The good record with the value at the path changed; ... takes the field out."""
    lines = copy.deepcopy(good())
    place = lines
    for step in path[:-1]:
        place = place[step]
    if value is ...:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return lines


HARMS = [
    ([0, "record"], 2), ([0, "record"], ...), ([0, "length"], 5), ([0, "id"], ""), ([0, "title"], None), ([0, "title"], ""),
    ([0, "published"], "2023-02-29"), ([0, "published"], "yesterday"), ([0, "notes"], []), ([0, "colour"], "red"),
    ([0, "notes", 0, "span"], [6, 700]), ([0, "kind"], "story"),
    ([1, "doc"], "x"), ([1, "sentence"], 2), ([1, "sentence"], -1), ([1, "sentence"], True), ([1, "text"], "Marco rubio"),
    ([1, "span"], [9, 9]), ([1, "span"], [10, 21]), ([1, "type"], "robot"), ([1, "name"], ...), ([1, "country"], "us"),
    ([1, "sector"], []), ([1, "sector"], ["XYZ"]), ([1, "roles", 0, "title"], ...), ([1, "roles", 0, "source"], "press"),
    ([1, "roles", 0, "from"], "March"),
    ([2, "span"], [9]), ([2, "span"], [9, 9]), ([2, "trigger"], ...), ([2, "trigger", "text"], "meet"), ([2, "type"], "CRIME"),
    ([2, "mode"], "riot"), ([2, "cameo"], "42"), ([2, "cameo"], 42), ([2, "cameo"], ...), ([2, "quad"], "material-conflict"),
    ([2, "score"], 11), ([2, "actors"], []), ([2, "actors", 0, "actor"], "x"), ([2, "actors", 0, "via"], ...),
    ([2, "actors", 0, "text"], "Rubio"), ([2, "actors", 0, "role"], ""), ([2, "status"], "maybe"), ([2, "negated"], False),
    ([2, "date", "from"], "2024-02-30"), ([2, "date", "to"], "2024-02-25"), ([2, "date", "precision"], "unknown"), ([2, "date", "type"], "SET"), ([2, "date", "value"], "p3d"),
    ([2, "date", "mod"], "SOON"), ([2, "date", "anchored"], "guess"),
    ([2, "place", "lat"], 91), ([2, "place", "lon"], ...), ([2, "place", "name"], ...), ([2, "attribution", 0, "medium"], "radio"),
    ([2, "attribution", 0], {}), ([2, "attribution", 0, "speaker", "text"], "an envoy"), ([2, "contexts"], ["war"]),
    ([2, "magnitude", "dead"], -1), ([2, "magnitude"], {}), ([2, "rule"], "meet"), ([2, "confidence"], 1.5),
    ([2, "confidence"], float("nan")), ([2, "doc"], ...),
]


def errors_of(lines, raw=None):
    errors = []
    raw = raw or [json.dumps(line).encode("utf-8") + b"\n" for line in lines]
    validate_record.validate(raw, {"d": TEXT}, errors)
    return errors


def main():
    failures = [f"a good record is refused: {error}" for error in errors_of(good())]
    failures += [f"passes with {path} = {value}" for path, value in HARMS if not errors_of(harm(path, value))]
    others = {
        "an event line first": good()[2:], "a document twice": good() + good(), "an event twice": good() + good()[2:],
        "an actor after an event": [good()[0], good()[2], good()[1]], "id first": [{"id": "d", **good()[0]}],
    }
    failures += [f"passes with {name}" for name, lines in others.items() if not errors_of(lines)]
    broken = {"half a line": b'{"kind":"docu', "no line end": json.dumps(good()[0]).encode(), "a list": b"[]\n",
              "a field twice": b'{"kind":"document","id":"d","id":"d"}\n', "broken UTF-8": b'{"kind":"\xff"}\n'}
    failures += [f"passes with {name}" for name, raw in broken.items() if not errors_of(None, [raw])]
    print("\n".join(failures) or f"{len(HARMS) + len(others) + len(broken)} harmed records refused, a good one passed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
