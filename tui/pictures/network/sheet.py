"""A sheet of cells counted from where reading begins, and lines on it that meet in corners."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tui.pictures.cells import Canvas, Picture, Style
from tui.pictures.network.naming import wrapped
from tui.terminal.widths import cell_width, cut

_JOINTS: Final = {
    "lr": "─", "du": "│", "dr": "┌", "dl": "┐", "ru": "└", "lu": "┘", "dru": "├", "dlu": "┤",
    "dlr": "┬", "lru": "┴", "dlru": "┼", "l": "─", "r": "─", "d": "│", "u": "│",
}  # fmt: skip
"""A sign by the sides to which it leads: left, right, up, down."""
_MIRRORED: Final = {"l": "r", "r": "l"}


class Sheet:
    """Puts text and lines on a canvas; in Arabic all of it begins at the right."""

    def __init__(self, width: int, height: int, *, is_mirrored: bool) -> None:
        """Begin empty."""
        self.width, self.height = width, height
        self._canvas = Canvas(width, height)
        self._is_mirrored = is_mirrored
        self._joints: dict[tuple[int, int], set[str]] = {}

    def put(
        self, column: int, line: int, text: str, style: Style = "", key: str = "", room: int = -1
    ) -> int:
        """Put text, or signs, at a column from which it reads on.

        Args:
            column: from where reading begins.
            line: from the top.
            text: in logical order; without a letter it reads from the left.
            style: in which it is drawn.
            key: of the record for which it stands.
            room: cells that it may take; -1 for as many as it wants.

        Returns:
            How many cells it takes.
        """
        shown = cut(text, room) if room >= 0 else text
        width = cell_width(shown)
        if width and width <= (room if room >= 0 else width):
            at = self.width - column - width if self._is_mirrored else column
            self._canvas.put(at, line, shown, style, key)
            return width
        return 0

    def put_words(self, text: str) -> None:
        """Put a sentence in place of a picture."""
        for line, words in enumerate(wrapped(text, self.width, self.height)):
            self.put(0, line, words, "dim")

    def across(self, start: int, end: int, line: int) -> None:
        """Draw a line between two cells, both included."""
        for column in range(start, end + 1):
            ends = {side for side, last in (("l", start), ("r", end)) if column != last}
            self._join(column, line, ends)

    def down(self, column: int, start: int, end: int) -> None:
        """Draw a line from a cell to one below it, both included."""
        for line in range(start, end + 1):
            ends = {side for side, last in (("u", start), ("d", end)) if line != last}
            self._join(column, line, ends)

    def box(self, start: int, end: int, top: int, bottom: int) -> None:
        """Draw the edges of a box."""
        for line in (top, bottom):
            self.across(start, end, line)
        for column in (start, end):
            self.down(column, top, bottom)

    def picture(
        self, title: str, notes: Iterable[str], sources: Iterable[str], sources_heading: str
    ) -> Picture:
        """The picture, its lines drawn where no text stands."""
        for (column, line), ends in self._joints.items():
            sides = {_MIRRORED.get(end, end) for end in ends} if self._is_mirrored else ends
            at = self.width - 1 - column if self._is_mirrored else column
            if self._canvas.is_free(at, line, 1):
                self._canvas.put(at, line, _JOINTS["".join(sorted(sides))], "outline")
        return self._canvas.picture(title, tuple(notes), tuple(sources), sources_heading)

    def _join(self, column: int, line: int, ends: set[str]) -> None:
        if ends:
            self._joints.setdefault((column, line), set()).update(ends)
