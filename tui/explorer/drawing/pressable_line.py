"""One line of pieces that can be pressed with the mouse: the tabs and the footer are such lines."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from store.tuples import NamedTuple
from tui.explorer.drawing.plain_mode import is_mirrored


class Piece(NamedTuple):
    """Some cells of the line."""

    text: str
    """As the cells show it from left to right."""
    style: Style
    target: str = ""
    """What a press on it is about, empty for nothing."""


class PressableLine(Widget):
    """Lays pieces out from where reading begins, and some against the far edge."""

    ALLOW_SELECT = False  # a press does something

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 — Textual's name
        super().__init__(id=id)
        self._places: list[tuple[int, int, str]] = []

    def pieces(self, width: int) -> tuple[list[Piece], list[Piece]]:
        """The pieces in reading order: those at the beginning, and those at the far edge."""
        raise NotImplementedError

    def pressed(self, target: str) -> None:
        """A piece was pressed."""
        raise NotImplementedError

    @property
    def chosen(self) -> str:
        """The target of the piece that is chosen now, empty where there is no such thing."""
        return ""

    @property
    def chosen_cell(self) -> int:
        """The cell at which that piece begins, from the left; 0 for none."""
        is_arabic = is_mirrored()
        for start, end, target in self._places:
            if target and target == self.chosen:
                return self.gutter.left + (end - 1 if is_arabic else start)
        return 0

    def render_line(self, y: int) -> Strip:
        """Draw the line, and note where each piece stands."""
        width, base = self.size.width, self.rich_style
        near, far = self.pieces(width)
        gap = width - _width(near) - _width(far)
        while gap < 0 and far:
            gap += cell_len(far.pop(0).text)
        while gap < 0 and len(near) > 1:
            gap += cell_len(near.pop().text)
        line = [*near, Piece(" " * max(0, gap), base), *far]
        if is_mirrored():
            line.reverse()
        self._places = []
        x = 0
        for piece in line:
            end = x + cell_len(piece.text)
            self._places.append((x, end, piece.target))
            x = end
        segments = [Segment(piece.text, piece.style) for piece in line]
        return Strip(segments).adjust_cell_length(width, base)

    def on_click(self, event: events.Click) -> None:
        """Press the piece under the mouse."""
        x = event.x - self.gutter.left
        for start, end, target in self._places:
            if target and start <= x < end:
                self.pressed(target)


def _width(pieces: list[Piece]) -> int:
    return sum(cell_len(piece.text) for piece in pieces)
