"""The last line: what can be done now, with its keys; what cannot is dim."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Protocol, runtime_checkable

from rich.cells import cell_len
from rich.style import Style
from textual.message import Message

from store.tuples import NamedTuple
from tui.bidi import visual
from tui.explorer.drawing.plain_mode import is_mirrored, is_plain
from tui.explorer.drawing.pressable_line import Piece, PressableLine
from tui.terminal.keyboard import cap


class Hint(NamedTuple):
    """A command as the footer shows it."""

    command: str
    """Its id, empty for a hint that cannot be pressed."""
    key: str
    label: str
    possible: bool = True
    stays: bool = False
    """Where there is no room for all, others give way to it."""


@runtime_checkable
class ChoosesKeys(Protocol):
    """A screen whose keys a user may choose."""

    def key_of(self, action: str, own: str) -> str:
        """The key that starts an action now, `own` where the user chose none."""


class Footer(PressableLine):
    """Shows hints; a press on one runs its command."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"footer--key", "footer--label", "footer--impossible"}

    class Pressed(Message):
        """A hint was pressed."""

        def __init__(self, command: str) -> None:
            super().__init__()
            self.command = command

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 — Textual's name
        super().__init__(id=id)
        self._hints: tuple[Hint, ...] = ()

    def show(self, hints: Sequence[Hint]) -> None:
        """Show other hints."""
        if isinstance(screen := self.screen, ChoosesKeys):
            hints = [
                hint._replace(key=screen.key_of(hint.command, hint.key)) if hint.command else hint
                for hint in hints
            ]
        if is_plain():  # that one is dim says nothing to somebody who listens
            hints = [hint for hint in hints if hint.possible]
        if tuple(hints) != self._hints:
            self._hints = tuple(hints)
            self.refresh()

    def pieces(self, width: int) -> tuple[list[Piece], list[Piece]]:
        """Key and label of each hint that there is room for, in reading order."""
        texts = [self._texts(hint) for hint in self._hints]
        cells = [cell_len(key) + cell_len(label) for key, label in texts]
        free = width - sum(
            wide for hint, wide in zip(self._hints, cells, strict=True) if hint.stays
        )
        found: list[Piece] = []
        for hint, (key, label), wide in zip(self._hints, texts, cells, strict=True):
            if not hint.stays:
                free -= wide
            if hint.stays or free >= 0:
                found += [
                    Piece(key, self._style(hint, "footer--key"), hint.command),
                    Piece(label, self._style(hint, "footer--label"), hint.command),
                ]
        return found, []

    @staticmethod
    def _texts(hint: Hint) -> tuple[str, str]:
        """A hint's key and label; a space follows the label in reading order."""
        label = visual(hint.label)
        key = f" {cap(hint.key, in_words=is_plain())} "
        return key, f" {label}" if is_mirrored() else f"{label} "

    def _style(self, hint: Hint, name: str) -> Style:
        return self.get_component_rich_style(name if hint.possible else "footer--impossible")

    def pressed(self, target: str) -> None:
        """Ask for the command."""
        self.post_message(self.Pressed(target))
