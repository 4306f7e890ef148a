# ruff: noqa: T201 - a program that reports
"""Runs every case of Unicode's BidiTest.txt and BidiCharacterTest.txt: `make conformance`."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from tui.bidi.algorithm.direction import Direction
from tui.bidi.algorithm.levels import resolve_levels
from tui.bidi.algorithm.reordering import line_levels, visual_order
from tui.bidi.algorithm.tables import UNICODE_VERSION

EXAMPLES = {
    "L": "a", "R": "א", "AL": "ب", "EN": "1", "AN": "١", "ES": "+", "ET": "$", "CS": ",",
    "NSM": "\u0300", "BN": "\u00ad", "B": "\u2029", "S": "\t", "WS": " ", "ON": "!",
    "LRE": "\u202a", "RLE": "\u202b", "LRO": "\u202d", "RLO": "\u202e", "PDF": "\u202c",
    "LRI": "\u2066", "RLI": "\u2067", "FSI": "\u2068", "PDI": "\u2069",
}  # fmt: skip
"""A character of each class, none of them a bracket."""
BASES = (None, Direction.LEFT_TO_RIGHT, Direction.RIGHT_TO_LEFT)
SAMPLE = Path(__file__).with_name("conformance_sample.txt")


class Case(NamedTuple):
    """What a paragraph must resolve to; a level is None where the character is removed."""

    text: str
    base: Direction | None
    paragraph_level: int | None
    levels: list[int | None]
    order: list[int]


def rows(lines: Iterable[str]) -> Iterator[str]:
    """Lines without comments."""
    return (row for line in lines if (row := line.partition("#")[0].strip()))


def parse_levels(text: str) -> list[int | None]:
    """`0 x 1` as numbers."""
    return [None if level == "x" else int(level) for level in text.split()]


def character_cases(lines: Iterable[str]) -> Iterator[Case]:
    """Cases in the format of BidiCharacterTest.txt."""
    for row in rows(lines):
        codes, base, level, levels, order = row.split(";")
        text = "".join(chr(int(code, 16)) for code in codes.split())
        direction = None if base == "2" else Direction(int(base))
        yield Case(
            text, direction, int(level), parse_levels(levels), [int(i) for i in order.split()]
        )


def class_cases(lines: Iterable[str]) -> Iterator[Case]:
    """Cases in the format of BidiTest.txt, a character standing for each class."""
    levels: list[int | None] = []
    order: list[int] = []
    for row in rows(lines):
        if row.startswith("@Levels:"):
            levels = parse_levels(row[8:])
        elif row.startswith("@Reorder:"):
            order = [int(i) for i in row[9:].split()]
        elif not row.startswith("@"):
            classes, bits = row.split(";")
            text = "".join(EXAMPLES[name] for name in classes.split())
            for bit, base in enumerate(BASES):
                if int(bits, 16) >> bit & 1:
                    yield Case(text, base, None, levels, order)


def passes(case: Case) -> bool:
    """Whether levels and order come out as the case says."""
    paragraph = resolve_levels(case.text, case.base)
    levels = line_levels(paragraph)
    shown = [i for i in visual_order(levels) if case.levels[i] is not None]
    return (
        case.paragraph_level in {None, int(paragraph.base)}
        and shown == case.order
        and all(want is None or want == got for want, got in zip(case.levels, levels, strict=True))
    )


def report(name: str, cases: Iterable[Case]) -> bool:
    """Run cases, print the count and the first that fail; true when none does."""
    start, right, wrong = time.perf_counter(), 0, 0
    for case in cases:
        if passes(case):
            right += 1
        else:
            wrong += 1
            if wrong <= 3:
                print(f"  {case.text!a} base {case.base}: not {case.levels} {case.order}")
    seconds = time.perf_counter() - start
    print(f"{name}: {right:,} of {right + wrong:,} cases pass ({seconds:.0f} s)")
    return not wrong and bool(right)


def main(folder: Path) -> int:
    """Run both files; the exit status says whether all passed."""
    paths = [folder / "BidiTest.txt", folder / "BidiCharacterTest.txt"]
    if missing := [path for path in paths if not path.exists()]:
        print(f"{missing[0]} is missing: apt-get install unicode-data", file=sys.stderr)
        return 2
    version = paths[0].open(encoding="utf-8").readline().strip("# \n").removesuffix(".txt")
    print(f"Files of Unicode {version.partition('-')[2]}, tables of Unicode {UNICODE_VERSION}")
    good = True
    for path, read in zip(paths, (class_cases, character_cases), strict=True):
        with path.open(encoding="utf-8") as lines:
            good &= report(path.name, read(lines))
    return 0 if good else 1


def write_sample(folder: Path) -> None:
    """Choose the cases that `make test` runs, in the format of BidiCharacterTest.txt."""
    with (folder / "BidiCharacterTest.txt").open(encoding="utf-8") as lines:
        cases = list(character_cases(lines))
    chosen = cases[::457] + [case for case in cases if case.base is None][::7]
    with (folder / "BidiTest.txt").open(encoding="utf-8") as lines:
        chosen += [case for case in class_cases(lines) if case.base is not None][::2731]
    rows = [SAMPLE_NOTE]
    for case in chosen:
        codes = " ".join(f"{ord(character):04X}" for character in case.text)
        level = case.base if case.paragraph_level is None else case.paragraph_level
        base = 2 if case.base is None else int(case.base)
        levels = " ".join("x" if level is None else str(level) for level in case.levels)
        rows.append(f"{codes};{base};{level:d};{levels};{' '.join(map(str, case.order))}\n")
    SAMPLE.write_text("".join(rows), encoding="utf-8")


SAMPLE_NOTE = f"""\
# Some of the cases of BidiCharacterTest.txt and BidiTest.txt of Unicode {UNICODE_VERSION}, in the
# format of the former; the latter's classes stand as characters. Modified from data files
# © Unicode, Inc., used under the Unicode License V3, https://www.unicode.org/license.txt.
# Written by conformance.write_sample.
"""

if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode")))
