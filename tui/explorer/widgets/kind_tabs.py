"""One line of tabs: all records, each kind, and sources; the list's order at the far edge."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import ClassVar, Final

from rich.cells import cell_len
from textual.message import Message

from store.model.vocabulary import KINDS, Kind
from tui.bidi import visual
from tui.explorer.drawing.listing import ListedKind
from tui.explorer.drawing.plain_mode import is_mirrored, is_plain
from tui.explorer.drawing.pressable_line import Piece, PressableLine
from tui.messages import say, spoken
from tui.messages.digits import in_digits
from tui.overview.letters import KIND_LETTERS

_ALL: Final = "all"
_ORDER: Final = "order"


class KindTabs(PressableLine):
    """Shows which kind the list is about; a press chooses another."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "tabs--chosen",
        "tabs--zone",
        "tabs--agreement",
        "tabs--actor",
        "tabs--consequence",
        "tabs--source",
    }

    class Chosen(Message):
        """A tab was pressed."""

        def __init__(self, kind: ListedKind | None) -> None:
            super().__init__()
            self.kind = kind

    class OrderPressed(Message):
        """The order of the list was pressed."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 — Textual's name
        super().__init__(id=id)
        self._counts: Mapping[Kind, int] = {}
        self._sources = 0
        self._chosen: ListedKind | None = None
        self._order = ""

    def show(
        self, counts: Mapping[Kind, int], sources: int, chosen: ListedKind | None, order: str
    ) -> None:
        """Show what there is to list.

        Args:
            counts: how many records of each kind.
            sources: how many sources; they are not among all.
            chosen: what is listed.
            order: in words, how the list is ordered.
        """
        self._counts, self._sources, self._chosen, self._order = counts, sources, chosen, order
        self.refresh()

    def pieces(self, width: int) -> tuple[list[Piece], list[Piece]]:
        """Tabs with words where they fit, else with the letters of sources, or of all kinds."""
        far = [Piece(f" {visual(self._order)} ", self.rich_style, _ORDER)] if self._order else []
        if is_plain():
            return _in_words(self._tabs(()), self._chosen or _ALL, width), far
        tabs: list[Piece] = []
        for by_letter in (), ("source",), (*KINDS, "source"):
            tabs = self._tabs(by_letter)
            if _cells(tabs) + _cells(far) <= width:
                break
        return tabs, far

    def _tabs(self, by_letter: Collection[str]) -> list[Piece]:
        tabs = [self._tab(None, say("tabs.all"), sum(self._counts.values()))]
        counts: dict[ListedKind, int] = {kind: self._counts.get(kind, 0) for kind in KINDS}
        for kind, count in (counts | {"source": self._sources}).items():
            name = KIND_LETTERS[kind] if kind in by_letter else say(f"tabs.{kind}")
            tabs.append(self._tab(kind, name, count))
        return tabs

    def _tab(self, kind: ListedKind | None, name: str, count: int) -> Piece:
        words = [visual(name), in_digits(f"{count:,}", spoken())]
        text = " ".join(reversed(words) if is_mirrored() else words)
        if kind == self._chosen and is_plain():
            text = visual(say("plain.chosen", name=f"{name} {words[1]}"))
        style = self.get_component_rich_style(f"tabs--{kind}") if kind else self.rich_style
        if kind == self._chosen:
            style += self.get_component_rich_style("tabs--chosen", partial=True)
        return Piece(f" {text} ", style, kind or _ALL)

    def pressed(self, target: str) -> None:
        """Choose the kind, or ask for another order."""
        if target == _ORDER:
            self.post_message(self.OrderPressed())
        else:
            kinds: tuple[ListedKind, ...] = (*KINDS, "source")
            self.post_message(self.Chosen(next((kind for kind in kinds if kind == target), None)))


def _in_words(tabs: list[Piece], chosen: str, width: int) -> list[Piece]:
    """Tabs closer together where they do not fit; the chosen one is the last to be left out."""
    if _cells(tabs) > width:
        tabs = [tab._replace(text=tab.text[:-1]) for tab in tabs]
    while _cells(tabs) > width and (others := [tab for tab in tabs if tab.target != chosen]):
        tabs.remove(others[-1])
    return tabs


def _cells(pieces: list[Piece]) -> int:
    return sum(cell_len(piece.text) for piece in pieces)
