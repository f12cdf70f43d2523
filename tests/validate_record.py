#!/usr/bin/env python3
"""Checks a record (NDJSON) against docs/record-format.md and against the texts that it was read from.

usage: validate_record.py [--source FILE]... [--quiet] RECORD

RECORD is a file, or - for standard input. A --source is NDJSON (.ndjson, .jsonl: objects with `id` and `text`; a document
belongs to the line with its id) or any other file (a document belongs to the file whose path is its url). With no
--source at all the wording at spans is not compared. Exit status 1 when something is wrong; the last line says how much
was looked at.
"""
import argparse
import codecs
import datetime
import json
import re
import sys

MODES = {
    "AGREE": "", "SUPPORT": "", "CONCEDE": "", "COOPERATE": "", "AID": "",
    "CONSULT": "visit third-party multilateral phone",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone "
               "heavy-weapons crowd-control unconventional",
}
QUADS = {
    "verbal-cooperation": "AGREE CONSULT SUPPORT CONCEDE",
    "material-cooperation": "COOPERATE AID RETREAT",
    "verbal-conflict": "REQUEST ACCUSE REJECT THREATEN",
    "material-conflict": "PROTEST SANCTION MOBILIZE COERCE ASSAULT",
}
SECTORS = set("COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED OPP PRE REF REL SOC EUR IGO "
              "IMG ISM MNC NGO UNO".split())
CONTEXTS = set("military intelligence executive legislative election political_institutions pro_democracy pro_autocracy "
               "economic legal reparations human_rights rights_freedoms repression human_security gender lgbt "
               "religion_ethnicity inequality diplomatic territory peacekeeping health asylum migration disasters "
               "natural_resource environment technology terrorism cbrn cyber misinformation crime corruption "
               "illegal_drugs trafficking".split())
ACTOR_TYPES = {"person", "organization", "state", "group", "role"}
VIAS = {"name", "apposition", "metonym", "pronoun", "role", "group"}
STATUSES = set("actual ongoing planned cancelled denied conditional hypothetical historical".split())
MODS = {"START", "MID", "END", "APPROX", "BEFORE", "AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"}
PRECISIONS = {"day", "week", "month", "year", "instant"}
MEETING_STATUSES = set("proposed planned ongoing held postponed cancelled collapsed".split())
ATTENDANCES = set("invited confirmed attending arrived withdrew deputy absent".split())
STANCES = set("accepts rejects open conditional demands offers denies confirms declines silent".split())
MEDIA = set("post interview statement speech press-conference call letter report".split())

# As the program shows bytes that are not UTF-8: one U+FFFD for each.
codecs.register_error("each", lambda error: ("\ufffd" * (error.end - error.start), error.end))


class Wrong(Exception):
    """What is wrong with a line."""


def need(condition, message):
    if not condition:
        raise Wrong(message)


# ---- what a value may be: functions that take the value, its name and the document's state


def text(value, name, _state):
    need(isinstance(value, str) and value, f"{name} is no text, or an empty one")


def whole(value, name, _state):
    need(isinstance(value, int) and not isinstance(value, bool) and value >= 0, f"{name} is no count: {value!r}")


def number(low, high):
    def check(value, name, _state):
        need(isinstance(value, (int, float)) and not isinstance(value, bool), f"{name} is no number: {value!r}")
        need(low <= value <= high, f"{name} is not in {low}..{high}: {value!r}")
    return check


def one_of(allowed):
    def check(value, name, _state):
        need(isinstance(value, str) and value in allowed, f"{name} is none of the codes: {value!r}")
    return check


def pattern(expression):
    compiled = re.compile(expression)

    def check(value, name, _state):
        need(isinstance(value, str) and compiled.fullmatch(value), f"{name} has another form: {value!r}")
    return check


def true(value, name, _state):
    need(value is True, f"{name} may only be true: {value!r}")


def truth(value, name, _state):
    need(isinstance(value, bool), f"{name} is neither true nor false: {value!r}")


def day(value, name, _state):
    need(isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value), f"{name} is no day: {value!r}")
    try:
        datetime.date(max(int(value[:4]), 1), int(value[5:7]), int(value[8:]))
    except ValueError:
        raise Wrong(f"{name} is no day of the calendar: {value!r}") from None


def moment(value, name, state):
    need(isinstance(value, str), f"{name} is no text")
    day(value[:10], name, state)
    need(re.fullmatch(r"(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d(:?\d\d)?)?)?", value[10:]), f"{name}: {value!r}")


