#!/usr/bin/env python3
"""Draws the README's picture: terminal output with ANSI colours on standard input, an SVG on standard output.

    build/dragoman code --color always --width 108 --date 2024-05-16 examples/reports/riverside-talks.txt |
        python3 docs/picture.py 44 > docs/picture.svg

The argument is the most lines that are drawn.
"""
import re
import sys
from html import escape

COLORS = {"31": "#c4314b", "32": "#2e7d32", "33": "#b26a00", "34": "#1f5fbf", "35": "#8e3a9d", "36": "#007c89"}
CELL, LINE, MARGIN = 7.8, 18, 18


def spans(line):
    """The pieces of a line with their SVG attributes."""
    style = ""
    for piece in re.split(r"(\x1b\[[0-9;]*m)", line):
        code = re.fullmatch(r"\x1b\[([0-9;]*)m", piece)
        if not code:
            if piece:
                yield style, piece
            continue
        for part in code.group(1).split(";"):
            if part in ("", "0"):
                style = ""
            elif part == "1":
                style += ' font-weight="bold"'
            elif part == "2":
                style += ' fill="#6b7280"'
            elif part in COLORS:
                style += f' fill="{COLORS[part]}"'


def main():
    lines = sys.stdin.read().rstrip("\n").split("\n")[: int(sys.argv[1]) if len(sys.argv) > 1 else None]
    columns = max(len(re.sub(r"\x1b\[[0-9;]*m", "", line)) for line in lines)
    width, height = round(columns * CELL + 2 * MARGIN), len(lines) * LINE + 2 * MARGIN
    print(f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">')
    print(f'<rect width="{width}" height="{height}" rx="8" fill="#fbfaf7" stroke="#d8d4c8"/>')
    print('<g font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="13" fill="#1f2328" xml:space="preserve">')
    for number, line in enumerate(lines):
        at = 0
        for style, piece in spans(line):
            x, y = MARGIN + at * CELL, MARGIN + (number + 0.75) * LINE
            print(f'<text x="{x:.1f}" y="{y:.1f}" textLength="{len(piece) * CELL:.1f}"{style}>{escape(piece)}</text>')
            at += len(piece)
    print("</g>\n</svg>")


if __name__ == "__main__":
    main()
