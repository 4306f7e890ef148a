"""The overview: what the store holds, at a glance; all that is named in it can be followed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final

from rich.style import Style
from textual import events
from textual.content import Content
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip
from textual.visual import RenderOptions

from store.overview import Overview
from store.tuples import NamedTuple
from tui.explorer.drawing.line_view import LineView
from tui.explorer.drawing.painting import Ink
from tui.explorer.drawing.plain.rows import tile_in_words
from tui.explorer.drawing.plain_mode import is_mirrored, is_plain
from tui.explorer.drawing.sheets.blocks import Block, Sheet
from tui.explorer.drawing.tiles import (
    Widest,
    cells_of_column,
    column_width,
    in_columns,
    paint_tile,
    side_by_side,
    widest_of,
)
from tui.explorer.panes.pane import Browsed, Openings, Pane
from tui.messages import say, spoken
from tui.overview.columns import Column
from tui.overview.content import (
    Asked,
    Section,
    Tile,
    empty_sections,
    introduction,
    sections,
)

OVERVIEW: Final = "overview"
"""Id of the pane."""
_MUTED: Final = ".overview--aside"
_HEADING: Final = ".overview--heading"


class _Place(NamedTuple):
    """Where a tile stands."""

    number: int
    """Of the tile, from 0 in reading order."""
    tile: Tile
    widest: Widest


class OverviewPane(LineView, Pane, inherit_bindings=False):
    """Stands in the place of the record where none is shown yet; no entry of `PANES`.

    A moved cursor goes from one tile to the next, down the first column and on in the next.
    """

    pane_id: ClassVar[str] = OVERVIEW
    weight: ClassVar[int] = 10
    parts: ClassVar[tuple[str, ...]] = ("kind", "name", "bar", "number")

    ALLOW_SELECT = False  # a press follows what it is on
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "overview--cursor",
        "overview--heading",
        "overview--aside",
        "overview--mark",
        "overview--zone",
        "overview--agreement",
        "overview--actor",
        "overview--consequence",
    }

    class Pressed(Message):
        """A tile was pressed; the cursor stands on it."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 — Textual's name
        super().__init__(id=id)
        self._overview: Overview | None = None
        self._path = ""
        self._made = False
        self._offer = ""
        self._cursor = 0
        self._rows: list[list[Strip | _Place]] | None = None
        self._columns: list[Column] = []
        self._lines_of_tiles: list[int] = []
        self._tiles: list[Tile] = []

    # --- what is shown -------------------------------------------------------------------------

    def show(self, overview: Overview, path: str, *, made: bool, offer: str = "") -> None:
        """Show what a store holds, with the cursor where it was.

        Args:
            overview: of the store.
            path: its file.
            made: it was made by this start.
            offer: what else can be done, for who is here for the first time.
        """
        self._overview, self._path, self._made = overview, path, made
        self._offer = offer
        self.rewrite()

    def rewrite(self) -> None:
        """Write it out again, for another width or in another language."""
        self._rows = None
        self.set_line_count(len(self._written()) if self.size.width else 0)
        self.refresh()

    @property
    def is_empty(self) -> bool:
        """The store holds no record."""
        return self._overview is not None and not any(self._overview.statistics.records.values())

    def _introduction(self) -> list[str]:
        if self._overview is None:
            return []
        count = say("list.records", count=sum(self._overview.statistics.records.values()))
        made = [say("overview.made", path=self._path, records=count)] if self._made else []
        if self.is_empty:
            return [*made, say("overview.empty")]
        to_do = " ".join(filter(None, (say("overview.what-to-do"), self._offer)))
        return [*made, *introduction(self._overview, spoken()), to_do]

    def _sections(self) -> list[Section]:
        if self._overview is None:
            return []
        return empty_sections(self._path) if self.is_empty else sections(self._overview, spoken())

    # --- as a pane -----------------------------------------------------------------------------

    def title(self, browsed: Browsed) -> str:
        """What it is."""
        return say("overview.title")

    def mirror(self, *, right_to_left: bool) -> None:
        """Begin where reading begins, and in the language that is spoken now."""
        super().mirror(right_to_left=right_to_left)
        self.styles.padding = (0, 1, 0, 0) if right_to_left else (0, 0, 0, 1)
        self.rewrite()

    @property
    def cursor(self) -> int:
        """The tile under the cursor."""
        return self._cursor

    @property
    def current_line(self) -> int:
        """That of the tile under the cursor."""
        at = self._cursor
        return self._lines_of_tiles[at] if at < len(self._lines_of_tiles) else 0

    @property
    def current_cells(self) -> range:
        """The column in which that tile stands."""
        if self._cursor >= len(self._lines_of_tiles):
            return range(0)
        for column, part in enumerate(self._written()[self.current_line]):
            if isinstance(part, _Place) and part.number == self._cursor:
                return self._cells_of(column)
        return range(0)

    def entries_in_sight(self, width: int) -> list[tuple[Offset, int]]:
        """The tiles that are seen, each where its column begins."""
        top, height = round(self.scroll_y), self.scrollable_content_region.height
        return [
            (Offset(self._edge_of(column), y), part.number)
            for y, row in enumerate(self._written()[top : top + height])
            for column, part in enumerate(row)
            if isinstance(part, _Place) and part.number >= 0
        ]

    def _edge_of(self, column: int) -> int:
        """The cell at which the lines of a column begin."""
        return self._cells_of(column)[-1 if is_mirrored() else 0]

    def _cells_of(self, column: int) -> range:
        return cells_of_column(self._columns[column], self._width, right_to_left=is_mirrored())

    def put_cursor(self, entry: int) -> None:
        """Put the cursor on a tile again."""
        self._cursor = entry
        self.refresh()

    @property
    def target(self) -> Asked | str:
        """What the tile under the cursor leads to, empty for nothing."""
        return self._tiles[self._cursor].target if self._cursor < len(self._tiles) else ""

    def obstacle(self, browsed: Browsed) -> str:
        """Nothing can be followed in a store that holds nothing."""
        return "" if self.target else say("obstacle.no-record")

    def open(self, explorer: Openings) -> None:
        """Follow the tile: to what a question finds, or to a record."""
        if isinstance(self.target, Asked):
            explorer.list_found(self.target.query, self.target.kind)
        else:
            explorer.open_record(self.target)

    # --- moving --------------------------------------------------------------------------------

    def move(self, lines: int) -> None:
        """Move the cursor by so many tiles; where there are none, scroll."""
        if not self._tiles:
            self.scroll_to(y=self.scroll_y + lines, animate=False)
            return
        before, self._cursor = self._cursor, self._cursor + lines
        self._cursor = max(0, min(self._cursor, len(self._tiles) - 1))
        if lines < 0 and self._cursor == before:
            self.scroll_to(y=0, animate=False)  # to what stands above all tiles
        else:
            self._keep_cursor_in_sight()
        self.refresh()

    def move_page(self, pages: int) -> None:
        """Move the cursor by so many screenfuls."""
        self.move(pages * max(1, self.scrollable_content_region.height - 1))

    def move_to_start(self) -> None:
        """Move to the first tile."""
        self.move(-len(self._tiles))

    def move_to_end(self) -> None:
        """Move to the last tile."""
        self.move(len(self._tiles))

    def _keep_cursor_in_sight(self) -> None:
        height = self.scrollable_content_region.height
        if not height or self._cursor >= len(self._lines_of_tiles):
            return
        y, top = self._lines_of_tiles[self._cursor], round(self.scroll_y)
        if y < height:
            self.scroll_to(y=0, animate=False)
        elif y <= top:
            self.scroll_to(y=y - 1, animate=False)  # with the heading
        elif y >= top + height:
            self.scroll_to(y=y - height + 1, animate=False)

    # --- drawing -------------------------------------------------------------------------------

    @property
    def _width(self) -> int:
        return max(1, self.scrollable_content_region.width)

    def _written(self) -> list[list[Strip | _Place]]:
        """The lines, each of as many columns as stand there; one column is as wide as there is."""
        if self._rows is not None:
            return self._rows
        written = self._sections()
        self._tiles = [tile for section in written for tile in section.tiles if tile.target]
        self._cursor = max(0, min(self._cursor, len(self._tiles) - 1))
        width = column_width(self._width)
        blocks = [self._section(section, width) for section in written]
        rows: list[list[Strip | _Place]] = [
            [strip] for strip in self._paragraphs(self._introduction(), self._width)
        ]
        if rows and blocks:
            rows.append([self._blank(self._width)])
        self._columns = in_columns(written, [len(block) for block in blocks], self._width)
        drawn = [
            [line for i in column.sections for line in self._section(written[i], column.width)][:-1]
            for column in self._columns
        ]
        most = max(map(len, drawn), default=0)
        for lines, column in zip(drawn, self._columns, strict=True):
            lines.extend([self._blank(column.width)] * (most - len(lines)))
        rows += map(list, zip(*drawn, strict=True))
        self._lines_of_tiles = [0] * len(self._tiles)
        for y, line in enumerate(rows):
            for part in line:
                if isinstance(part, _Place) and part.number >= 0:
                    self._lines_of_tiles[part.number] = y
        self._rows = rows
        return rows

    def _section(self, section: Section, width: int) -> list[Strip | _Place]:
        heading = self._paragraphs([section.heading], width, _HEADING)
        widest = widest_of(section, width)
        lines: list[Strip | _Place] = []
        for tile in section.tiles:
            if tile.target or tile.aside:
                lines.append(_Place(self._number_of(tile), tile, widest))
            else:  # what is to be typed is not cut
                lines += self._paragraphs([tile.label], width)
        return [*heading, *lines, self._blank(width)]

    def _number_of(self, tile: Tile) -> int:
        return next((i for i, each in enumerate(self._tiles) if each is tile), -1)

    def _paragraphs(self, texts: Sequence[str], width: int, style: str = "") -> list[Strip]:
        options = RenderOptions(self._get_style, {})
        sheet = Sheet(width, self.visual_style, options, is_mirrored())
        contents = [Content(text).stylize(style) if style else Content(text) for text in texts]
        if len(contents) > 1:
            contents[-1] = contents[-1].stylize(_MUTED)
        return [line.strip for line in sheet.draw([Block(content) for content in contents])]

    def draw_line(self, y: int) -> Strip:
        """Draw the line at `y` of the view."""
        at, rows = y + self.scroll_offset.y, self._written()
        if at >= len(rows):
            return self._blank(self._width)
        if isinstance(whole := rows[at][0], Strip) and whole.cell_length == self._width:
            return whole
        pairs = zip(rows[at], self._columns, strict=False)
        strips = [self._drawn(part, column.width) for part, column in pairs]
        is_arabic = is_mirrored()
        return side_by_side(strips, self._width, self.rich_style, right_to_left=is_arabic)

    def _drawn(self, part: Strip | _Place, width: int) -> Strip:
        if isinstance(part, Strip):
            return part
        if is_plain():
            return tile_in_words(part.tile, width, self.rich_style, spoken())
        is_on = self._tiles and part.number == self._cursor
        base = self.get_component_rich_style("overview--cursor") if is_on else self.rich_style
        return paint_tile(part.tile, part.widest, width, self._ink(base), spoken())

    def _ink(self, base: Style) -> Ink:
        def of(name: str) -> Style:
            style = self.get_component_rich_style(f"overview--{name}")
            return style + Style(bgcolor=base.bgcolor, reverse=base.reverse)

        return Ink(
            base=base,
            heading=of("heading"),
            aside=of("aside"),
            highlight=of("mark"),
            kinds={
                "zone": of("zone"),
                "agreement": of("agreement"),
                "actor": of("actor"),
                "consequence": of("consequence"),
            },
            warning=base,
            cited=base,
        )

    def _blank(self, width: int) -> Strip:
        return Strip.blank(width, self.rich_style)

    def notify_style_update(self) -> None:
        """Draw again when the theme or the focus changed the colours."""
        super().notify_style_update()
        self._rows = None

    # --- events --------------------------------------------------------------------------------

    def on_resize(self, event: events.Resize) -> None:
        """Write for the new width."""
        self.rewrite()

    def on_click(self, event: events.Click) -> None:
        """Follow the tile under the mouse."""
        x, y = event.x - self.gutter.left, event.y - self.gutter.top + self.scroll_offset.y
        rows = self._written()
        for column, part in enumerate(rows[y] if 0 <= y < len(rows) else ()):
            if isinstance(part, _Place) and part.number >= 0 and x in self._cells_of(column):
                self._cursor = part.number
                self.refresh()
                self.post_message(self.Pressed())