def span(value, name, state):
    need(isinstance(value, list) and len(value) == 2 and all(type(v) is int for v in value), f"{name} is no span: {value!r}")
    need(0 <= value[0] <= value[1] <= state.length, f"{name} is not inside the text of {state.length} bytes: {value!r}")
    state.spans += 1


def sentence(value, name, state):
    whole(value, name, state)
    need(value < state.sentences, f"{name} {value}, but the document has {state.sentences}")


def own_document(value, name, state):
    need(value == state.id, f"{name} is not the document before it: {value!r}")


def list_of(item):
    def check(value, name, state):
        need(isinstance(value, list) and value, f"{name} is no list, or an empty one")
        for index, element in enumerate(value):
            item(element, f"{name}[{index}]", state)
    return check


def object_of(required, optional=None, wording=True):
    fields = {**required, **(optional or {})}

    def check(value, name, state):
        need(isinstance(value, dict) and value, f"{name} is no object, or an empty one")
        for key in required:
            need(key in value, f"{name} lacks {key}")
        for key, element in value.items():
            need(key in fields, f"{name} has a field that the format does not know: {key}")
            fields[key](element, f"{name}.{key}", state)
        if wording and "text" in value and "span" in value:
            state.compare(value["text"], value["span"], name)
    return check


def actor_id(value, name, state):
    need(value in state.actors, f"{name} names no actor line of this document: {value!r}")


def event_id(value, name, state):
    need(value in state.events, f"{name} names no event line of this document: {value!r}")


def either(*checks):
    def check(value, name, state):
        failures = []
        for attempt in checks:
            try:
                return attempt(value, name, state)
            except Wrong as failure:
                failures.append(str(failure))
        raise Wrong(" / ".join(failures))
    return check


COUNTRY = pattern(r"[A-Z]{3}|---")
SECTOR = list_of(one_of(SECTORS))
PARTIAL_DAY = pattern(r"\d{4}(-\d\d(-\d\d)?)?")
WORDING = {"text": text, "span": span}
NOTE = object_of({"span": span, "text": text}, wording=False)
ROLE = object_of({"title": text, "source": either(one_of({"list"}), object_of({"doc": own_document, "span": span}))},
                 {"country": COUNTRY, "organization": text, "from": PARTIAL_DAY, "to": PARTIAL_DAY})
MENTION = object_of({"actor": actor_id, **WORDING, "name": text, "via": one_of(VIAS)},
                    {"country": COUNTRY, "sector": SECTOR, "role": text})
DATE = object_of(WORDING, {"from": day, "to": day, "precision": one_of(PRECISIONS), "type": one_of({"DATE", "TIME", "DURATION"}),
                           "value": pattern("[A-Z0-9:._-]{1,31}"), "mod": one_of(MODS), "anchor": day,
                           "anchored": one_of({"published", "dateline", "text"}), "inherited": true})
PLACE = object_of({**WORDING, "name": text},
                  {"country": COUNTRY, "admin1": text, "lat": number(-90, 90), "lon": number(-180, 180), "geonames": whole})
ATTRIBUTION = object_of({}, {"speaker": either(MENTION, object_of(WORDING)), "outlet": text, "medium": one_of(MEDIA),
                             "verb": text, "direct": true})
TELLING = object_of({"sentence": sentence, "span": span, "trigger": object_of(WORDING)})
MAGNITUDE = object_of({}, {"dead": whole, "injured": whole, "detained": whole, "people": whole,
                           "money": object_of({"amount": number(-1e300, 1e300)}, {"currency": pattern("[A-Z]{3}")})})
STEP = object_of({"status": one_of(MEETING_STATUSES), "doc": own_document, "sentence": sentence, **WORDING}, {"date": DATE})
PARTICIPANT = object_of({"actor": MENTION, "part": one_of({"party", "host", "mediator", "guest"}), "status": one_of(ATTENDANCES),
                         "doc": own_document, "sentence": sentence, **WORDING}, {"since": day})
LINE = {"kind": one_of({"document", "actor", "event", "statement", "meeting", "proposal", "position"}), "id": text}
WORDS = object_of(WORDING)
ABOUT = object_of({"matter": one_of({"meeting", "proposal", "term", "event"}), "id": text}, {"term": whole})
TERM = object_of({"sentence": sentence, **WORDING},
                 {"subject": text, "by": WORDS, "action": WORDS, "object": WORDS, "benefits": WORDS, "costs": WORDS})
