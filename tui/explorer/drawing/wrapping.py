"""Words wrapped to lines of a list, so that nothing of a remark is cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.bidi import Direction
from tui.explorer.drawing.cells import width_of
from tui.explorer.drawing.listing import Word, WrappedRemark


def words_of(text: str) -> list[Word]:
    """The words of a text, in logical order."""
    return [Word(word) for word in text.split()]


def wrapped(words: Iterable[Word], width: int, base: Direction) -> Iterator[WrappedRemark]:
    """Put words on lines of at most so many cells; what is longer than a line is broken.

    Args:
        words: in logical order.
        width: of a line, at least 1.
        base: direction of the whole text.
    """
    line: list[Word] = []
    taken = 0
    for word in _broken(words, width):
        needed = width_of(word.text) + (1 if line and not word.is_joined else 0)
        if line and taken + needed > width:
            yield WrappedRemark(tuple(line), base)
            line, taken, needed = [], 0, width_of(word.text)
        line.append(word)
        taken += needed
    if line:
        yield WrappedRemark(tuple(line), base)


def _broken(words: Iterable[Word], width: int) -> Iterator[Word]:
    for word in words:
        start, is_joined = 0, word.is_joined
        while start < len(word.text):
            end = start + _room(word.text, start, width)
            yield word._replace(text=word.text[start:end], is_joined=is_joined)
            start, is_joined = end, True


def _room(text: str, start: int, width: int) -> int:
    """How many letters from there on fit into a line, at least one.

    Only as much is measured as a few lines hold: a word may be as long as a book.
    """
    left = len(text) - start
    fits, too_many = 0, width
    while too_many <= left and width_of(text[start : start + too_many]) <= width:
        fits, too_many = too_many, 2 * too_many
    too_many = min(too_many, left + 1)
    while too_many - fits > 1:
        middle = (fits + too_many) // 2
        if width_of(text[start : start + middle]) <= width:
            fits = middle
        else:
            too_many = middle
    return max(1, fits)
