"""Where on a network each relation stands: groups on two sides, and what finds no room counted.

Every group keeps its heading and one relation at least; what is left of a side goes to those that
want it, as even as may be. A group that is longer than its room shows the page of it on which the
cursor is, so that all of it can be walked through.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Final, Literal

from store.model.vocabulary import Language
from store.tuples import NamedTuple
from tui.pictures.network.content import Group, Network

LEAST_WIDTH: Final = 24
LEAST_HEIGHT: Final = 5
"""Cells of the smallest network: the middle, a verb and a relation, and what signs mean."""
_LEGEND_OF_TWO_STEPS: Final = 106
"""Cells of all signs and letters that there are where two steps are seen."""
_LEAST_FOR_TWO_LINES: Final = 14
_LEAST_OF_TWO: Final = 60
"""Cells from which on there are two sides, the middle between them."""
_MOST_BEYOND: Final = (24, 12, 6, 4, 3, 2)
"""Relations that stand below another one: the first number with which a side has room for all."""
_MOST_SAVED: Final = 6
"""Those that a picture has on which every relation stands."""
MIDDLE: Final = -1
"""In the place of a group: the cursor is on the middle."""

Side = Literal[0, 1]
"""That where reading begins, and the other."""
SIDES: Final[tuple[Side, Side]] = (0, 1)


class View(NamedTuple):
    """How large a network is, and where the cursor is."""

    width: int
    height: int
    language: Language
    group: int = MIDDLE
    spoke: int = 0
    beyond: int = -1
    """-1 for the spoke itself."""
    has_cursor: bool = True


class Slot(NamedTuple):
    """A line of a side, and what stands on it."""

    line: int
    group: int
    spoke: int = -1
    """-1 for the heading of the group."""
    beyond: int = -1
    hidden: int = 0
    """What belongs to it and is not shown: of a heading relations, of a relation those beyond."""


class Unseen(NamedTuple):
    """Groups of a side for which there is no room at all."""

    groups: int
    relations: int
    line: int


class Frame(NamedTuple):
    """Where sides and middle are, in cells from where reading begins."""

    width: int
    height: int

    @property
    def has_sides(self) -> bool:
        """Whether the middle stands between two sides; else all stand below it."""
        return self.width >= _LEAST_OF_TWO

    @property
    def _least_middle(self) -> int:
        return max(min(self.width // 5, 40), 14)

    @property
    def middle(self) -> int:
        """How many cells the middle has, edges included."""
        return self.width - 2 * self.side - 7 if self.has_sides else self.width

    @property
    def side(self) -> int:
        """How many cells the text of a side has."""
        if not self.has_sides:
            return self.width
        return (self.width - self._least_middle - 7) // 2

    @property
    def top(self) -> int:
        """The first line of the sides."""
        return 0 if self.has_sides else 1

    @property
    def lines(self) -> int:
        """How many lines the sides have; below them stands what signs mean."""
        return max(self.height - 1 - self.top, 1)


class Layout:
    """A network laid out for a view."""

    def __init__(self, network: Network, view: View) -> None:
        """Lay out; what it costs grows with the groups and with what is seen of them."""
        self.frame = Frame(view.width, view.height - _second_line(network, view))
        self._network = network
        self._view = view
        self.split = self._split() if self.frame.has_sides else 0
        """The first group of the side where reading ends."""

    @cached_property
    def sides(self) -> tuple[tuple[Slot, ...], tuple[Slot, ...]]:
        """What stands on each side, from the top."""
        return tuple(self._side(0)), tuple(self._side(1))

    @cached_property
    def unseen(self) -> dict[Side, Unseen]:
        """By side, the groups for which there is no room at all."""
        found: dict[Side, Unseen] = {}
        line = self.frame.top + self.frame.lines - 1
        for side in SIDES:
            groups = set(self.groups_of(side)) - set(self._shown(side))
            if groups:
                relations = sum(len(self._network.groups[number].spokes) for number in groups)
                found[side] = Unseen(len(groups), relations, line)
        return found

    def groups_of(self, side: Side) -> range:
        """The groups that stand on a side."""
        return range(self.split) if side == 0 else range(self.split, len(self._network.groups))

    def side_of(self, group: int) -> Side:
        """On which side a group stands."""
        return 0 if group < self.split else 1

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """Those of both sides."""
        return self.sides[0] + self.sides[1]

    def _split(self) -> int:
        """Where the groups part so that neither side is much longer than the other."""
        numbers = range(len(self._network.groups))
        wanted = [1 + self._network.lines_of(each, _MOST_BEYOND[-1]) for each in numbers]
        before = [0, *accumulate(min(each, self.frame.lines) for each in wanted)]
        return min(
            range(len(before)), key=lambda at: (max(before[at], before[-1] - before[at]), at)
        )

    def most_beyond(self, side: Side) -> int:
        """How many relations of a side stand below another one where none is in want of lines."""
        numbers = self.groups_of(side)
        for most in _MOST_BEYOND if self._network.steps == 2 else ():
            if sum(1 + self._network.lines_of(each, most) for each in numbers) <= self.frame.lines:
                return most
        return _MOST_BEYOND[-1]

    def _side(self, side: Side) -> Iterator[Slot]:
        shown = self._shown(side)
        room = self.frame.lines - (len(shown) < len(self.groups_of(side)))
        most = self.most_beyond(side)
        wanted = [self._network.lines_of(number, most) for number in shown]
        given = _shared(wanted, max(room - len(shown), len(shown)))
        gap = 1 if given == wanted and sum(given) + 2 * len(given) - 1 <= room else 0
        free = room - sum(given) - len(given) * (1 + gap) + gap
        line = self.frame.top + (max(free, 0) // 2 if self.frame.has_sides else 0)
        for number, lines in zip(shown, given, strict=True):
            yield from self._group(number, line, lines, most)
            line += 1 + lines + gap

    def _shown(self, side: Side) -> Sequence[int]:
        """The groups of a side for which there is room, a heading and a relation each."""
        numbers, room = self.groups_of(side), self.frame.lines
        is_room = 2 * len(numbers) <= room
        return numbers if is_room else self._page(numbers, max((room - 1) // 2, 1))

    def _page(self, numbers: range, count: int) -> Sequence[int]:
        """The groups of a side that are shown where not all can be."""
        at = numbers.index(self._view.group) if self._view.group in numbers else 0
        start = max(min(at // count * count, len(numbers) - count), 0)
        return numbers[start : start + count]

    def _group(self, number: int, line: int, lines: int, most: int) -> Iterator[Slot]:
        group, is_here = self._network.groups[number], number == self._view.group
        chosen = self._view.spoke if is_here else 0
        if self._network.steps == 1:
            first = max(min(chosen // lines * lines, len(group.spokes) - lines), 0)
            blocks = [(spoke, 0) for spoke in range(first, min(first + lines, len(group.spokes)))]
        else:
            blocks = _packed(group, lines, chosen, most)
        yield Slot(line, number, hidden=len(group.spokes) - len(blocks))
        for spoke, count in blocks:
            beyond = group.spokes[spoke].beyond
            line += 1
            yield Slot(line, number, spoke, hidden=len(beyond) - count)
            is_chosen = is_here and spoke == self._view.spoke
            at = max(self._view.beyond, 0) if is_chosen else 0
            first = max(min(at // count * count, len(beyond) - count), 0) if count else 0
            for place in range(first, first + count):
                line += 1
                yield Slot(line, number, spoke, place)


def _second_line(network: Network, view: View) -> bool:
    """Whether what signs mean takes two lines: where a narrow picture has those of two steps."""
    is_narrow = view.width < _LEGEND_OF_TWO_STEPS and view.height >= _LEAST_FOR_TWO_LINES
    return is_narrow and view.has_cursor and network.steps == 2


def height_of_all(network: Network, width: int, language: Language) -> int:
    """How many lines a network has on which every relation stands."""
    groups = range(len(network.groups))
    most = 3 * sum(2 + network.lines_of(group, _MOST_SAVED) for group in groups)
    least, enough = LEAST_HEIGHT, LEAST_HEIGHT + most
    while least < enough:
        height = (least + enough) // 2
        if _has_all(Layout(network, View(width, height, language)), network):
            enough = height
        else:
            least = height + 1
    # With a line between each two groups it is easier to read.
    layout = Layout(network, View(width, least, language))
    return least + max(max(len(layout.groups_of(side)) for side in SIDES) - 1, 0)


def _has_all(layout: Layout, network: Network) -> bool:
    is_whole = not layout.unseen and not any(each.hidden for each in layout.slots if each.spoke < 0)
    has_beyond = min(layout.most_beyond(side) for side in SIDES) >= _MOST_SAVED
    return is_whole and (network.steps == 1 or has_beyond)


def _shared(wanted: Sequence[int], room: int) -> list[int]:
    """Lines for each group: one at least, more to those that want them, as even as may be."""
    given = [1] * len(wanted)
    free = room - len(wanted)
    while free > 0:
        needy = [number for number, has in enumerate(given) if has < wanted[number]]
        if not needy:
            break
        each = max(free // len(needy), 1)
        for number in needy[:free]:
            more = min(each, wanted[number] - given[number])
            given[number] += more
            free -= more
    return given


def _packed(group: Group, lines: int, chosen: int, most_beyond: int) -> list[tuple[int, int]]:
    """The page of a group on which a spoke is: spokes, and how many of those beyond each stand.

    Pages are counted from the first spoke; the last one is filled up with what stands before it.
    """
    heights = [1 + min(len(spoke.beyond), most_beyond) for spoke in group.spokes]
    start, end, used = _page_with(heights, lines, chosen)
    while end == len(heights) and start and used + heights[start - 1] <= lines:
        start -= 1
        used += heights[start]
    blocks = [[spoke, min(heights[spoke], lines) - 1] for spoke in range(start, end)]
    free = lines - used
    if free > 0 and end < len(heights):
        blocks.append([end, min(free, heights[end]) - 1])
        free -= min(free, heights[end])
    for block in blocks:
        if free <= 0:
            break
        more = min(free, len(group.spokes[block[0]].beyond) - block[1])
        block[1] += more
        free -= more
    return [(spoke, count) for spoke, count in blocks]


def _page_with(heights: Sequence[int], lines: int, chosen: int) -> tuple[int, int, int]:
    """First spoke of the page, the one after its last, and how many lines it takes."""
    start, used = 0, 0
    for number, height in enumerate(heights):
        if used and used + height > lines:
            if number > chosen:
                return start, number, used
            start, used = number, 0
        used += height
    return start, len(heights), used
