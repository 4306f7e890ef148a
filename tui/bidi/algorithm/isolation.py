"""Parts of a sentence that stand on their own: dates, numbers with signs, addresses, symbols.

UAX #9 knows nothing of them, and shows `في 2013-09-16` as 16-09-2013. A typographer would isolate
them; we do it inside the analysis, so that the text itself gains no characters. A percentage is
left to the standard: Arabic sets the sign after the number, at its left.
"""

from __future__ import annotations

import re

from store.expressions import expression
from store.typed import Final
from tui.bidi.algorithm.classes import classes_of
from tui.bidi.algorithm.direction import Direction
from tui.bidi.algorithm.levels import Paragraph, first_strong, resolve_levels

# Most texts have neither, so both are compiled when the first text that may is met.
_NUMERIC: Final = r"""(?x)
    (?<![\w.,/\u066b\u066c-])(?:
      \+\d[\d\ ()-]{6,}\d                                  # +31 70 416 3300
    | 0\d{1,4}(?:[\ -]\d{2,4}){2,}                         # 011 223 4455
    | [+\u2212±-]?\d+\.\d+\s?,\s?[+\u2212-]?\d+\.\d+       # 33.725, 36.101
    | \d{4}-\d{2}(?:-\d{2})?~?                             # 2017-05-04, 2017-05~
      (?:/(?:\d{4}(?:-\d{2}(?:-\d{2})?)?~?|\.\.))?         # 2017-05/2017-06, 2017-05/..
    | (?:\d{4}|\.\.)~?/(?:\d{4}(?:-\d{2}){0,2}~?|\.\.)     # 2012/2016, ../2016~
    | \d{1,2}-\d{1,2}-\d{4}                                # 16-09-2013
    | \d+(?:[.,\u066b\u066c]\d+)*[-\u2010-\u2013]           # 2013–2018, 1,500,000–2,000,000
      \d+(?:[.,\u066b\u066c]\d+)*
    | \d{4}~                                               # 2013~
    | (?<!\S)[-+\u2212±]\d+(?:[.,]\d+)*                    # −5
    )(?![\w/-])
    """
"""Digits and their punctuation, which read from left to right whatever the digits."""

_WORDED: Final = r"""(?x)
      (?:https?://|www\.)[^\s<>،؛؟]*[^\s<>.,;:!?()\[\]"'،؛؟«»]    # addresses of pages
    | (?<![\w.+-])[\w.+-]++@[A-Za-z0-9-]++(?:\.[A-Za-z0-9-]++)++   # and of people
    | (?<!\w)[@\#][A-Za-z0-9_]+                                    # @handle, #tag
    | (?<![\w/])[A-Z]{1,4}(?:/[A-Z0-9.()-]*[A-Z0-9)])+(?:\s\(\d{4}\))?   # S/RES/2118 (2013)
    """
"""Latin text with punctuation that must not drift to the other end."""

_MAY_BE_WORDED: Final = expression(r"[/@#]|www\.")
_DIGIT: Final = expression(r"\d")

_STAND_IN: Final = "\ufffc"
"""An isolate acts on what surrounds it as one neutral character."""


def resolve_isolated(
    text: str, base: Direction | None, default: Direction = Direction.LEFT_TO_RIGHT
) -> Paragraph:
    """Resolve levels as `resolve_levels` does, with self-contained parts isolated.

    The base direction is that of the text as it stands: isolating changes no paragraph's direction.
    Levels may be lower by two than real isolates would give; the order they make is the same.
    """
    spans = _spans(text)
    if not spans:
        return resolve_levels(text, base, default)
    classes = classes_of(text)
    if base is None:
        base = first_strong(classes)
    bounds = [0, *(bound for start, end, _ in spans for bound in (start, end)), len(text)]
    outside = list(zip(bounds[::2], bounds[1::2], strict=True))
    around = resolve_levels(
        _STAND_IN.join(text[start:end] for start, end in outside),
        base,
        default,
        "o".join(classes[start:end] for start, end in outside),
    )
    levels, done, place = bytearray(), 0, 0
    for start, end, numeric in spans:
        stand_in = place + start - done
        levels += around.levels[place:stand_in]
        levels += _inside(text[start:end], around.levels[stand_in], numeric=numeric)
        done, place = end, stand_in + 1
    return Paragraph(around.base, bytes(levels + around.levels[place:]), classes)


def _inside(text: str, outer: int, *, numeric: bool) -> bytes:
    """Levels within an isolate that reads from left to right, above the level around it."""
    even = outer + (outer & 1)
    if numeric:
        return bytes([even]) * len(text)
    inner = resolve_levels(text, Direction.LEFT_TO_RIGHT).levels
    return bytes([even + level for level in inner])


def _spans(text: str) -> list[tuple[int, int, bool]]:
    """Parts to isolate as `(start, end, numeric)`, in order, none within another."""
    found: list[tuple[int, int, bool]] = []
    if _MAY_BE_WORDED.search(text):
        found = [(*match.span(), False) for match in re.finditer(_WORDED, text)]
    if _DIGIT.search(text):
        found += [(*match.span(), True) for match in re.finditer(_NUMERIC, text)]
    if not found:
        return found
    spans: list[tuple[int, int, bool]] = []
    for span in sorted(found):
        if not spans or span[0] >= spans[-1][1]:
            spans.append(span)
    return spans
