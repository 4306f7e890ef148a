"""A timeline in cells: the axis above, lanes below it, and what its signs mean at the bottom."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Final

from store.model.vocabulary import Language
from store.text.printable import printable
from store.timelines.dated import Moment
from store.tuples import NamedTuple
from tui.messages import say
from tui.messages.digits import in_digits
from tui.pictures.cells import Canvas, Picture, Style
from tui.pictures.first_few import MOST, first_few
from tui.pictures.sentence import legend, put_sentence
from tui.pictures.timeline.content import LaneOfMoments, Timeline, lane_name, moment_label
from tui.pictures.timeline.laying import Bar, Laid, Placed, laid_out, rows_wanted
from tui.pictures.timeline.scale import Scale, fitted, ticks
from tui.terminal.widths import cell_width, cut

LEAST_WIDTH: Final = 30
LEAST_HEIGHT: Final = 5
"""Cells of the smallest timeline: the axis, a lane, and what its signs mean."""
_AXIS: Final = 3
_WIDEST_NAME: Final = 24
_WIDEST_ON_WIDE: Final = 28
"""Where the axis has cells to spare: the longest name of a governorate, and a number."""
_WIDE: Final = 150
_WIDEST_LABEL: Final = 48
_LONGEST_LABEL: Final = 200
"""Characters that are measured; a text may be a book."""
_EIGHTHS: Final = " ▁▂▃▄▅▆▇█"

_MARKS: Final[dict[str, str]] = {"planned": "○", "demanded": "◇", "claimed": "□"}
_HAPPENED: Final = "●"
_LASTED: Final = "━"
_LASTED_PLANNED: Final = "─"
_PERHAPS: Final = ("▒", "░")
"""What lies within a span of which the ends are not known, and its ends."""
_PERHAPS_PLANNED: Final = ("╌", "┈")


_LINE_OF_AXIS: Final = 2
_POINTER: Final = "▼"


class View(NamedTuple):
    """What of a timeline is to be seen, and how large."""

    width: int
    height: int
    language: Language
    scale: Scale | None = None
    """None for one on which all is seen."""
    top: int = 0
    """The first lane that is drawn."""
    lane: int = -1
    """That of the cursor, -1 for none."""
    moment: int = -1
    """That under the cursor, by its number in the lane."""


class _Area(NamedTuple):
    """Where on the picture the axis is; all of it counts cells where reading begins."""

    canvas: Canvas
    names: int
    """Cells for the names of lanes."""
    cells: int
    is_mirrored: bool

    def put(self, cell: int, line: int, text: str, style: Style = "", key: str = "") -> None:
        """Put text at a cell of the axis, from which it reads on."""
        self.put_from_edge(self.names + 1 + cell, line, text, style, key)

    def put_signs(self, cell: int, line: int, signs: str, style: Style, key: str) -> None:
        """Put signs at a cell of the axis and those after it, the first where reading begins."""
        column = self.names + 1 + cell
        if self.is_mirrored:
            column, signs = self.canvas.width - column - len(signs), signs[::-1]
        self.canvas.put(column, line, signs, style, key)

    def put_sign(self, cell: int, line: int, sign: str, style: Style, key: str) -> None:
        """Put one sign at a cell of the axis."""
        column = self.names + 1 + cell
        if self.is_mirrored:
            column = self.canvas.width - 1 - column
        self.canvas.put_sign(column, line, sign, style, key)

    def put_from_edge(
        self, column: int, line: int, text: str, style: Style = "", key: str = ""
    ) -> None:
        """Put text so many cells from the edge of the picture where reading begins."""
        width = cell_width(text)
        at = self.canvas.width - column - width if self.is_mirrored else column
        self.canvas.put(at, line, text, style, key)


def cells_of_axis(width: int) -> int:
    """How many cells the axis of a timeline has that is so wide."""
    return max(width - _width_of_names(width) - 1, 1)


def _width_of_names(width: int) -> int:
    return min(width // 4, _WIDEST_ON_WIDE if width >= _WIDE else _WIDEST_NAME)


def scale_of(timeline: Timeline, width: int) -> Scale:
    """The scale on which all of a timeline is seen."""
    return fitted((lane.times.whole for lane in timeline.lanes), cells_of_axis(width))


class _Layout(NamedTuple):
    """Lanes, each with its rows and what stands in them."""

    lanes: list[LaneOfMoments]
    rows: list[int]
    laid: list[Laid]


class Labels:
    """What stands beside marks, made when it is first asked for, and kept from frame to frame."""

    def __init__(self, language: Language) -> None:
        """Of a timeline that is read in a language, and lives as long as they do."""
        self._language = language
        self._known: dict[int, tuple[str, int]] = {}
        self._laid: tuple[Timeline, object, _Layout] | None = None

    def layout(self, timeline: Timeline, scale: Scale, numbers: list[int], room: int) -> _Layout:
        """Some lanes laid out in so many rows; those of the last frame where only a cursor moved.

        Args:
            timeline: whose lanes they are.
            scale: of the axis.
            numbers: of the lanes.
            room: rows for all of them.
        """
        asked = (scale, numbers, room)
        if not (self._laid and self._laid[0] is timeline and self._laid[1] == asked):
            lanes = [timeline.lanes[number] for number in numbers]
            rows = _rows(lanes, scale, room, self.width)
            laid = [
                laid_out(lane, scale, count, self.width)
                for lane, count in zip(lanes, rows, strict=True)
            ]
            self._laid = timeline, asked, _Layout(lanes, rows, laid)
        return self._laid[2]

    def of(self, moment: Moment) -> str:
        """What stands beside a mark."""
        return self._made(moment)[0]

    def width(self, moment: Moment) -> int:
        """How many cells of it are shown at most."""
        return self._made(moment)[1]

    def _made(self, moment: Moment) -> tuple[str, int]:
        if (made := self._known.get(id(moment))) is None:
            label = printable(moment_label(moment, self._language))[:_LONGEST_LABEL]
            made = self._known[id(moment)] = label, min(cell_width(label), _WIDEST_LABEL)
        return made


def draw_timeline(
    timeline: Timeline,
    view: View,
    labels: Labels | None = None,
    sources: Sequence[str] = (),
    *,
    names_undated: bool = True,
) -> Picture:
    """Draw what is to be seen of a timeline.

    Args:
        timeline: what is dated, in lanes.
        view: what of it.
        labels: of this timeline, kept since the last frame.
        sources: on which it rests, as a reader sees them.
        names_undated: whether its notes name what has no date.

    Returns:
        The picture; its notes name what has no date, and say what else is not on it.
    """
    canvas = Canvas(view.width, view.height)
    notes = list(undated_notes(timeline, view.language)) if names_undated else []
    if view.width < LEAST_WIDTH or view.height < LEAST_HEIGHT:
        said = say("timeline.small", columns=LEAST_WIDTH, lines=LEAST_HEIGHT)
        put_sentence(canvas, said, view.language)
    elif not timeline.lanes:
        put_sentence(canvas, nothing_on(timeline), view.language)
    else:
        notes = [*_draw(timeline, view, canvas, labels or Labels(view.language)), *notes]
    heading = say("timeline.sources") if sources else ""
    title = say(f"timeline.title.{timeline.grouping}")
    drawn = canvas.picture(title, notes, sources, heading)
    return drawn if timeline.lanes else drawn._replace(nothing=nothing_on(timeline))


def nothing_on(timeline: Timeline) -> str:
    """Why a timeline has no lane."""
    return say("timeline.empty-then" if timeline.is_cut else "timeline.empty")


def whole_height(
    timeline: Timeline, width: int, language: Language, scale: Scale | None = None
) -> int:
    """How many lines a timeline has on which every label of every lane has its room."""
    labels = Labels(language)
    scale = scale or scale_of(timeline, width)
    rows = (rows_wanted(lane, scale, labels.width) for lane in timeline.lanes)
    return max(_AXIS + sum(rows) + 1, LEAST_HEIGHT)


def undated_notes(timeline: Timeline, language: Language) -> Iterable[str]:
    """What has no date, counted and the first few named, a note a kind; and how to list all."""
    names: dict[str, list[str]] = {}
    for row in timeline.undated:
        names.setdefault(row.kind, []).append(row.name.prefer(language))
    for kind, found in names.items():
        named = first_few(found, language)
        yield say(f"timeline.undated.{kind}", count=len(found), names=named)
    if any(len(found) > MOST for found in names.values()):
        yield say("timeline.all-undated")


def lanes_in_sight(timeline: Timeline, view: View) -> list[int]:
    """The lanes of which something is to be seen on the axis, and that of the cursor."""
    scale = view.scale or scale_of(timeline, view.width)
    return [
        number
        for number, lane in enumerate(timeline.lanes)
        if number == view.lane or lane.times.is_in_sight(scale.start, scale.end)
    ]


def lines_for_lanes(view: View) -> int:
    """How many lanes stand on a picture at once, a row each."""
    return max(view.height - _AXIS - 1, 1)


def _draw(timeline: Timeline, view: View, canvas: Canvas, label: Labels) -> list[str]:
    scale = view.scale or scale_of(timeline, view.width)
    is_mirrored = view.language == "ar"
    area = _Area(canvas, _width_of_names(view.width), scale.cells, is_mirrored)
    seen = lanes_in_sight(timeline, view)
    most = lines_for_lanes(view)
    first = max(min(view.top, len(seen) - most), 0)
    numbers = seen[first : first + most]
    shown, rows, laid = label.layout(timeline, scale, numbers, most)
    highest = max((bar.total for each in laid for bar in each.bars), default=1)
    _draw_axis(area, scale, view)
    line = _AXIS
    used: dict[str, None] = {}
    for number, lane, each, count in zip(numbers, shown, laid, rows, strict=True):
        chosen = view.moment if number == view.lane else -1
        name = lane_name(lane, timeline.grouping, view.language)
        seen_here = in_digits(f"{each.seen:,}", view.language)
        _draw_name(area, line, name, seen_here, lane.key, is_chosen=number == view.lane)
        drawing = _Lane(area, lane.moments, line, count, highest, chosen, label, used)
        drawing.draw(each)
        line += count
    _draw_legend(area, view.height - 1, used)
    below, elsewhere = len(seen) - len(shown), len(timeline.lanes) - len(seen)
    if below:
        _draw_lanes_shown(area, len(shown), len(seen))
    notes = [say("timeline.more-lanes", count=below)] if below else []
    return [*notes, say("timeline.lanes-elsewhere", count=elsewhere)] if elsewhere else notes


def _draw_lanes_shown(area: _Area, shown: int, total: int) -> None:
    """Above the lanes how many of them stand there, as an explorer shows no notes."""
    said = say("timeline.lanes-shown", shown=shown, count=total)
    if cell_width(said) <= area.names:
        area.put_from_edge(0, _LINE_OF_AXIS, said, "dim")


def _rows(
    lanes: Sequence[LaneOfMoments],
    scale: Scale,
    room: int,
    width_of: Callable[[Moment], int],
) -> list[int]:
    """Rows for each lane: one at least, more to those that want them, as even as may be."""
    rows = [1] * len(lanes)
    free = room - len(lanes)
    wanted = [rows_wanted(lane, scale, width_of) if free > 0 else 1 for lane in lanes]
    while free > 0:
        needy = [number for number, has in enumerate(rows) if has < wanted[number]]
        if not needy:
            break
        for number in needy[:free]:
            rows[number] += 1
        free -= min(free, len(needy))
    return rows


def _draw_axis(area: _Area, scale: Scale, view: View) -> None:
    area.put_signs(0, _LINE_OF_AXIS, "─" * scale.cells, "axis", "")
    marked = [(scale.cell(tick.day), tick) for tick in ticks(scale, view.language)]
    end = -1
    for cell, tick in marked:
        area.put_signs(cell, _LINE_OF_AXIS, "┴", "axis", "")
        if cell > end and cell + cell_width(tick.label) <= scale.cells:
            area.put(cell, 1, tick.label, "axis")
            end = cell + cell_width(tick.label)
    above = [(cell, tick.above) for cell, tick in marked if tick.above]
    for (cell, label), (next_cell, _) in pairwise([*above, (scale.cells + 1, "")]):
        # Of a year that ends at once the next one has more to say.
        if cell + cell_width(label) < next_cell:
            area.put(cell, 0, label, "heading")


def _draw_name(
    area: _Area, line: int, name: str, number: str, key: str, *, is_chosen: bool
) -> None:
    shown = cut(name, area.names - len(number) - 1)
    area.put_from_edge(0, line, shown, "cursor" if is_chosen else "heading", key)
    area.put_from_edge(area.names - len(number), line, number, "dim")


class _Lane(NamedTuple):
    """Draws a lane that is laid out."""

    area: _Area
    moments: Sequence[Moment]
    line: int
    """The first of its rows."""
    rows: int
    highest: int
    """How many moments the highest bar of the picture stands for."""
    chosen: int
    """The moment under the cursor, -1 for none."""
    labels: Labels
    used: dict[str, None]
    """Signs of which the legend has to tell."""

    def draw(self, laid: Laid) -> None:
        """Spans and marks with their labels, then bars over them, the cursor last of all."""
        for each in sorted(laid.placed, key=lambda placed: placed.number == self.chosen):
            self._draw_placed(each)
        for bar in laid.bars:
            self._draw_bar(bar)

    def _draw_placed(self, each: Placed) -> None:
        moment = self.moments[each.number]
        is_chosen = each.number == self.chosen
        signs, style = self._signs(moment, each.last - each.first + 1)
        line, key = self.line + each.row, moment.record.key
        if is_chosen:
            self._point_at(each.first)
        put = self.area.put_sign if len(signs) == 1 else self.area.put_signs
        put(each.first, line, signs, "cursor" if is_chosen else style, key)
        if each.room:
            label = cut(self.labels.of(moment), each.room)
            label_style: Style = "cursor" if is_chosen else moment.record.kind
            if each.is_inside:
                self.area.put(each.label_at - 1, line, " " * (cell_width(label) + 2), "", key)
            self.area.put(each.label_at, line, label, label_style, key)

    def _point_at(self, cell: int) -> None:
        """Show on the axis where the cursor is: a bar that is reversed is a bar like others."""
        self.area.put_signs(cell, _LINE_OF_AXIS, _POINTER, "cursor", "")

    def _signs(self, moment: Moment, cells: int) -> tuple[str, Style]:
        """The sign of each cell, where reading begins first, and their style."""
        state, span = moment.state, moment.span
        is_planned = state in ("planned", "demanded")
        style: Style = "planned" if is_planned else "certain"
        if span.is_exact and cells == 1:
            self.used[state if state in _MARKS else "happened"] = None
            return _MARKS.get(state, _HAPPENED), style
        within, end = _PERHAPS_PLANNED if is_planned else _PERHAPS
        if span.first < span.last and span.surely_from <= span.surely_to:
            self.used["lasted-planned" if is_planned else "lasted"] = None
            within = _LASTED_PLANNED if is_planned else _LASTED
            end = within if span.is_exact else end
        else:
            self.used["perhaps-planned" if is_planned else "perhaps"] = None
            style = "planned" if is_planned else "uncertain"
        return (within * cells if cells <= 2 else end + within * (cells - 2) + end), style

    def _draw_bar(self, bar: Bar) -> None:
        height = max(round(bar.total / self.highest * self.rows * 8), 2)
        has_cursor = self.chosen >= 0 and any(self.chosen in numbers for numbers in bar.numbers)
        style: Style = "cursor" if has_cursor else "certain"
        if has_cursor:
            self._point_at(bar.cell)
        self.used["several"] = None
        key = self.moments[self.chosen if has_cursor else bar.numbers[0][0]].record.key
        for row in range(min(-(-height // 8), self.rows)):
            sign = _EIGHTHS[min(height - 8 * row, 8)]
            self.area.put_sign(bar.cell, self.line + self.rows - 1 - row, sign, style, key)


_LEGEND: Final[dict[str, str]] = {
    "happened": _HAPPENED,
    **_MARKS,
    "lasted": _LASTED * 3,
    "lasted-planned": _LASTED_PLANNED * 3,
    "perhaps": "░▒░",
    "perhaps-planned": "┈╌┈",
    "several": "▂▅█",
}


def _draw_legend(area: _Area, line: int, used: Iterable[str]) -> None:
    """What the signs mean that were used."""
    known = set(used)
    signs = [
        (name, sign, (say(f"timeline.sign.{name}"), say(f"timeline.sign.{name}-short")))
        for name, sign in _LEGEND.items()
        if name in known
    ]
    for each in legend(signs, area.canvas.width):
        area.put_from_edge(
            each.column, line, each.sign, "planned" if "planned" in each.name else ""
        )
        area.put_from_edge(each.after, line, each.words, "dim")
