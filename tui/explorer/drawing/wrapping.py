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
        text, is_joined = word.text, word.is_joined
        while width_of(text) > width:
            end = max(1, next(i for i in range(len(text), -1, -1) if width_of(text[:i]) <= width))
            yield word._replace(text=text[:end], is_joined=is_joined)
            text, is_joined = text[end:], True
        if text:
            yield word._replace(text=text, is_joined=is_joined)
