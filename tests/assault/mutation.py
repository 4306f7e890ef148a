"""Hostile variants of real inputs, made at random."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Final

LONGEST: Final = 12_000
"""Characters of an input, at most, where it is not one piece repeated."""
_REPEATED: Final = 100_000
"""Characters of one piece repeated: what takes the square of its length is felt then."""
HOSTILE: Final = (
    "\0", "\x1b[2J", "\x1b]0;t\x07", "\x9b6n", "\r", "\r\n", "\n", "\t", "\u2028", "\ufeff",
    "\u202e", "\u2066",
    "\u2069", "\u200d", "\u034f", "\ufe0f", "\U000e0101", "\ud800", "\U0010ffff", "---\n", "---",
    "# ", "</div>",
    '<div dir="rtl" lang="ar">\n', "[^", "[^a]", "[[", "]]", "](", "{{", "}}", "${", "$(", "`",
    "```", "~~~", "&a ",
    "*a ", "<<: ", "!!python/object:os.system ", "? ", "| ", "> ", "- ", ": ", ":", "{", "}", "[",
    "]", '"', "'", "\\",
    "\\u0000", "\\ud800", "null", "true", "~", "NaN", "Infinity", "-Infinity", "1e999", "-0",
    "9" * 50, "9" * 5_000,
    "0x1F", "2017-02-30", "2017-13", "/", "..", "../", "0000", "P999999999Y", "kind:", "year:",
    "year:..", "-", "OR", "AND",
    "(", ")", "NOT ", "*", '"siege', "zone:", "marked:yes", "مذكرة", "الزَّبَداني", "هُدْنَةٌ",
    "٢٠١٧", "۲۰۱۷", "２０１７", "ﷺ",
    "ﻼ", "ـ" * 20, "👨‍👩‍👧", "e\u0301", "\u0301" * 40, "ß", "İ", "ı", "--store", "--limit",
    "--json", "--", "-h", "key", "name",
    "source", "summary", "relations", "cite", "en", "ar", "",
)  # fmt: skip
"""What ends, opens, repeats, reverses, overflows or is taken for something else."""


def mutated(samples: Sequence[str], chance: random.Random) -> str:
    """One of the samples, changed in a few places; sometimes a heap of hostile pieces alone."""
    if chance.random() < 0.05:
        pieces = [chance.choice(HOSTILE) for _ in range(chance.randint(1, 8))]
        return ("".join(pieces) * chance.choice((1, 1, 50, 2_000)))[:LONGEST]
    if chance.random() < 0.02:
        return _with_repeats(chance.choice(samples), chance)
    text = chance.choice(samples)
    for _ in range(chance.choice((1, 1, 2, 4, 10))):
        text = _changed(text, samples, chance)
    return text[:LONGEST]


def _with_repeats(text: str, chance: random.Random) -> str:
    """A piece again and again, alone or somewhere in a text."""
    piece = chance.choice(HOSTILE) + chance.choice(("", "", " ", chance.choice(HOSTILE)))
    repeats = piece * (_REPEATED // max(1, len(piece)))
    at = chance.choice((0, len(text), chance.randint(0, len(text))))
    return repeats if chance.random() < 0.3 else text[:at] + repeats + text[at:]


def _changed(text: str, samples: Sequence[str], chance: random.Random) -> str:
    start, end = sorted(chance.randint(0, len(text)) for _ in range(2))
    end = min(end, start + chance.choice((1, 8, 80, 4_000)))
    piece = text[start:end]
    match chance.randrange(8):
        case 0:
            return text[:start] + text[end:]
        case 1:
            return text[:end] + piece * chance.choice((1, 2, 300)) + text[end:]
        case 2:
            return text[:start]
        case 3:
            return (
                text[:start] + chance.choice(HOSTILE) * chance.choice((1, 2, 3_000)) + text[start:]
            )
        case 4:
            return (
                text[:start]
                + chr(chance.choice((chance.randrange(128), chance.randrange(0x3000))))
                + text[end:]
            )
        case 5:
            other = chance.choice(samples)
            return text[:start] + other[chance.randint(0, len(other)) :]
        case 6:
            return text[:start] + piece[::-1] + text[end:]
        case _:
            return text[:start] + chance.choice(HOSTILE) + text[end:]
