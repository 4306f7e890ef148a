"""A line with a label and a few options of which one is chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar, Final

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.message import Message

from tui.bidi import visual
from tui.explorer.drawing.cells import fitted, width_of
from tui.explorer.drawing.plain_mode import is_mirrored, is_plain
from tui.explorer.drawing.pressable_line import Piece, PressableLine
from tui.messages import say, spoken

_LABELS: Final = 12
"""Cells for the labels, so that options stand under each other."""


class OptionLine(PressableLine, can_focus=True):
    """Left and right choose; so does a press."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"option--label", "option--chosen"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "choose_aside(-1)"),
        Binding("right,space", "choose_aside(1)"),
    ]

    class Changed(Message):
        """Another option was chosen."""

        def __init__(self, line: OptionLine, value: str) -> None:
            super().__init__()
            self.line = line
            self.value = value

    def __init__(
        self,
        name: str,
        values: Sequence[str],
        value: str,
        *,
        labels: Mapping[str, str] | None = None,
    ) -> None:
        """A line of options.

        Args:
            name: also the id; `export.<name>` is its label, `export.<name>.<value>` an option's.
            values: what can be chosen.
            value: what is chosen at first.
            labels: of the options, where they are not messages of the interface.
        """
        super().__init__(id=f"option-{name}")
        self._option = name
        self._values = tuple(values)
        self._labels = labels or {}
        self._title = ""
        self._room = _LABELS
        self.value = value
        """What is chosen."""

    def call(self, title: str, labels: Mapping[str, str], room: int) -> None:
        """Use other words than the messages of those ids.

        Args:
            title: the label.
            labels: of the options.
            room: cells for the label.
        """
        self._title, self._labels, self._room = title, labels, room
        self.refresh()

    @property
    def chosen(self) -> str:
        """The option that holds."""
        return self.value

    def pieces(self, width: int) -> tuple[list[Piece], list[Piece]]:
        """The label, then the options; where they have no room, the one that is chosen."""
        base = self.rich_style
        label = self.get_component_rich_style("option--label")
        chosen = base + self.get_component_rich_style("option--chosen", partial=True)
        name = visual(self._title or say(f"export.{self._option}"))
        space = " " * max(1, self._room - cell_len(name))
        found = [Piece(space + name if is_mirrored() else name + space, label)]
        if is_plain() or self._cells_of_all > width:
            place = self._values.index(self.value) + 1
            label_of = self._label_of(self.value)
            said = say("plain.option", name=label_of, place=place, total=len(self._values))
            left = width - cell_len(found[0].text) - 3
            if width_of(said) > left:  # what is chosen is worth more than how many there are
                said = fitted(label_of, left)
            style = base if is_plain() else chosen
            following = self._values[place % len(self._values)]
            return [*found, Piece(" ", base), Piece(f" {visual(said)} ", style, following)], []
        for value in self._values:
            text = visual(self._label_of(value))
            found += [
                Piece(" ", base),
                Piece(f" {text} ", chosen if value == self.value else base, value),
            ]
        return found, []

    @property
    def _cells_of_all(self) -> int:
        return self._room + sum(cell_len(visual(self._label_of(v))) + 3 for v in self._values)

    @property
    def name_of_option(self) -> str:
        """What it is about."""
        return self._option

    def _label_of(self, value: str) -> str:
        return self._labels.get(value) or say(f"export.{self._option}.{value}")

    def pressed(self, target: str) -> None:
        """Choose what was pressed."""
        if target != self.value:
            self.value = target
            self.refresh()
            self.post_message(self.Changed(self, target))

    def action_choose_aside(self, step: int) -> None:
        """Choose the next option to the right, or to the left if `step` is -1."""
        step = -step if spoken() == "ar" else step
        at = self._values.index(self.value) + step
        self.pressed(self._values[at % len(self._values)])
