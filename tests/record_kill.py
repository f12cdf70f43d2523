#!/usr/bin/env python3
"""usage: record_kill.py DRAGOMAN [KILLS [SEED]]

Kills ingests of made-up reports at KILLS random instants (100), a few in a row on each record, then lets it come to its end: the record must
be, row by row, that of a run that nobody disturbed, and its full text and foreign keys sound. The seed is printed.
"""
import json
import pathlib
import random
import sqlite3
import subprocess
import sys
import tempfile
import time

IN_A_ROW = 4
WHO = ["Iran", "France", "the Russian army", "Turkey", "Hamas", "the Egyptian foreign minister", "Kenya", "U.S. President Donald Trump"]
DID = ["rejected the offer of", "signed a trade agreement with", "attacked", "criticised", "sent food aid to", "held talks with"]
WHOM = ["Israel", "Jordan", "Ukraine", "Qatar", "Sudan", "Lebanon", "the United Nations"]
WHERE = ["in Paris", "in Cairo on Monday", "near Kyiv last week", "in Geneva, diplomats said"]


def reports(path, number, chance):
    with open(path, "w", encoding="utf-8") as file:
        for i in range(number):
            sentences = [f"{chance.choice(WHO)} {chance.choice(DID)} {chance.choice(WHOM)} {chance.choice(WHERE)}."
                         for _ in range(chance.randint(1, 4))]
            text = " ".join(sentence[0].upper() + sentence[1:] for sentence in sentences)
            file.write(json.dumps({"id": f"report-{i}", "text": text, "date": f"2024-05-{1 + i % 28:02}"}) + "\n")


def dump(path):
    """All rows of all tables but the full text's own, whose pages depend on the batches."""
    base = sqlite3.connect(path)
    tables = [name for name, kind in base.execute("SELECT name, type FROM pragma_table_list WHERE schema = 'main'")
              if kind == "table" and not name.startswith("sqlite_")]
    rows = [(name, base.execute(f"SELECT * FROM {name}").fetchall()) for name in sorted(tables)]
    base.close()
    return rows


def check_sound(path):
    base = sqlite3.connect(path)
    assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)], "integrity_check"
    assert not base.execute("PRAGMA foreign_key_check").fetchall(), "foreign_key_check"
    base.execute("INSERT INTO document_words (document_words, rank) VALUES ('integrity-check', 1)")
    base.close()


def ingest(dragoman, record, source, jobs):
    return [dragoman, "ingest", "-d", str(record), "--jobs", str(jobs), str(source)]


def main():
    dragoman = sys.argv[1]
    kills = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 20240516
    print(f"seed {seed}")
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="dragoman-kill-") as name:
        folder = pathlib.Path(name)
        source, whole = folder / "reports.ndjson", folder / "whole.db"
        reports(source, 1500, chance)
        started = time.monotonic()
        subprocess.run(ingest(dragoman, whole, source, 1), check=True, stdout=subprocess.DEVNULL)
        took = time.monotonic() - started
        expected = dump(whole)
        assert sum(len(rows) for _, rows in expected) > 5000
        done = tries = records = 0
        while done < kills:
            record = folder / f"record-{tries}.db"
            for _ in range(IN_A_ROW):
                run = subprocess.Popen(ingest(dragoman, record, source, chance.randint(1, 3)), stdout=subprocess.DEVNULL)
                time.sleep(chance.random() * took / 3)  # of what is left to do, about
                run.kill()
                done += run.wait() != 0  # else it had come to its end before
                tries += 1
            subprocess.run(ingest(dragoman, record, source, 2), check=True, stdout=subprocess.DEVNULL)
            check_sound(record)
            assert dump(record) == expected, f"after {done} kills: the record is another one"
            records += 1
            for file in folder.glob("record-*"):
                file.unlink()
            assert tries < 10 * kills, "too few kills come in time"
        print(f"{done} kills, {records} records: all as if undisturbed")


if __name__ == "__main__":
    main()
