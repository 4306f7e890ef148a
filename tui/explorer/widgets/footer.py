"""The last line: what can be done now, with its keys; what cannot is dim."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
    is_rare: bool = False
    """Where there is no room for all, it gives way to the others first."""


@runtime_checkable
class ChoosesKeys(Protocol):
    """A screen whose keys a user may choose."""

    def key_of(self, action: str, own: str) -> str:
        """The key that starts an action now, `own` where the user chose none."""


_Texts = tuple[str, str]
"""A key and its label as they are drawn."""
_Shown = dict[int, _Texts]
"""By the numbers of their hints, in order."""


def _cells(texts: _Texts) -> int:
    return cell_len(texts[0]) + cell_len(texts[1])


def _texts(hint: Hint, gap: str = " ") -> _Texts:
    """A hint's key and label; a gap follows the label in reading order."""
    label = visual(hint.label)
    key = f" {cap(hint.key, in_words=is_plain())} "
    return key, f"{gap}{label}" if is_mirrored() else f"{label}{gap}"


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
            # Of those that are left out others were given the keys.
            hints = [hint for hint in hints if hint.key or not hint.command]
        if is_plain():  # that one is dim says nothing to somebody who listens
            hints = [hint for hint in hints if hint.possible]
        if tuple(hints) != self._hints:
            self._hints = tuple(hints)
            self.refresh()

    def pieces(self, width: int) -> tuple[list[Piece], list[Piece]]:
        """Key and label of each hint that there is room for, in reading order.

        Where one has no room, those of a group share one label, and then all stand closer
        together; where a hint that stays has none, labels of others that stay go.
        """
        kept = self._all_in(width) or self._most_wanted_in(width)
        found: list[Piece] = []
        for number, (key, label) in kept.items():
            hint = self._hints[number]
            found.append(Piece(key, self._style(hint, "footer--key"), hint.command))
            if label:
                found.append(Piece(label, self._style(hint, "footer--label"), hint.command))
        return found, []

    def _all_in(self, width: int) -> _Shown:
        """Every hint with its label, or with that of its group; none where they have no room."""
        whole = {number: _texts(hint) for number, hint in enumerate(self._hints)}
        if sum(map(_cells, whole.values())) <= width:
            return whole
        grouped = self._grouped(range(len(self._hints)), self._forms(" "))
        return grouped if sum(map(_cells, grouped.values())) <= width else {}

    def _most_wanted_in(self, width: int) -> _Shown:
        """As many hints as have room close together: those that stay first, rare ones last."""
        forms = self._forms("")
        staying = [number for number, hint in enumerate(self._hints) if hint.stays]
        others = [number for number, hint in enumerate(self._hints) if not hint.stays]
        shown = self._grouped(staying, forms)
        for number in sorted(others, key=lambda number: self._hints[number].is_rare):
            more = self._grouped(sorted([*shown, number]), forms)
            if sum(map(_cells, more.values())) > width:
                break
            shown = more
        over = sum(map(_cells, shown.values())) - width
        for number, (key, label) in shown.items():
            if over > 0:  # its label goes, that of the last hint last
                over -= cell_len(label)
                shown[number] = key, ""
        return shown

    def _forms(self, gap: str) -> list[tuple[_Texts, _Texts]]:
        """Of each hint how it stands before others of its group, and how as the last of it."""
        found = []
        for hint in self._hints:
            key, label = _texts(hint._replace(label=hint.group or hint.label), gap)
            bare = key.lstrip() if is_mirrored() else key.rstrip()
            found.append(((bare, ""), (key, label)))
        return found

    def _grouped(self, numbers: Iterable[int], forms: Sequence[tuple[_Texts, _Texts]]) -> _Shown:
        """Some hints, the last of each group with the label for all of it."""
        numbers = list(numbers)
        last = {self._hints[number].group or number: number for number in numbers}
        ends = set(last.values())
        return {number: forms[number][number in ends] for number in numbers}

    def _style(self, hint: Hint, name: str) -> Style:
        return self.get_component_rich_style(name if hint.possible else "footer--impossible")

    def pressed(self, target: str) -> None:
        """Ask for the command."""
        self.post_message(self.Pressed(target))