POSITION = ({"id": text, "actor": MENTION, "stance": one_of(STANCES), "doc": own_document, "sentence": sentence, **WORDING},
            {"term": whole, "content": WORDS, "condition": WORDS, "date": DATE, "statement": text})
KINDS = {
    "document": object_of({**LINE, "record": number(1, 1), "length": whole, "sentences": whole},
                          {"url": text, "publisher": text, "title": text, "author": text, "published": moment,
                           "fetched": moment, "language": text, "story": text, "notes": list_of(NOTE)}),
    "actor": object_of({**LINE, "doc": own_document, "sentence": sentence, **WORDING, "name": text,
                        "type": one_of(ACTOR_TYPES)},
                       {"country": COUNTRY, "sector": SECTOR, "roles": list_of(ROLE), "aliases": list_of(text)}),
    "event": object_of({**LINE, "doc": own_document, "sentence": sentence, "span": span, "trigger": object_of(WORDING),
                        "type": one_of(MODES), "quad": one_of(QUADS), "score": number(-10, 10), "status": one_of(STATUSES),
                        "rule": pattern(r"[^#]+#[^#]+"), "confidence": number(0, 1)},
                       {"mode": text, "cameo": pattern(r"(0[1-9]|1\d|20)\d{0,2}"), "goldstein": number(-10, 10),
                        "actors": list_of(MENTION), "recipients": list_of(MENTION), "third": list_of(MENTION),
                        "negated": true, "date": DATE, "place": PLACE, "attribution": list_of(ATTRIBUTION),
                        "mentions": list_of(TELLING), "contexts": list_of(one_of(CONTEXTS)), "magnitude": MAGNITUDE}),
    "statement": object_of({**LINE, "doc": own_document, "sentence": sentence, **WORDING, "direct": truth},
                           {"speaker": either(MENTION, object_of(WORDING)), "outlet": text, "medium": one_of(MEDIA),
                            "verb": text, "addressee": MENTION, "date": DATE, "attitude": true, "stance": one_of(STANCES),
                            "about": list_of(ABOUT), "reverses": either(text, WORDS)}),
    "meeting": object_of({**LINE, "doc": own_document, "sentence": sentence, "span": span, "name": text,
                          "status": one_of(MEETING_STATUSES), "history": list_of(STEP)},
                         {"topic": text, "level": one_of({"head-of-state", "ministerial", "envoy", "technical"}), "place": PLACE,
                          "date": DATE, "participants": list_of(PARTICIPANT), "events": list_of(event_id)}),
    "proposal": object_of({**LINE, "doc": own_document, "sentence": sentence, "span": span, "name": text},
                          {"version": one_of({"draft", "counter-proposal", "amended", "final"}), "answers": text,
                           "proposers": list_of(MENTION), "presented_to": list_of(MENTION), "place": PLACE, "date": DATE,
                           "terms": list_of(TERM), "positions": list_of(object_of(*POSITION)),
                           "mentions": list_of(object_of({"sentence": sentence, **WORDING}))}),
    "position": object_of({**LINE, **POSITION[0]}, POSITION[1]),
}


# ---- a document after the other


class State:
    """Where in the record we are, and what was seen."""

    def __init__(self, sources):
        self.sources = sources
        self.id, self.text, self.length, self.sentences = None, None, 0, 0
        self.actors, self.events, self.statements, self.meetings, self.last = set(), set(), [], set(), 0
        self.documents, self.counts, self.spans, self.compared = set(), {kind: 0 for kind in KINDS}, 0, 0

    def open(self, line):
        self.id, self.length, self.sentences = line.get("id"), line.get("length", 0), line.get("sentences", 0)
        self.text = None
        self.actors, self.events, self.statements, self.meetings, self.last = set(), set(), [], set(), 0
        need(self.id not in self.documents, f"document {self.id!r} twice")
        self.documents.add(self.id)
        if self.sources is None:
            return
        self.text = self.sources.get(self.id, self.sources.get(line.get("url")))
        need(self.text is not None, f"there is no source for document {self.id!r}")
        need(len(self.text) == self.length, f"length {self.length}, but the source has {len(self.text)} bytes")

    def compare(self, wording, where, name):
        need(where[0] < where[1], f"{name}: its span is empty")
        if self.text is None:
            return
        there = self.text[where[0]:where[1]].decode("utf-8", "each")
        need(there == wording, f"{name}: text is {wording!r}, but at {where} stands {there!r}")
        self.compared += 1


