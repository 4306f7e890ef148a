"""A small picture of a pane: a line of it, drawn from its parts, and what each of them is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from store.tuples import NamedTuple
from tui.bidi import Direction
from tui.explorer.drawing.cells import width_of
from tui.explorer.drawing.listing import Heading, Line, Remark, Word, WrappedRemark
from tui.explorer.drawing.plain_mode import is_plain
from tui.explorer.drawing.wrapping import words_of, wrapped
from tui.explorer.panes.pane import Pane
from tui.messages import say, spoken

_SIGNS: Final = {
    "kind": "A", "other-kind": "P", "star": "★", "differs": "≠", "source": "[2]", "bar": "━━━━",
    "number": "12",
}  # fmt: skip
"""Parts that look the same in every pane and in both languages."""
_GAP: Final = "  "
_THREAD: Final = "│"
_LEAST_ROOM: Final = 16
"""Cells that a meaning needs beside the threads; where there are fewer it stands below its part."""


class Part(NamedTuple):
    """A part of a line."""

    sample: str
    """As it looks."""
    meaning: str


def pane_picture(pane: Pane, panes: Sequence[Pane], width: int) -> list[Line]:
    """What is to be known of the pane one is in.

    Args:
        pane: that pane.
        panes: those on the screen, in reading order.
        width: cells of a line.
    """
    title = Heading(say("help.here", pane=pane.called()))
    drawn = pictured(parts_of(pane), width)
    names = [Word(each.called(), "hit" if each is pane else "plain") for each in panes]
    between = [word for name in names for word in (Word("·"), name)][1:]
    return [title, *wrapped(between, max(width, 1), _direction()), *drawn]


def parts_of(pane: Pane) -> list[Part]:
    """The parts of a line of a pane, in reading order."""
    return [
        Part(_SIGNS.get(name) or _sample(pane, name), say(f"part.{pane.pane_id}.{name}.is"))
        for name in pane.parts
    ]


def _sample(pane: Pane, name: str) -> str:
    return say(f"part.{pane.pane_id}.{name}")


def pictured(parts: Sequence[Part], width: int) -> list[Line]:
    """The parts beside each other, and below them a thread from each to what it is.

    Whoever listens, and whoever has no room for threads, is told one after the other.
    """
    starts = [
        sum(width_of(part.sample) + len(_GAP) for part in parts[:place])
        for place in range(len(parts))
    ]
    if is_plain() or (starts and width < starts[-1] + _LEAST_ROOM):
        return [Remark(f"{part.sample} – {part.meaning}") for part in parts]
    sample = WrappedRemark((Word(_GAP.join(part.sample for part in parts), "hit"),), _direction())
    meanings = [
        line
        for place in reversed(range(len(parts)))
        for line in _hung(parts[place].meaning, starts[: place + 1], width)
    ]
    return [sample, *meanings]


def _hung(meaning: str, starts: Sequence[int], width: int) -> Iterator[WrappedRemark]:
    """The lines of a meaning at the end of its thread; the threads before it go on."""
    *before, start = starts
    threads = "".join(
        _THREAD.ljust(end - begin) for begin, end in zip(before, starts[1:], strict=True)
    )
    base = _direction()
    corner = "┘ " if base is Direction.RIGHT_TO_LEFT else "└ "
    for line in wrapped(words_of(meaning), width - start - len(corner), base):
        hanging = Word(threads + corner)
        yield line._replace(
            words=(hanging, line.words[0]._replace(is_joined=True), *line.words[1:])
        )
        corner = " " * len(corner)


def _direction() -> Direction:
    return Direction.RIGHT_TO_LEFT if spoken() == "ar" else Direction.LEFT_TO_RIGHT
