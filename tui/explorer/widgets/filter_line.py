"""The line under the search box: the filters of the query as chips, or what is wrong with one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.message import Message

from tui.bidi import visual
from tui.explorer.drawing.cells import fitted
from tui.explorer.drawing.plain_mode import is_plain
from tui.explorer.drawing.pressable_line import Piece, PressableLine


class FilterLine(PressableLine):
    """Takes a line only where the query has a filter; a press on a chip takes that one away."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"filters--chip", "filters--wrong"}

    class Pressed(Message):
        """A chip was pressed, which asks for another query."""

        def __init__(self, query: str) -> None:
            super().__init__()
            self.query = query

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 — Textual's name
        super().__init__(id=id)
        self.display = False
        self._said = ""
        self._chips: Sequence[tuple[str, str]] = ()

    def show(self, said: str, chips: Sequence[tuple[str, str]]) -> None:
        """Show what is said of the filters, and chips: text and the query that each leads to."""
        self._said, self._chips = said, chips
        self.display = bool(said or chips)
        self.refresh()

    def pieces(self, width: int) -> tuple[list[Piece], list[Piece]]:
        """What is said, then the chips."""
        wrong = self.get_component_rich_style("filters--wrong")
        chip = self.get_component_rich_style("filters--chip")
        near = [Piece(f" {visual(fitted(self._said, width - 2))} ", wrong)] if self._said else []
        for number, (text, _) in enumerate(self._chips):
            words = text.removesuffix(" ×") if is_plain() else text
            shown = visual(fitted(words, width - 4))
            near += [Piece(" ", self.rich_style), Piece(f" {shown} ", chip, str(number))]
        return near, []

    def pressed(self, target: str) -> None:
        """Ask for what the chip stands for."""
        self.post_message(self.Pressed(self._chips[int(target)][1]))
