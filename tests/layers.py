#!/usr/bin/env python3
"""Fails when a file includes something that its room may not see (ARCHITECTURE.md, "Layers").

A room sees itself and the doors (ROOM/ROOM.h) of the rooms to its left; input, output and store see base and record
only; src/dragoman.c sees every door; apps, examples and bench see dragoman.h and their own headers. Unit tests, fuzz
targets and trainers look inside on purpose and are not held to this.
"""
import pathlib
import re
import sys

ORDER = ["base", "record", "model", "language", "find", "code", "talks", "pipeline"]
SIDE = {"input", "output", "store"}
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.M)


def allowed(room, target):
    """May a file of `room` include `target`, as written after src/ or include/?"""
    if target == "dragoman.h":
        return True
    parts = target.split("/")
    if len(parts) != 2:
        return False
    other, header = parts
    if other == room:
        return True
    if header != other + ".h":
        return False
    if room in SIDE:
        return other in ("base", "record")
    if room == "dragoman.c":
        return other in ORDER or other in SIDE
    return other in ORDER and room in ORDER and ORDER.index(other) < ORDER.index(room)


def library(root):
    """The wrong includes under src/, and how many files were read."""
    wrong, files = [], 0
    for path in sorted((root / "src").rglob("*.[ch]")):
        if path.name.endswith("_test.c"):
            continue
        files += 1
        parts = path.relative_to(root / "src").parts
        if len(parts) > 1 and parts[0] not in ORDER and parts[0] not in SIDE:
            wrong.append(f"{path}: there is no room '{parts[0]}' in the plan")
        for target in INCLUDE.findall(path.read_text(encoding="utf-8")):
            if not allowed(parts[0], target):
                wrong.append(f"{path}: may not include \"{target}\"")
    return wrong, files


def users(root):
    """The same for the folders that stand outside and see the public header alone."""
    wrong, files = [], 0
    for folder in ("apps", "examples", "bench"):
        for path in sorted((root / folder).rglob("*.[ch]")):
            files += 1
            for target in INCLUDE.findall(path.read_text(encoding="utf-8")):
                if target != "dragoman.h" and not (path.parent / target).exists():
                    wrong.append(f"{path}: may not include \"{target}\"")
    return wrong, files


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    inside, outside = library(root), users(root)
    wrong = inside[0] + outside[0]
    print("\n".join(wrong) or f"{inside[1] + outside[1]} files keep to their layers")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
