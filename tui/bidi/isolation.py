"""Parts of a sentence that stand on their own: dates, numbers with signs, addresses, symbols.

UAX #9 knows nothing of them, and shows `في 2013-09-16` as 16-09-2013. A typographer would isolate
them; we do it inside the analysis, so that the text itself gains no characters. A percentage is
left to the standard: Arabic sets the sign after the number, at its left.
"""

from __future__ import annotations

import re
from typing import Final

from tui.bidi.classes import classes_of
from tui.bidi.levels import Paragraph, first_strong, resolve_levels
from tui.bidi.settings import Direction

_NUMERIC: Final = re.compile(
    r"""(?x)
    (?<![\w.,/-])(?:
      \+\d[\d\ ()-]{6,}\d                                  # +31 70 416 3300
    | 0\d{1,4}(?:[\ -]\d{2,4}){2,}                         # 011 223 4455
    | [+\u2212±-]?\d+\.\d+\s?,\s?[+\u2212-]?\d+\.\d+       # 33.725, 36.101
    | \d{4}-\d{2}(?:-\d{2})?~?                             # 2017-05-04, 2017-05~
      (?:/(?:\d{4}(?:-\d{2}(?:-\d{2})?)?~?|\.\.))?         # 2017-05/2017-06, 2017-05/..
    | (?:\d{4}|\.\.)~?/(?:\d{4}(?:-\d{2}){0,2}~?|\.\.)     # 2012/2016, ../2016~
    | \d{1,2}-\d{1,2}-\d{4}                                # 16-09-2013
    | \d+(?:[.,]\d+)?[-\u2010-\u2013]\d+(?:[.,]\d+)?       # 2013–2018
    | \d{4}~                                               # 2013~
    | (?<!\S)[-+\u2212±]\d+(?:[.,]\d+)*                    # −5
    )(?![\w/-])
    """
)
"""Digits and their punctuation, which read from left to right whatever the digits."""

_WORDED: Final = re.compile(
    r"""(?x)
      (?:https?://|www\.)[^\s<>،؛؟]*[^\s<>.,;:!?()\[\]"'،؛؟«»]    # addresses of pages
    | [\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+                   # and of people
    | (?<!\w)[@\#][A-Za-z0-9_]+                                    # @handle, #tag
    | (?<![\w/])[A-Z]{1,4}(?:/[A-Z0-9.()-]*[A-Z0-9)])+(?:\s\(\d{4}\))?   # S/RES/2118 (2013)
    """
)
"""Latin text with punctuation that must not drift to the other end."""

_OPEN, _CLOSE = "\u2066", "\u2069"


def resolve_isolated(
    text: str, base: Direction | None, default: Direction = Direction.LEFT_TO_RIGHT
) -> Paragraph:
    """Resolve levels as `resolve_levels` does, with self-contained parts isolated.

    The base direction is that of the text as it stands: isolating changes no paragraph's direction.
    """
    spans = _spans(text)
    if not spans:
        return resolve_levels(text, base, default)
    classes = classes_of(text)
    if base is None:
        base = first_strong(classes)
    pieces: list[tuple[str, str]] = []
    kept = bytearray()
    done = 0
    for start, end, numeric in spans:
        inner = "L" * (end - start) if numeric else classes[start:end]
        pieces += [
            (text[done:start], classes[done:start]),
            (_OPEN, "l"),
            (text[start:end], inner),
            (_CLOSE, "i"),
        ]
        kept += b"\1" * (start - done) + b"\0" + b"\1" * (end - start) + b"\0"
        done = end
    pieces.append((text[done:], classes[done:]))
    kept += b"\1" * (len(text) - done)
    around = resolve_levels(
        "".join(piece for piece, _ in pieces), base, default, "".join(c for _, c in pieces)
    )
    levels = bytes(level for level, keep in zip(around.levels, kept, strict=True) if keep)
    return Paragraph(around.base, levels, classes)


def _spans(text: str) -> list[tuple[int, int, bool]]:
    """Parts to isolate as `(start, end, numeric)`, in order, none within another."""
    found = [(*match.span(), False) for match in _WORDED.finditer(text)]
    found += [(*match.span(), True) for match in _NUMERIC.finditer(text)]
    spans: list[tuple[int, int, bool]] = []
    for span in sorted(found):
        if not spans or span[0] >= spans[-1][1]:
            spans.append(span)
    return spans