def check_event(line, state):
    need("mode" not in line or line["mode"] in MODES[line["type"]].split(), f"{line['type']} has no mode {line.get('mode')!r}")
    need(line["type"] in QUADS[line["quad"]].split(), f"{line['type']} is not of quad {line['quad']}")
    need("goldstein" not in line or "cameo" in line, "a Goldstein score without a CAMEO code")
    date = line.get("date", {"from": ""})
    need("from" in date or "to" in date, "a date with neither from nor to")
    need(date.get("from", "0") <= date.get("to", "9"), f"the date ends before it begins: {date}")
    place = line.get("place", {})
    need(("lat" in place) == ("lon" in place), "half a coordinate")
    trigger = line["trigger"]["span"]
    need(line["span"][0] < line["span"][1], "the clause is empty")
    need(0 <= trigger[0] < trigger[1] <= state.length, "the trigger is outside of the text")
    need(line["sentence"] >= state.last, "the events are not in the order of the text")
    state.last = line["sentence"]
    need(line["id"] not in state.events, f"event {line['id']!r} twice")
    state.events.add(line["id"])


def check_statement(line, state):
    need("speaker" in line or "outlet" in line, "nobody says it")
    need(not state.statements or line["span"][0] >= state.statements[-1], "the statements are not in the order of the text")
    state.statements.append(line["span"][0])


def check_meeting(line, state):
    need(line["id"] not in state.meetings, f"meeting {line['id']!r} twice")
    need(line["status"] in {step["status"] for step in line["history"]}, "its status is no step of its history")
    state.meetings.add(line["id"])


def check_line(line, state):
    need(isinstance(line, dict), "no object")
    need(list(line)[:2] == ["kind", "id"], "kind and id do not come first")
    kind = line["kind"]
    need(kind in KINDS, f"there is no kind {kind!r}")
    if kind == "document":
        state.open(line)
    else:
        need(state.id is not None, "a line before any document")
    KINDS[kind](line, kind, state)
    state.counts[kind] += 1
    if kind == "actor":
        need(not state.events and not state.statements and not state.meetings, "an actor after an event or a statement")
        need(line["id"] not in state.actors, f"actor {line['id']!r} twice")
        state.actors.add(line["id"])
    elif kind == "event":
        need(not state.statements and not state.meetings, "an event after a statement or a meeting")
        check_event(line, state)
    elif kind == "statement":
        need(not state.meetings, "a statement after a meeting")
        check_statement(line, state)
    elif kind == "meeting":
        check_meeting(line, state)


def no_twice(pairs):
    need(len({key for key, _ in pairs}) == len(pairs), "a field stands twice")
    return dict(pairs)


def no_constant(name):
    raise Wrong(f"{name} is no JSON")


def validate(lines, sources, errors):
    """Looks at every line; appends to `errors`; returns the state at the end."""
    state = State(sources)
    for count, raw in enumerate(lines, 1):
        try:
            need(raw.endswith(b"\n"), "the line is not ended")
            line = json.loads(raw.decode("utf-8"), object_pairs_hook=no_twice, parse_constant=no_constant)
            check_line(line, state)
        except (Wrong, ValueError) as failure:
            errors.append(f"line {count}: {failure}")
    return state


def read_sources(paths):
    sources = {}
    for path in paths:
        if path.endswith((".ndjson", ".jsonl")):
            with open(path, "rb") as file:
                for line in filter(bytes.strip, file):
                    item = json.loads(line)
                    sources[item["id"]] = item["text"].encode("utf-8")
        else:
            with open(path, "rb") as file:
                sources[path] = file.read()
    return sources


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("record")
    parser.add_argument("--source", action="append", default=[])
    parser.add_argument("--quiet", action="store_true", help="only the last line")
    options = parser.parse_args()
    errors = []
    sources = read_sources(options.source) if options.source else None
    if options.record == "-":
        state = validate(sys.stdin.buffer, sources, errors)
    else:
        with open(options.record, "rb") as file:
            state = validate(file, sources, errors)
    if not options.quiet:
        print("\n".join(errors[:20]), end="\n" if errors else "")
    counts = ", ".join(f"{count} {kind}s" for kind, count in state.counts.items())
    print(f"{counts}; {state.spans} spans, {state.compared} wordings compared; {len(errors)} lines wrong")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
