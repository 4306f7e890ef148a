"""The ways from one record to another in cells: side by side, each claim between its two records.

```
P Qatar
├───────────────────────┐
│ party to              │ mediated
A Munich statement …    A Four Towns agreement (2017)
│ concerns              │ evacuates
├───────────────────────┘
Z Kefraya
```
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from store.files.page.relations import relation_groups
from store.files.page.words import word
from store.model.records import Related, Row, Source
from store.model.vocabulary import KINDS, Language
from store.tuples import NamedTuple
from tui.messages import say
from tui.messages.digits import in_digits
from tui.pictures.cells import Picture, Style
from tui.pictures.network.naming import LETTERS, fitted_names, name_of
from tui.pictures.network.sheet import Sheet
from tui.pictures.network.telling import who_says
from tui.pictures.sources import numbered_sources
from tui.terminal.widths import cell_width, cut

if TYPE_CHECKING:
    from store.connecting import Connection, Step

LEAST_WIDTH: Final = 20
LEAST_HEIGHT: Final = 4
_LEAST_COLUMN: Final = 24
_GAP: Final = 2
_MOST_CLAIMS: Final = 4
"""Of a step on a screen; the others are counted, and come into sight when the cursor does."""
_DISPUTED: Final = "≠"
_STAR: Final = "★"


class WaysView(NamedTuple):
    """How large a picture of ways is, and where the cursor is."""

    width: int
    height: int
    language: Language
    way: int = 0
    claim: int = 0
    """By its number on the way."""
    has_cursor: bool = True
    shows_all: bool = False
    """Whether every claim is to have a line."""


class Claimed(NamedTuple):
    """A claim of a way."""

    step: int
    start: Row
    related: Related


def claims_of(way: Sequence[Step]) -> list[Claimed]:
    """Every claim of a way, in the order in which one walks it."""
    return [
        Claimed(number, step.start, related)
        for number, step in enumerate(way)
        for related in step.relations
    ]


class _Placed(NamedTuple):
    """A claim in its place."""

    way: int
    claim: int
    line: int
    hidden: int
    """How many of its step are not shown, said behind the last one."""


class WaysLayout:
    """Ways laid out for a view; lines are counted from the first one, seen or not."""

    def __init__(self, found: Connection, view: WaysView) -> None:
        """Lay out."""
        self._found, self._view = found, view
        count = min(len(found.ways), max(view.width // _LEAST_COLUMN, 1))
        first = min(view.way // count * count, len(found.ways) - count)
        self.ways = range(first, first + count)
        """Those that are shown."""
        self.column = (view.width + _GAP) // count
        self._claims = {way: claims_of(found.ways[way]) for way in self.ways}
        self.lines_of_claim, self.most = self._lines_that_fit()
        self.tops = self._tops()
        """By step, the first line of its claims; then the line of the goal."""
        self.placed = list(self._placed())

    @property
    def height(self) -> int:
        """How many lines it has, what signs mean left out."""
        return self.tops[-1] + 1

    @property
    def first(self) -> int:
        """The first line that is seen: all, or so that the cursor is in sight."""
        seen = self._view.height - 1
        if self.height <= seen:
            return 0
        here = (self._view.way, self._view.claim)
        line = next(each.line for each in self.placed if (each.way, each.claim) == here)
        return max(min(line - seen // 2, self.height - seen), 0)

    @property
    def forks(self) -> int:
        """Lines on which the ways part, and join: none for one way."""
        return 1 if len(self.ways) > 1 else 0

    def _lines_that_fit(self) -> tuple[int, int]:
        """Lines for a claim, and the most claims of a step that are shown."""
        widest = max(len(step.relations) for way in self.ways for step in self._found.ways[way])
        if self._view.shows_all:
            return 2, widest
        for lines, most in ((2, _MOST_CLAIMS), (1, _MOST_CLAIMS), (2, 1), (1, 2)):
            if self._height_with(lines, most) <= self._view.height - 1:
                return lines, most
        return 1, 1

    def _height_with(self, lines: int, most: int) -> int:
        steps = self._counts()
        return 1 + 2 * self.forks + len(steps) + sum(min(each, most) * lines for each in steps)

    def _counts(self) -> list[int]:
        """By step, the most claims that a way has there."""
        ways = [self._found.ways[way] for way in self.ways]
        return [max(len(step.relations) for step in steps) for steps in zip(*ways, strict=True)]

    def _tops(self) -> list[int]:
        tops = [1 + self.forks]
        for count in self._counts():
            tops.append(tops[-1] + min(count, self.most) * self.lines_of_claim + 1)
        tops[-1] += self.forks - 1
        return tops

    def _placed(self) -> Iterator[_Placed]:
        for way in self.ways:
            for step in range(len(self.tops) - 1):
                numbers = [n for n, each in enumerate(self._claims[way]) if each.step == step]
                chosen = self._view.claim if way == self._view.way else -1
                at = numbers.index(chosen) if chosen in numbers else 0
                start = max(min(at // self.most * self.most, len(numbers) - self.most), 0)
                shown = numbers[start : start + self.most]
                for place, number in enumerate(shown):
                    line = self.tops[step] + place * self.lines_of_claim
                    hidden = len(numbers) - len(shown) if number == shown[-1] else 0
                    yield _Placed(way, number, line, hidden)

    def at_cell(self, column: int, line: int) -> tuple[int, int] | None:
        """Way and claim of what stands in a cell counted from the left."""
        cell = self._view.width - 1 - column if self._view.language == "ar" else column
        at, wanted = self.ways[0] + cell // self.column, line + self.first
        lines = range(self.lines_of_claim)
        return next(
            (
                (each.way, each.claim)
                for each in self.placed
                if each.way == at and wanted - each.line in lines
            ),
            None,
        )


def moved(found: Connection, view: WaysView, ways: int, claims: int) -> WaysView:
    """The cursor on another way, at the same step, or on another claim of its way."""
    last = len(found.ways) - 1
    view = view._replace(way=min(view.way, last))
    way = max(0, min(view.way + ways, last))
    here = claims_of(found.ways[view.way])
    if way != view.way:
        step = here[view.claim].step
        there = claims_of(found.ways[way])
        claim = next(number for number, each in enumerate(there) if each.step == step)
        return view._replace(way=way, claim=claim)
    return view._replace(claim=max(0, min(view.claim + claims, len(here) - 1)))


def draw_ways(
    found: Connection,
    view: WaysView,
    cited: Mapping[str, Source],
    numbers: Mapping[str, int] | None = None,
    sources: Sequence[str] = (),
) -> Picture:
    """Draw the ways from one record to another.

    Args:
        found: one way at least.
        view: how large, and where the cursor is.
        cited: the sources of its claims by their keys.
        numbers: of sources, where each claim is to name those that it rests on.
        sources: as a reader sees them, in the order of their numbers.
    """
    return _Drawing(found, view, cited, numbers or {}).picture(sources)


def draw_whole_ways(
    found: Connection,
    columns: int,
    language: Language,
    read: Callable[[list[str]], Iterable[Source]],
) -> Picture:
    """Draw every claim, each with the numbers of its sources, for a file.

    Args:
        found: one way at least.
        columns: cells of a line.
        language: of the reader.
        read: reads the sources with some keys.
    """
    keys = cited_on(found)
    cited = {each.key: each for each in read(keys)}
    numbers, said = numbered_sources(keys, cited.values(), language)
    lines = height_of_ways(found, columns, language)
    view = WaysView(columns, lines, language, has_cursor=False, shows_all=True)
    return draw_ways(found, view, cited, numbers, said)


class _Drawing:
    """Draws one picture."""

    def __init__(
        self,
        found: Connection,
        view: WaysView,
        cited: Mapping[str, Source],
        numbers: Mapping[str, int],
    ) -> None:
        self._found, self._view = found, view
        self._cited, self._numbers = cited, numbers
        self._language = view.language
        self._sheet = Sheet(view.width, view.height, is_mirrored=view.language == "ar")
        self._first = 0
        self._used: set[str] = set()

    def picture(self, sources: Sequence[str]) -> Picture:
        """The picture with all that belongs below it."""
        one, other = (name_of(row, self._language) for row in self._found.ends)
        title = say("ways.title", one=one, other=other)
        notes: list[str] = []
        if self._view.width < LEAST_WIDTH or self._view.height < LEAST_HEIGHT:
            notes = [say("ways.small", columns=LEAST_WIDTH, lines=LEAST_HEIGHT)]
            self._sheet.put_words(notes[0])
        else:
            notes = self._draw(WaysLayout(self._found, self._view))
        heading = say("network.sources") if sources else ""
        return self._sheet.picture(title, notes, sources, heading)

    def _draw(self, layout: WaysLayout) -> list[str]:
        self._first = layout.first
        last = layout.height - 1
        self._node(self._found.ends[0], 0, 0)
        self._node(self._found.ends[1], 0, last)
        for way in layout.ways:
            self._trunk(layout, way)
        for step, line in enumerate(layout.tops[1:-1]):
            self._nodes(layout, step, line - 1)
        for placed in layout.placed:
            self._claim(layout, placed)
        return self._below(layout)

    def _trunk(self, layout: WaysLayout, way: int) -> None:
        x = (way - layout.ways[0]) * layout.column
        top, bottom = layout.forks, layout.height - 1 - layout.forks
        self._down(x, top if x or not layout.forks else 1, bottom)
        if x and layout.forks:
            self._across(x - layout.column, x, top)
            self._across(x - layout.column, x, bottom)
        if not x:
            self._down(x, 0, layout.height - 1)

    def _down(self, column: int, start: int, end: int) -> None:
        self._sheet.down(column, start - self._first, end - self._first)

    def _across(self, start: int, end: int, line: int) -> None:
        self._sheet.across(start, end, line - self._first)

    def _nodes(self, layout: WaysLayout, step: int, line: int) -> None:
        """The records to which a step leads, one a way."""
        rows = [self._found.ways[way][step].end for way in layout.ways]
        names = [name_of(row, self._language) for row in rows]
        fitted = fitted_names(names, [layout.column - _GAP - 2] * len(names))
        for place, (row, name) in enumerate(zip(rows, fitted, strict=True)):
            self._node(row, place * layout.column, line, name)

    def _node(self, row: Row, column: int, line: int, name: str = "") -> None:
        at = line - self._first
        if not 0 <= at < self._view.height - 1:
            return
        shown = name or name_of(row, self._language)
        self._sheet.put(column, at, LETTERS[row.kind], row.kind, row.key)
        if row.marked:
            self._used.add(_STAR)
        self._sheet.put(column + 1, at, _STAR if row.marked else " ", "", row.key)
        self._sheet.put(column + 2, at, shown, "heading", row.key, self._view.width - column - 2)

    def _claim(self, layout: WaysLayout, placed: _Placed) -> None:
        line = placed.line - self._first
        if not 0 <= line < self._view.height - 1:
            return
        claimed = claims_of(self._found.ways[placed.way])[placed.claim]
        x = (placed.way - layout.ways[0]) * layout.column + 2
        room = layout.column - _GAP - 2
        is_here = (placed.way, placed.claim) == (self._view.way, self._view.claim)
        style: Style = "cursor" if is_here and self._view.has_cursor else ""
        behind = self._behind(claimed.related, placed.hidden)
        behind = behind if cell_width(behind) + 4 < room else ""
        text = cut(self._said(claimed.related), room - cell_width(behind) - bool(behind))
        key = claimed.related.other.key
        end = x + self._sheet.put(x, line, text, style, key)
        if behind:
            self._sheet.put(end + 1, line, behind, "dim", key)
        if layout.lines_of_claim > 1 and line + 1 < self._view.height - 1:
            self._who_says(claimed, x, line + 1, x + room)

    def _who_says(self, claimed: Claimed, column: int, line: int, end: int) -> None:
        """Each source for itself, as names in either script must not reorder each other."""
        names = who_says(claimed.related, self._cited, self._language)
        comma, key = word("comma", self._language), claimed.related.other.key
        for number, name in enumerate(names or [say("network.uncited")]):
            if number:
                column += self._sheet.put(column, line, comma, "dim", key, room=end - column)
            column += self._sheet.put(column, line, name, "dim", key, room=end - column)

    def _said(self, related: Related) -> str:
        """The verb, and what keeps one from taking it as it stands, in a line."""
        ((verb, (line,)),) = relation_groups([related], self._language)
        if related.disputed:
            self._used.add(_DISPUTED)
        sign = f" {_DISPUTED}" if related.disputed else ""
        details = f" ({in_digits(line.details, self._language)})" if line.details else ""
        return f"{verb}{sign}{details}"

    def _behind(self, related: Related, hidden: int) -> str:
        """The numbers of its sources, and how many claims of this step have no line."""
        keys = dict.fromkeys(each.source for each in related.citations)
        numbers = sorted(self._numbers[key] for key in keys if key in self._numbers)
        cited = f"[{', '.join(map(str, numbers))}]" if numbers else ""
        more = say("network.more", count=hidden) if hidden else ""
        return " ".join(filter(None, (in_digits(cited, self._language), more)))

    def _below(self, layout: WaysLayout) -> list[str]:
        """What letters mean; before that, what is not shown."""
        notes = []
        if more := len(self._found.ways) - len(layout.ways):
            notes.append(say("ways.more", count=more))
        seen = range(self._first, self._first + self._view.height - 1)
        unseen = sum(each.line not in seen for each in layout.placed)
        if unseen:
            notes.append(say("network.unseen", count=unseen))
        line, column = self._view.height - 1, 0
        for note in notes:
            column += 2 + self._sheet.put(column, line, note, room=self._view.width - column)
        for sign, said in self._legend():
            if column + 2 + cell_width(said) <= self._view.width:
                column += 1 + self._sheet.put(column, line, sign)
                column += 2 + self._sheet.put(column, line, said, "dim")
        return notes

    def _legend(self) -> Iterator[tuple[str, str]]:
        """What signs and letters mean that stand on the ways; every list has the letters too."""
        for sign, name in ((_DISPUTED, "disputed"), (_STAR, "starred")):
            if sign in self._used:
                yield sign, say(f"network.sign.{name}")
        rows = {row.kind for row in self._found.ends}
        rows |= {step.end.kind for way in self._found.ways for step in way}
        for kind, words in KINDS.items():
            if kind in rows:
                yield LETTERS[kind], words.in_(self._language)


def cited_on(found: Connection) -> list[str]:
    """Keys of the sources on which ways rest, each once, in order of appearance."""
    claims = (each.related for way in found.ways for each in claims_of(way))
    return list(dict.fromkeys(citation.source for each in claims for citation in each.citations))


def height_of_ways(found: Connection, width: int, language: Language) -> int:
    """How many lines ways have on which every claim stands."""
    layout = WaysLayout(found, WaysView(width, LEAST_HEIGHT, language, shows_all=True))
    return max(layout.height + 1, LEAST_HEIGHT)
