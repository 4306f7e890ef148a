"""What stands on the terminal, so that only cells that differ are written.

Textual writes whatever was asked to draw itself: a pane whole for one line of it. A terminal far
away reads some tens of kilobytes a second, and each key is as late as what came before it is long.

Reads `strips`, `chops`, `spans` and `chop_ends` of what the compositor of Textual (8.2.8) hands
over; tests fail when a release no longer has them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import compress, groupby
from operator import itemgetter, ne
from typing import Final

from rich.color import ColorSystem
from rich.console import Console
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from tui.bidi.settings import DisplayMode, display_settings
from tui.explorer.drawing.frames.cells import PLAIN, Cell, Look, cells_of
from tui.terminal.columns import keeping_columns

_SHORT_GAP: Final = 7
"""Cells which stay as they are and take no more to be written than a move over them."""
_UNKNOWN: Final[Cell] = ("\0", PLAIN)
_TEXT: Final = itemgetter(0)
_LOOK: Final = itemgetter(1)


class Standing:
    """Knows each cell of the terminal, as far as it was written by us."""

    def __init__(self, *, has_links: bool = True) -> None:
        """Nothing is known; links may be left out of what is written."""
        self._has_links = has_links
        self._rows: list[list[Cell]] = []
        self._width = 0
        self._drawn: list[dict[tuple[int, int], Strip]] = []
        """Strips whose cells are known, by where each begins and ends in a row."""

    def forget(self) -> None:
        """Write everything the next time: the terminal shows something else."""
        self._rows = []

    def changed_by(self, update: CompositorUpdate, size: tuple[int, int]) -> CompositorUpdate:
        """What is to be written of an update; what it draws is known from then on.

        Args:
            update: of the compositor.
            size: columns and lines of the screen.
        """
        if not isinstance(update, ChopsUpdate | LayoutUpdate):
            self.forget()
            return update
        self._fit(*size)
        return _Written(self, update)

    def _fit(self, columns: int, lines: int) -> None:
        if columns == self._width and lines == len(self._rows):
            return
        self._width = columns
        self._rows = [[_UNKNOWN] * columns for _ in range(lines)]
        self._drawn = [{} for _ in range(lines)]

    def written(self, update: CompositorUpdate, colours: ColorSystem | None) -> str:
        """The sequences that bring the terminal from what is known to what an update draws."""
        are_joined = display_settings().mode in {DisplayMode.WORDS, DisplayMode.TERMINAL}
        changed: dict[int, tuple[int, int]] = {}
        before: dict[int, list[Cell]] = {}
        for y, x, strip in _places(update):
            # One that was drawn for another size may come late, and lie beyond the edges.
            is_on_screen = 0 <= y < len(self._rows) and 0 <= x < self._width
            if not is_on_screen or not self._is_new(y, x, strip):
                continue
            row = self._rows[y]
            before.setdefault(y, row.copy())
            cells = cells_of(strip, colours, are_joined=are_joined, has_links=self._has_links)[
                : self._width - x
            ]
            row[x : x + len(cells)] = cells
            first, end = changed.get(y, (x, x))
            changed[y] = min(first, x), max(end, x + len(cells))
        pen = _Pen()
        for y, (first, end) in sorted(changed.items()):
            pen.write_row(y, before[y], self._rows[y], first, end)
        return pen.text

    def _is_new(self, y: int, x: int, strip: Strip) -> bool:
        """Whether something else stands there; what is drawn over is forgotten."""
        end = x + strip.cell_length
        drawn = self._drawn[y]
        known = drawn.get((x, end))
        if known is strip or (known is not None and known._segments == strip._segments):
            return False
        for place in [place for place in drawn if place[0] < end and place[1] > x]:
            del drawn[place]
        drawn[x, end] = strip
        return True


def written_whole(update: LayoutUpdate, size: tuple[int, int], colours: ColorSystem | None) -> str:
    """A frame as letters, places and colours and nothing else, whatever stood there before."""
    standing = Standing(has_links=False)
    standing.changed_by(update, size)
    return keeping_columns(standing.written(update, colours))


def written_change(
    before: LayoutUpdate, after: LayoutUpdate, size: tuple[int, int], colours: ColorSystem | None
) -> str:
    """What brings one frame to another, both of the whole screen."""
    standing = Standing(has_links=False)
    standing.changed_by(before, size)
    standing.written(before, colours)
    return keeping_columns(standing.written(after, colours))


def written_bare(
    update: LayoutUpdate,
    size: tuple[int, int],
    colours: ColorSystem | None,
    emptied: Sequence[Region],
    unlabelled: Sequence[Region],
) -> str:
    """A frame as in `written_whole`, without what stands in some places of it.

    Args:
        update: all of the screen.
        size: columns and lines of the screen.
        colours: that the terminal has.
        emptied: what is written in these places is left out.
        unlabelled: lines of borders, of which the words are left out.
    """
    standing = Standing(has_links=False)
    standing.changed_by(update, size)
    standing.written(update, colours)
    rows = standing._rows
    for place in emptied:
        for y in place.line_range:
            row = rows[y][place.x : place.right]
            blank = Counter(cell for cell in row if cell[0] == " ").most_common(1)
            rows[y][place.x : place.right] = [blank[0][0] if blank else (" ", PLAIN)] * len(row)
    for place in unlabelled:
        for y in place.line_range:
            rows[y][place.x : place.right] = [rows[y][place.x]] * place.width
    pen = _Pen()
    for y, row in enumerate(rows):
        pen.write_row(y, [_UNKNOWN] * len(row), row, 0, len(row))
    return keeping_columns(pen.text)


def written_place(
    update: LayoutUpdate, size: tuple[int, int], colours: ColorSystem | None, place: Region
) -> str:
    """What stands in one place of a frame, as in `written_whole`."""
    standing = Standing(has_links=False)
    standing.changed_by(update, size)
    standing.written(update, colours)
    pen = _Pen()
    for y in place.line_range:
        row = standing._rows[y]
        pen.write_row(y, [_UNKNOWN] * len(row), row, place.x, place.right)
    return keeping_columns(pen.text)


class _Written(CompositorUpdate):
    def __init__(self, standing: Standing, update: CompositorUpdate) -> None:
        self._standing = standing
        self._update = update

    def render_segments(self, console: Console) -> str:
        """Compare at the moment of writing, when all that came before is written."""
        return self._standing.written(self._update, console._color_system or ColorSystem.TRUECOLOR)


def _places(update: CompositorUpdate) -> Iterator[tuple[int, int, Strip]]:
    """The strips that an update draws, each with its line and its first column."""
    if isinstance(update, LayoutUpdate):
        for y, strips in enumerate(update.strips, update.region.y):
            x = update.region.x
            for strip in strips:
                yield y, x, strip
                x += strip.cell_length
    elif isinstance(update, ChopsUpdate):
        for y, first, end in update.spans:
            chops = zip(update.chop_ends[y], update.chops[y].items(), strict=False)
            for x_end, (x, chop) in chops:
                if chop is not None and x < end and x_end > first:
                    yield y, x, chop


class _Pen:
    """Writes runs of cells, and keeps in mind how the last one looked."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._look = PLAIN

    @property
    def text(self) -> str:
        """All that was written, after which nothing looks other than plain."""
        self._turn(PLAIN)
        return "".join(self._parts)

    def write_row(
        self, y: int, before: Sequence[Cell], now: Sequence[Cell], first: int, end: int
    ) -> None:
        """Write the cells of a row, within two columns, that are not as they were."""
        differ = map(ne, before[first:end], now[first:end])
        stop = 0
        for changed, last in _runs(list(compress(range(first, end), differ)), now):
            if last < stop:
                continue  # it is in the run that was written last
            begin = changed
            while begin and not now[begin][0]:
                begin -= 1  # what goes on over a cell is written from where it begins
            begin = max(begin, stop)
            stop = last + 1
            while stop < len(now) and not now[stop][0]:
                stop += 1
            self._parts.append(f"\x1b[{y + 1};{begin + 1}H")
            self._write_run(now[begin:stop])

    def _write_run(self, cells: Sequence[Cell]) -> None:
        """Write cells that stand side by side; nearly all look as the one before them."""
        for look, alike in groupby(cells, _LOOK):
            self._turn(look)
            self._parts.append("".join(map(_TEXT, alike)))

    def _turn(self, look: Look) -> None:
        if look is self._look or look == self._look:
            return
        if self._look.link:
            if self._look.link == look.link:
                self._parts.append(look._replace(link="").turned_on())
                self._look = look
                return
            self._parts.append("\x1b]8;;\x1b\\")
        self._parts.append(look.turned_on())
        self._look = look


def _runs(changed: Sequence[int], now: Sequence[Cell]) -> Iterator[tuple[int, int]]:
    """The first and the last cell of each run of changed ones, which ends before a gap."""
    if not changed:
        return
    begin = last = changed[0]
    for x in changed:
        if x - last > 1 and not _is_bridged(last, x, now):
            yield begin, last
            begin = x
        last = x
    yield begin, last


def _is_bridged(last: int, x: int, now: Sequence[Cell]) -> bool:
    """Whether cells that stay are written too: another look of them takes more than the move."""
    look = now[last][1]
    return x - last <= _SHORT_GAP and all(now[at][1] is look for at in range(last + 1, x))
