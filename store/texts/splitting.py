"""Where the sentences of a text begin and end, in Arabic and in Latin script.

One walk along the marks that may end a sentence; around each only a few characters are looked at,
so that the time grows with the length of the text and no faster.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from store.expressions import expression

LONGEST: Final = 2_000
"""Characters of a sentence; a longer one is cut between words."""

_MARK: Final = expression(r"[.?؟!؛…。]|[\n\u2028\u2029\x85]+")
_CLOSERS: Final = frozenset(".?؟!؛…。\"'”’»)]}›")
"""What still belongs to a sentence behind its mark."""
_MOST_CLOSERS: Final = 8
_LINE_ENDS: Final = frozenset("\n\u2028\u2029\x85")
_ALWAYS: Final = frozenset("؟؛!。")
"""Marks that end a sentence unless it goes on in small letters: nothing has them inside."""
_OPENERS: Final = frozenset("\"'“‘«([{‹*_-–—•")
_LOOKED_AT: Final = 24
"""Characters before and behind a mark that decide about it."""
_SHORTEST_WORD: Final = 3
"""Letters of an Arabic word that a full stop may end where no blank follows."""

_ABBREVIATIONS: Final = frozenset(
    "mr mrs ms dr prof st sr jr gen lt col maj capt sgt gov sen rep hon rev vs cf approx al ca "
    "e.g i.e a.m p.m u.s u.k u.n ibid op cit pp vol ed eds para art dept fig est "
    "ق.م ب.م أ.د ا.د هـ".split()
)
"""Words that a full stop ends and no sentence."""
_BEFORE_NUMBERS: Final = frozenset("no nos p pp art para vol fig ص ج ط ف م رقم".split())
"""The same where a number follows."""
_BETWEEN_WORDS: Final = expression(r"[\s(\[\"'«“،,:؛/–—-]")
_WRAPPED_WIDTH: Final = 120
_MOST_LINES_LOOKED_AT: Final = 400


def sentences_of(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence, in characters, without the blanks around it.

    Args:
        text: in logical order.
    """
    is_wrapped = _is_wrapped(text)
    start = 0
    for end in _ends(text, is_wrapped=is_wrapped):
        yield from _trimmed(text, start, end)
        start = end
    yield from _trimmed(text, start, len(text))


def _ends(text: str, *, is_wrapped: bool) -> Iterator[int]:
    last = looked_at = 0
    for match in _MARK.finditer(text):
        place, end = match.span()
        if place < looked_at:
            continue
        if match[0][0] in _LINE_ENDS:
            looked_at = end
            is_end = not is_wrapped or end - place > 1 or _ends_paragraph(text, end)
        else:
            looked_at = end = _behind_closers(text, end)
            is_end = _is_end(text, last, place, end)
        if is_end:
            last = end
            yield end


def _behind_closers(text: str, end: int) -> int:
    furthest = min(len(text), end + _MOST_CLOSERS)
    while end < furthest and text[end] in _CLOSERS:
        end += 1
    return end


def _is_end(text: str, start: int, place: int, end: int) -> bool:
    """Whether the mark at a place ends the sentence that begins at `start`."""
    if end == len(text):
        return True
    mark, following = text[place], text[end]
    nearest = _nearest(text, end)
    if nearest.isascii() and nearest.islower():
        return False
    if mark in _ALWAYS:
        return True
    if mark != ".":
        return following.isspace()
    before = text[max(start, place - _LOOKED_AT) : place]
    word = _BETWEEN_WORDS.split(before)[-1]
    if not following.isspace():
        return _is_glued(word, following)
    return not _is_abbreviation(word, nearest, is_first=word == before.strip())


def _nearest(text: str, end: int) -> str:
    """The first letter or digit that follows; empty where none is near."""
    for place in range(end, min(len(text), end + _LOOKED_AT)):
        if not (text[place].isspace() or text[place] in _OPENERS):
            return text[place]
    return ""


def _is_glued(word: str, following: str) -> bool:
    """Whether a full stop ends a sentence though the next one begins right behind it.

    Hasty Arabic leaves the blank out; addresses, numbers and abbreviations have none either.
    """
    letters = word.rpartition(".")[2]
    if not _is_arabic(following) or len(letters) < _SHORTEST_WORD:
        return False
    is_year = len(letters) == 4 and letters.isdigit()
    return is_year or all(map(_is_arabic, letters[-_SHORTEST_WORD:]))


def _is_arabic(character: str) -> bool:
    return "\u0620" <= character <= "\u065f" or "\u066e" <= character <= "\u06d3"


def _is_abbreviation(word: str, nearest: str, *, is_first: bool) -> bool:
    bare = word.casefold()
    if not bare:
        return False
    if bare in _ABBREVIATIONS or (nearest.isdigit() and bare in _BEFORE_NUMBERS):
        return True
    if len(word) == 1 and word.isalpha():  # an initial, or a title of one letter: د. محمد
        return word.isupper() or _is_arabic(word)
    return is_first and word.isdigit() and len(word) <= 3  # 12. An item of a list


def _ends_paragraph(text: str, end: int) -> bool:
    """Whether the line of a wrapped text that ends there ends a paragraph: an empty one follows."""
    behind = text[end : end + _LOOKED_AT]
    blanks = behind[: len(behind) - len(behind.lstrip())]
    return blanks == behind or "\n" in blanks


def _is_wrapped(text: str) -> bool:
    """Whether lines were broken where they were full, so that they end no sentence."""
    lines = text[: _MOST_LINES_LOOKED_AT * _WRAPPED_WIDTH].splitlines()[:_MOST_LINES_LOOKED_AT]
    full = [line for line, then in pairwise(lines) if line and then.strip()]
    if len(full) < 2 or max(map(len, lines)) > _WRAPPED_WIDTH:
        return False
    unfinished = sum(line.rstrip()[-1:] not in _CLOSERS and len(line) > 40 for line in full)
    return unfinished * 5 >= len(full) * 3


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence without blanks around it, in pieces that are not too long; none without words."""
    while start < end:
        piece = min(end, start + LONGEST)
        if piece < end:
            blank = max(text.rfind(" ", start, piece), text.rfind("\n", start, piece))
            piece = blank + 1 if blank > start else piece
        written = text[start:piece]
        first = start + len(written) - len(written.lstrip())
        last = piece - (len(written) - len(written.rstrip()))
        if first < last and any(map(str.isalnum, text[first:last])):
            yield first, last
        start = piece
