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
    group: str = ""
    """What it and its like are called together, where there is no room for the name of each."""


@runtime_checkable
class ChoosesKeys(Protocol):
    """A screen whose keys a user may choose."""

    def key_of(self, action: str, own: str) -> str:
        """The key that starts an action now, `own` where the user chose none."""


def _cells(texts: tuple[str, str]) -> int:
    return cell_len(texts[0]) + cell_len(texts[1])


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
        """Key and label of each hint that there is room for, in reading order.

        Where one has no room, those of a group share one label; where a hint that stays has none,
        labels of others that stay go.
        """
        kept = self._kept([*map(self._texts, self._hints)], width)
        if len(kept) < len(self._hints) and any(hint.group for hint in self._hints):
            texts = self._grouped()
            kept = self._kept(texts, width)
        else:
            texts = [*map(self._texts, self._hints)]
        over = sum(_cells(texts[number]) for number in kept) - width
        for number in kept:
            if over > 0:  # its label goes, that of the last hint last
                over -= _cells(texts[number]) - cell_len(texts[number][0])
                texts[number] = texts[number][0], ""
        found: list[Piece] = []
        for number in kept:
            hint, (key, label) = self._hints[number], texts[number]
            found.append(Piece(key, self._style(hint, "footer--key"), hint.command))
            if label:
                found.append(Piece(label, self._style(hint, "footer--label"), hint.command))
        return found, []

    def _kept(self, texts: Sequence[tuple[str, str]], width: int) -> list[int]:
        """The numbers of the hints for which there is room, in order."""
        cells = [*map(_cells, texts)]
        free = width - sum(
            wide for hint, wide in zip(self._hints, cells, strict=True) if hint.stays
        )
        kept = []
        for number, hint in enumerate(self._hints):
            if not hint.stays:
                free -= cells[number]
            if hint.stays or free >= 0:
                kept.append(number)
        return kept

    def _grouped(self) -> list[tuple[str, str]]:
        """Keys and labels where the last of each group bears the label for all of it."""
        found = []
        for number, hint in enumerate(self._hints):
            further = {each.group for each in self._hints[number + 1 :]}
            if hint.group and hint.group in further:
                found.append((self._texts(hint)[0].rstrip(), ""))
            else:
                found.append(self._texts(hint._replace(label=hint.group or hint.label)))
        return found

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
