"""Writes `tui/bidi/algorithm/tables.py` from the Unicode Character Database.

Run it as `python -m tests.tui.bidi.generate_tables [FOLDER]`, with the folder that holds
`BidiBrackets.txt` and its siblings (Debian: `apt install unicode-data`, /usr/share/unicode).
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from tui.bidi.algorithm import tables

OLDEST_UNICODEDATA = 14.0
"""Version in the `unicodedata` of the oldest Python we support: what it lacks is written out."""
FORMS = ("isolated", "final", "initial", "medial")
PRESENTATION_FORMS = (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD))
ALEFS = "آأإا"
HEADER = '''"""Tables of Unicode {version}, written by `generate_tables.py`, not by hand.

Derived from data files of the Unicode Character Database, © Unicode, Inc., used under the
Unicode License V3 (https://www.unicode.org/license.txt).
"""

UNICODE_VERSION = "{version}"
'''


def fields(path: Path) -> Iterator[list[str]]:
    """Rows of a data file, comments cut, fields stripped."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if row := line.partition("#")[0].strip():
            yield [field.strip() for field in row.split(";")]


def code_points(text: str) -> range:
    """`0041` or `0041..005A` as a range."""
    first, _, last = text.partition("..")
    return range(int(first, 16), int(last or first, 16) + 1)


def literal(text: str) -> str:
    """A Python string literal of nothing but ASCII."""
    return (
        '"'
        + "".join(f"\\u{ord(c):04x}" if ord(c) < 65536 else f"\\U{ord(c):08x}" for c in text)
        + '"'
    )


def pairs(name: str, note: str, rows: dict[str, str]) -> str:
    """A dict of strings, one entry a line."""
    body = "".join(f"    {literal(key)}: {literal(value)},\n" for key, value in rows.items())
    return f'\n{name}: dict[str, str] = {{\n{body}}}\n"""{note}"""\n'


def ranges(name: str, note: str, of: dict[int, str]) -> str:
    """Neighbouring code points of one value, as `(first, last, value)`."""
    body = ""
    for value, run in groupby(
        enumerate(sorted(of)), key=lambda item: (of[item[1]], item[1] - item[0])
    ):
        members = [code for _, code in run]
        body += f'    (0x{members[0]:04X}, 0x{members[-1]:04X}, "{value[0]}"),\n'
    return f'\n{name}: tuple[tuple[int, int, str], ...] = (\n{body})\n"""{note}"""\n'


def newer_bidi_classes(folder: Path) -> dict[int, str]:
    """Classes of code points that the oldest `unicodedata` lacks; L, the default, left out."""
    known: set[int] = set()
    for codes, age in fields(folder / "DerivedAge.txt"):
        # Noncharacters have an age, but no entry in UnicodeData.txt and so none in unicodedata.
        if float(age) <= OLDEST_UNICODEDATA:
            known.update(code for code in code_points(codes) if not is_noncharacter(code))
    path = folder / "extracted" / "DerivedBidiClass.txt"
    classes: dict[int, str] = {}
    long_names = {
        "Left_To_Right": "L",
        "Right_To_Left": "R",
        "Arabic_Letter": "AL",
        "European_Terminator": "ET",
    }
    for codes, name in re.findall(r"# @missing: (\S+); (\w+)", path.read_text(encoding="utf-8")):
        classes.update(dict.fromkeys(code_points(codes), long_names[name]))
    for codes, name in fields(path):
        classes.update(dict.fromkeys(code_points(codes), name))
    return {code: name for code, name in classes.items() if code not in known and name != "L"}


def is_noncharacter(code: int) -> bool:
    """U+FDD0..FDEF and the last two of every plane."""
    return 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE


def arabic_forms() -> tuple[dict[str, str], dict[str, str]]:
    """Presentation forms by letter, in the order of FORMS, and of lam with each alef."""
    letters: dict[str, dict[str, str]] = {}
    ligatures: dict[str, dict[str, str]] = {}
    for code in PRESENTATION_FORMS:
        form, *parts = unicodedata.decomposition(chr(code)).split() or [""]
        text = "".join(chr(int(part, 16)) for part in parts)
        if form[1:-1] in FORMS and len(text) == 1:
            letters.setdefault(text, {})[form[1:-1]] = chr(code)
        elif form[1:-1] in FORMS and len(text) == 2 and text[0] == "ل" and text[1] in ALEFS:
            ligatures.setdefault(text[1], {})[form[1:-1]] = chr(code)
    # A form that does not exist falls back to the letter itself.
    shaped = {c: "".join(forms.get(form, c) for form in FORMS) for c, forms in letters.items()}
    return shaped, {c: forms["isolated"] + forms["final"] for c, forms in ligatures.items()}


def main(folder: Path) -> None:
    """Write `tables.py` anew."""
    first_line = (folder / "BidiBrackets.txt").read_text(encoding="utf-8").partition("\n")[0]
    version = re.sub(r".*-([\d.]+)\.txt", r"\1", first_line)
    brackets = [
        (chr(int(a, 16)), chr(int(b, 16)), kind)
        for a, b, kind in fields(folder / "BidiBrackets.txt")
    ]
    mirrored = {chr(int(a, 16)): chr(int(b, 16)) for a, b in fields(folder / "BidiMirroring.txt")}
    joining = {
        int(row[0], 16): row[2]
        for row in fields(folder / "ArabicShaping.txt")
        if row[2] not in "UT"
    }
    forms, ligatures = arabic_forms()
    text = HEADER.format(version=version)
    text += pairs(
        "CLOSING_BRACKETS",
        "Opening bracket to its closing one.",
        {a: b for a, b, k in brackets if k == "o"},
    )
    text += pairs("MIRRORED", "Character to its mirror image.", mirrored)
    text += ranges(
        "NEWER_BIDI_CLASSES",
        "Bidi classes newer than Unicode 14, unassigned ranges included.",
        newer_bidi_classes(folder),
    )
    text += ranges(
        "JOINING_TYPES", "D joins both sides, R and L one, C causes joining; absent: none.", joining
    )
    text += pairs("ARABIC_FORMS", "Letter to its isolated, final, initial and medial form.", forms)
    text += pairs(
        "LAM_ALEF", "Alef to its ligature with a lam before it, isolated and final.", ligatures
    )
    Path(tables.__file__).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode"))
