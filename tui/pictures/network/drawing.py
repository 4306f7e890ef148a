"""A network in cells: the record in the middle, its relations by verb on both sides of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Final

from store.files.page.relations import verb_of
from store.model.records import Related, Row, Source
from store.model.vocabulary import KINDS, Kind, Language
from store.tuples import NamedTuple
from tui.messages import say
from tui.messages.digits import in_digits
from tui.pictures.cells import Picture, Style
from tui.pictures.network.content import Network, cited_by
from tui.pictures.network.laying import (
    LEAST_HEIGHT,
    LEAST_WIDTH,
    MIDDLE,
    SIDES,
    Layout,
    Side,
    Slot,
    View,
    height_of_all,
)
from tui.pictures.network.naming import LETTERS, fitted_names, name_of, other_name_of, wrapped
from tui.pictures.network.sheet import Sheet
from tui.pictures.sources import numbered_sources
from tui.terminal.widths import cell_width, cut

_DISPUTED: Final = "≠"
_AGAIN: Final = "↔"
"""Before a record two steps away that stands one step away too."""
_BEYOND: Final = "└"
_BEYOND_MIRRORED: Final = "┘"
_STAR: Final = "★"
_INDENT: Final = 2
_LEAST_NAME: Final = 8
"""Cells of a name that stay beside what is said behind it."""


def draw_network(
    network: Network,
    view: View,
    numbers: Mapping[str, int] | None = None,
    sources: Sequence[str] = (),
) -> Picture:
    """Draw what is to be seen of a network.

    Args:
        network: a record and its relations.
        view: how large, and where the cursor is.
        numbers: of sources by their keys, where each relation is to name those that it rests on.
        sources: as a reader sees them, in the order of their numbers.

    Returns:
        The picture; its notes say what is not on it.
    """
    drawing = _Drawing(network, view, numbers or {})
    notes = drawing.draw()
    title = say("network.title", name=name_of(network.middle, view.language))
    heading = say("network.sources") if sources else ""
    drawn = drawing.sheet.picture(title, notes, sources, heading)
    if drawn.height > view.height and not drawn.lines[-1]:
        drawn = drawn._replace(height=view.height, lines=drawn.lines[:-1])
    if network.groups:
        return drawn
    nothing = say("network.nothing", name=name_of(network.middle, view.language))
    return drawn._replace(nothing=nothing)


def draw_whole_network(
    network: Network, columns: int, language: Language, read: Callable[[list[str]], list[Source]]
) -> Picture:
    """Draw every relation, each with the numbers of its sources, for a file or a page.

    Args:
        network: a record and its relations.
        columns: cells of a line.
        language: of the reader.
        read: reads the sources with some keys.
    """
    keys = cited_by(network)
    numbers, said = numbered_sources(keys, read(keys), language)
    lines = height_of_all(network, columns, language)
    view = View(columns, lines, language, has_cursor=False)
    return draw_network(network, view, numbers, said)


class _Row(NamedTuple):
    """A relation on its line, but for the name of the record to which it leads."""

    related: Related
    signs: str
    at_least: str
    """What has to stand at the end of the line: a count, the numbers of sources."""
    at_end: str
    """The same at length, where there is room."""

    @property
    def least(self) -> int:
        """Cells that it takes beside the name."""
        return 2 * len(self.signs) + (cell_width(self.at_least) + 1 if self.at_least else 0)


class _Drawing:
    """Draws one picture."""

    def __init__(self, network: Network, view: View, numbers: Mapping[str, int]) -> None:
        self._network = network
        self._view = view
        self._numbers = numbers
        self._near = network.near
        self._language = view.language
        # Of a picture that nobody walks in, a legend may have a second line.
        spare = 0 if view.has_cursor else 1
        self.sheet = Sheet(view.width, view.height + spare, is_mirrored=view.language == "ar")
        self._kinds: dict[Kind, None] = {network.middle.kind: None}
        self._signs: dict[str, None] = {}

    def draw(self) -> list[str]:
        """Draw all of it; what could not be drawn is returned in sentences."""
        view = self._view
        if view.width < LEAST_WIDTH or view.height < LEAST_HEIGHT:
            said = say("network.small", columns=LEAST_WIDTH, lines=LEAST_HEIGHT)
            self.sheet.put_words(said)
            return [said]
        layout = Layout(self._network, view)
        for side in SIDES:
            self._draw_side(layout, side)
        self._draw_middle(layout)
        self._draw_legend(layout.frame.height - 1)
        return list(self._notes(layout))

    # --- the middle ----------------------------------------------------------------------------

    def _draw_middle(self, layout: Layout) -> None:
        frame, row = layout.frame, self._network.middle
        if not frame.has_sides:
            self._draw_middle_above(row)
            return
        left, right = frame.side + 3, frame.width - 5 - frame.side
        names = [*self._both_names(row, right - left - 3, frame.lines - 2)]
        top = frame.top + max((frame.lines - len(names) - 2) // 2, 0)
        bottom = min(top + len(names) + 1, frame.top + frame.lines - 1)
        self.sheet.box(left, right, top, bottom)
        style = self._style(MIDDLE, 0, -1, row.kind)
        for line, text in enumerate(names, top + 1):
            self.sheet.put(left + 2, line, text, style, row.key)
        self._join(layout, (left, right), (top + bottom) // 2)

    def _both_names(self, row: Row, room: int, most: int) -> list[str]:
        """The name in either script below the other, and how much stands around it."""
        count = self._network.relations
        said = [say("network.count", count=count) if count else say("network.none")]
        other = other_name_of(row, self._language)
        lines = wrapped(name_of(row, self._language), room, max(most - bool(other) - 1, 1))
        lines += wrapped(other, room, max(most - len(lines) - 1, 0)) if other else []
        free = most - len(lines)
        return lines + wrapped(said[0], room, min(max(free, 0), 2))

    def _draw_middle_above(self, row: Row) -> None:
        name = name_of(row, self._language)
        style = self._style(MIDDLE, 0, -1, row.kind)
        end = self._letter(0, 0, row, style)
        end += self.sheet.put(end, 0, name, style, row.key, room=self._view.width - end)
        self._at_end(0, end, self._view.width, other_name_of(row, self._language))
        if not self._network.groups:
            self.sheet.put(0, 1, say("network.none"), "dim", room=self._view.width)

    def _join(self, layout: Layout, edges: tuple[int, int], middle: int) -> None:
        """Lead lines from the middle to the headings of both sides."""
        for side, slots in enumerate(layout.sides):
            headings = [slot.line for slot in slots if slot.spoke < 0]
            if not headings:
                continue
            at_end = layout.frame.width - 3 - layout.frame.side
            trunk = layout.frame.side + 1 if side == 0 else at_end
            self.sheet.down(trunk, min(*headings, middle), max(*headings, middle))
            self.sheet.across(min(trunk, edges[side]), max(trunk, edges[side]), middle)
            for line in headings:
                start, end = (0, trunk) if side == 0 else (trunk, trunk + 1)
                self.sheet.across(start, end, line)

    # --- the sides -----------------------------------------------------------------------------

    def _draw_side(self, layout: Layout, side: Side) -> None:
        frame = layout.frame
        start = 0 if side == 0 or not frame.has_sides else frame.width - frame.side
        end = start + frame.side
        for _, slots in groupby(layout.sides[side], key=lambda slot: slot.group):
            self._draw_group(list(slots), start, end)
        if unseen := layout.unseen.get(side):
            text = say("network.unseen", count=unseen.relations)
            if cell_width(text) > frame.side:
                text = say("network.more", count=unseen.relations)
            self.sheet.put(start, unseen.line, text, "dim", room=frame.side)

    def _draw_group(self, slots: list[Slot], start: int, end: int) -> None:
        heading, *others = slots
        self._draw_heading(heading, start, end)
        rows = [self._row(slot) for slot in others]
        starts = [start + _INDENT * (1 if slot.beyond < 0 else 2) for slot in others]
        # The letter and the star stand before a name, before that what leads to one beyond.
        starts = [at + 2 * (slot.beyond >= 0) for at, slot in zip(starts, others, strict=True)]
        rooms = [end - at - 2 - each.least for at, each in zip(starts, rows, strict=True)]
        names = fitted_names([self._name(each.related.other) for each in rows], rooms)
        for at, slot, each, name in zip(starts, others, rows, names, strict=True):
            self._draw_row(slot, each, name, at, end)

    def _row(self, slot: Slot) -> _Row:
        """What a line says of a relation besides the name of the record to which it leads."""
        spoke = self._network.groups[slot.group].spokes[slot.spoke]
        related = spoke.related if slot.beyond < 0 else spoke.beyond[slot.beyond]
        is_again = slot.beyond >= 0 and related.other.key in self._near
        signs = (_DISPUTED if related.disputed else "") + (_AGAIN if is_again else "")
        cited = self._cited(related)
        if not slot.hidden:
            return _Row(related, signs, cited, cited)
        short = in_digits(f"+{slot.hidden:,}", self._language)
        more = say("network.more", count=slot.hidden)
        behind = f" {cited}" if cited else ""
        return _Row(related, signs, f"{short}{behind}", f"{more}{behind}")

    def _name(self, row: Row) -> str:
        if row.key == self._network.middle.key:
            return say("network.itself")
        return name_of(row, self._language)

    def _draw_heading(self, slot: Slot, start: int, end: int) -> None:
        verb = self._network.groups[slot.group].verb
        more = say("network.more", count=slot.hidden) if slot.hidden else ""
        room = end - start
        if more and cell_width(more) > room - cell_width(verb) - 1:
            more = in_digits(f"+{slot.hidden:,}", self._language)
        shown = cut(verb, room - cell_width(more) - 1 if more else room)
        end_of_verb = start + self.sheet.put(start, slot.line, shown, "heading")
        free = end - end_of_verb - cell_width(more)
        if more:
            self.sheet.put(end_of_verb, slot.line, " ")
            self.sheet.put(end_of_verb + 1, slot.line, more, "dim")
            free -= 1
        if free:
            self.sheet.put(end - free, slot.line, " ")

    def _draw_row(self, slot: Slot, said: _Row, name: str, start: int, end: int) -> None:
        row, line = said.related.other, slot.line
        style = self._style(slot.group, slot.spoke, slot.beyond, "")
        if slot.beyond >= 0:
            self._signs[_BEYOND] = None
            sign = _BEYOND_MIRRORED if self._language == "ar" else _BEYOND
            self.sheet.put(start - 2, line, sign, "outline")
        column = self._letter(start, line, row, style)
        column += self.sheet.put(column, line, name, style, row.key, room=end - column)
        for sign in said.signs:
            self._signs[sign] = None
            look: Style = "arrow" if sign == _DISPUTED else "dim"
            column += 1 + self.sheet.put(column + 1, line, sign, look, row.key)
        fits = column + 2 + cell_width(said.at_end) <= end
        ending = said.at_end if fits else said.at_least
        if ending:
            self.sheet.put(end - cell_width(ending), line, ending, "dim", row.key)
        elif slot.beyond < 0:
            self._at_end(line, column, end, other_name_of(row, self._language), row.key)
        if slot.beyond >= 0:
            verb = verb_of(said.related, self._language)
            free = end - column - 2 - (cell_width(ending) + 1 if ending else 0)
            if free >= min(cell_width(verb), _LEAST_NAME):
                self.sheet.put(column + 2, line, cut(verb, free), "dim", row.key)

    def _letter(self, column: int, line: int, row: Row, style: Style) -> int:
        """The letter of a kind, the star of the user, and the column of the name behind them."""
        self._kinds[row.kind] = None
        if row.marked:
            self._signs[_STAR] = None
        kind: Style = style if style == "cursor" else row.kind
        self.sheet.put(column, line, LETTERS[row.kind], kind, row.key)
        self.sheet.put(column + 1, line, _STAR if row.marked else " ", style, row.key)
        return column + 2

    def _cited(self, related: Related) -> str:
        """The numbers of its sources, where they are wanted."""
        found = dict.fromkeys(each.source for each in related.citations)
        numbers = sorted(self._numbers[key] for key in found if key in self._numbers)
        text = f"[{', '.join(map(str, numbers))}]" if numbers else ""
        return in_digits(text, self._language)

    def _at_end(self, line: int, column: int, end: int, text: str, key: str = "") -> None:
        """Text at the end of a line where two cells at least are left before it."""
        width = cell_width(text)
        if text and column + 2 + width <= end:
            self.sheet.put(end - width, line, text, "dim", key)

    def _style(self, group: int, spoke: int, beyond: int, style: Style) -> Style:
        view = self._view
        is_here = (group, spoke, beyond) == (view.group, view.spoke, view.beyond)
        return "cursor" if is_here and view.has_cursor else style

    # --- below ---------------------------------------------------------------------------------

    def _draw_legend(self, line: int) -> None:
        """What signs and letters mean that were used, as far as there is room."""
        signs = [sign for sign in _SIGN_NAMES if sign in self._signs]
        said = [(sign, say(f"network.sign.{_SIGN_NAMES[sign]}")) for sign in signs]
        # Letters come last: they are those of every list.
        said += [
            (LETTERS[kind], KINDS[kind].in_(self._language))
            for kind in KINDS
            if kind in self._kinds
        ]
        column = 0
        for sign, words in said:
            if column + 2 + cell_width(words) > self._view.width:
                if line + 1 == self.sheet.height:
                    continue
                line, column = line + 1, 0
            is_mirrored = sign == _BEYOND and self._language == "ar"
            column += 1 + self.sheet.put(column, line, _BEYOND_MIRRORED if is_mirrored else sign)
            column += 2 + self.sheet.put(column, line, words, "dim")

    def _notes(self, layout: Layout) -> Iterable[str]:
        network = self._network
        if not network.groups:
            yield say("network.none")
        unseen = sum(each.relations for each in layout.unseen.values())
        unseen += sum(slot.hidden for slot in layout.slots if slot.spoke < 0)
        if unseen:
            yield say("network.unseen", count=unseen)
        if network.unfollowed:
            yield say("network.unfollowed", count=network.unfollowed)


_SIGN_NAMES: Final = {
    _DISPUTED: "disputed", _STAR: "starred", _BEYOND: "beyond", _AGAIN: "again",
}  # fmt: skip
