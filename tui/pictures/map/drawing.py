"""A map in cells: outlines, arrows, zones with their names, and what its signs mean below it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from store.text.printable import printable
from store.tuples import NamedTuple
from tui.messages import say
from tui.messages.digits import in_digits
from tui.pictures.cells import Canvas, Picture, Style
from tui.pictures.dots import braille
from tui.pictures.first_few import MOST, first_few
from tui.pictures.labels import Labelled, placed
from tui.pictures.map.arrows import Arrow, LaidArrows
from tui.pictures.map.beside import (
    HAPPENED,
    HELD,
    PLANNED,
    Cells,
    draw_beside,
    laid_out,
    lines_beside,
)
from tui.pictures.map.camera import Camera, frame_of, whole
from tui.pictures.map.content import Map
from tui.pictures.map.outlines import Outlines
from tui.pictures.map.sight import LEAST_HEIGHT, LEAST_WIDTH, Area, Sight, View, area_of, sight_of
from tui.pictures.map.time_line import draw_time
from tui.pictures.map.ways_drawn import Arrows, arrows_of
from tui.pictures.projection import Projection
from tui.pictures.sentence import legend, put_sentence
from tui.terminal.widths import cell_width, cut

_LONGEST_LABEL: Final = 20
_LONGEST_ON_WIDE: Final = 24
"""As long as names of governorates are, where others have room beside them."""
_WIDE: Final = 110
_MOST_LABELS: Final = 500
"""Labels for which a place is sought; no screen has room for more."""
_ZONE: Final = "●"
_SEVERAL: Final = "◉"
_LIT: Final = "◆"
_SIGNS: Final[dict[str, str]] = {
    "zone": _ZONE,
    "several": _SEVERAL,
    "lit": _LIT,
    "held": HELD,
    "went": f"─{HAPPENED}",
    "planned": f"╌{PLANNED}",
}
_BESIDE: Final[dict[str, str]] = {HAPPENED: "went", PLANNED: "planned", HELD: "held"}
"""What signs of the list beside a map are called."""


class _Mark(NamedTuple):
    """What stands in a cell: one zone, or several that are too near each other."""

    zones: tuple[str, ...]
    """The most important one first."""
    column: int
    line: int


class Drawing:
    """Draws views of one map; what does not change from frame to frame is kept."""

    def __init__(self, shown: Map) -> None:
        """Of a map."""
        self.shown = shown
        self.frame = frame_of(shown)
        self._outlines = Outlines(shown.ground)
        self._sight: tuple[object, Sight] | None = None
        self._arrows: tuple[Sight, Arrows] | None = None
        self._laid: tuple[tuple[Arrow, ...], LaidArrows] | None = None
        self._beside: tuple[object, list[Cells]] | None = None

    def area(self, view: View) -> Area:
        """Which cells are the map's."""
        return area_of(view, has_time=len(self.shown.steps) > 1)

    def camera(self, view: View) -> Camera:
        """From where a view looks."""
        return view.camera or whole(self.frame.first, *self.area(view).size)

    def projection(self, view: View) -> Projection:
        """Where on the map's cells a point lies."""
        return self.camera(view).projection(*self.area(view).size)

    def sight(self, view: View) -> Sight:
        """What is shown, and what stands out."""
        asked = view.record, view.zone, view.at
        if self._sight is None or self._sight[0] != asked:
            self._sight = asked, sight_of(self.shown, view)
        return self._sight[1]

    def arrows(self, view: View) -> Arrows:
        """The arrows for the ways that are seen."""
        sight = self.sight(view)
        if self._arrows is None or self._arrows[0] is not sight:
            self._arrows = sight, arrows_of(self.shown, sight, view.language)
        return self._arrows[1]

    def beside(self, view: View) -> list[Cells]:
        """The list beside the map, in lines of cells."""
        width = self.area(view).list_width
        asked = view.record, view.zone, view.at, view.language, width
        if self._beside is None or self._beside[0] != asked:
            lines = lines_beside(self.shown, view, self.sight(view)) if width else []
            self._beside = asked, laid_out(lines, width)
        return self._beside[1]

    def outlines(self, view: View) -> Iterable[tuple[int, int, int]]:
        """The outlines of the ground as a view has them: column, line and bits of each cell."""
        return self._outlines.seen(self.projection(view))

    def arrows_laid(self, view: View) -> LaidArrows:
        """The arrows, laid out once while the map is only moved."""
        arrows, projection = self.arrows(view).arrows, self.projection(view)
        laid = self._laid
        if laid is None or laid[0] is not arrows or laid[1].moved(projection) is None:
            laid = self._laid = arrows, LaidArrows(arrows, projection)
        return laid[1]

    def draw(
        self,
        view: View,
        notes: Sequence[str] = (),
        sources: Sequence[str] = (),
        title: str = "",
        *,
        names_missed: bool = True,
    ) -> Picture:
        """Draw what is to be seen.

        Args:
            view: what of it.
            notes: what else belongs below it.
            sources: on which it rests, as a reader sees them.
            title: what it is called, if not a map alone.
            names_missed: whether its notes begin with the names that found no room.
        """
        canvas = Canvas(view.width, view.height)
        told: list[str] = []
        if view.width < LEAST_WIDTH or view.height < LEAST_HEIGHT:
            said = say("map.small", columns=LEAST_WIDTH, lines=LEAST_HEIGHT)
            put_sentence(canvas, said, view.language)
        else:
            told = _Frame(self, view, canvas, names_missed=names_missed).draw()
        heading = say("map.sources") if sources else ""
        drawn = canvas.picture(title or say("map.title"), [*told, *notes], sources, heading)
        if self.shown.points:
            return drawn
        if self.shown.found.unplaced:
            return drawn._replace(nothing=say("map.empty-unplaced"))
        return drawn._replace(nothing=say("map.empty"))


class _Frame:
    """One picture being drawn."""

    def __init__(self, drawing: Drawing, view: View, canvas: Canvas, *, names_missed: bool) -> None:
        self._names_missed = names_missed
        self._shown, self._view, self._canvas = drawing.shown, view, canvas
        self._area = drawing.area(view)
        self._projection = drawing.projection(view)
        self._sight = drawing.sight(view)
        self._arrows = drawing.arrows(view)
        self._outlines = drawing.outlines(view)
        self._laid = drawing.arrows_laid(view)
        self._beside = drawing.beside(view)
        self._used: dict[str, None] = {}

    def draw(self) -> list[str]:
        """Draw all; what could not be is told."""
        left = self._area.left
        for column, line, bits in self._outlines:
            self._canvas.put_sign(left + column, line, braille(bits), "outline", "")
        marks = self._marks()
        missed = self._draw_labels(marks, self._draw_arrows())
        for mark in marks:
            self._draw_mark(mark)
        if self._area.list_width:
            listed = draw_beside(self._canvas, self._area, self._view, self._beside)
            self._used |= dict.fromkeys(_BESIDE[cells.sign] for cells in listed)
        if self._area.time >= 0:
            draw_time(self._canvas, self._area.time, self._shown, self._view)
        self._draw_signs()
        left_out = self._arrows.left_out
        notes = [say("map.arrows-left-out", count=left_out)] if left_out else []
        if not self._names_missed:
            return notes
        names = self._unlabelled(marks, missed)
        if not names:
            return notes
        told = say("map.unlabelled", names=first_few(names, self._view.language))
        more = [say("map.all-places")] if len(names) > MOST else []
        return [told, *more, *notes]

    # --- zones ---------------------------------------------------------------------------------

    def _marks(self) -> list[_Mark]:
        """What stands in which cell, the most important first."""
        cells: dict[tuple[int, int], list[str]] = {}
        view, seen = self._projection, self._importance()
        points = self._shown.points
        for zone in seen:
            if cell := view.cell(*points[zone]):
                cells.setdefault(cell, []).append(zone)
        return [_Mark(tuple(zones), *cell) for cell, zones in cells.items()]

    def _importance(self) -> Iterable[str]:
        """Keys of the zones that have a point: the cursor's, those that stand out, the others."""
        lit = [key for key in self._shown.points if key in self._sight.lit]
        first = [self._view.zone] if self._view.zone in self._shown.points else []
        return dict.fromkeys([*first, *lit, *self._shown.points])

    def _draw_mark(self, mark: _Mark) -> None:
        is_lit = any(zone in self._sight.lit for zone in mark.zones)
        is_held = any(control.zone in mark.zones for control in self._sight.held)
        name = "lit" if is_lit else "several" if len(mark.zones) > 1 else "zone"
        if is_held and not is_lit and self._view.at is not None:
            name = "held"
        self._used[name] = None
        style = self._style(mark, is_lit=is_lit)
        column = self._area.left + mark.column
        self._canvas.put(column, mark.line, _SIGNS[name], style, mark.zones[0])

    def _style(self, mark: _Mark, *, is_lit: bool) -> Style:
        if self._view.zone in mark.zones:
            return "cursor"
        return "zone" if is_lit or not self._sight.lit else "dim"

    def _label(self, mark: _Mark) -> str:
        room = _LONGEST_ON_WIDE if self._view.width >= _WIDE else _LONGEST_LABEL
        name = cut(printable(self._shown.name(mark.zones[0], self._view.language)), room)
        if len(mark.zones) == 1:
            return name
        return f"{name} {in_digits(f'+{len(mark.zones) - 1:,}', self._view.language)}"

    # --- arrows --------------------------------------------------------------------------------

    def _draw_arrows(self) -> list[tuple[str, int, int, Style, str]]:
        """Draw who went where.

        Returns:
            The number of each way that stands out, the cell beside which it belongs, its style
            and key.
        """
        arrows, numbers, _ = self._arrows
        found = self._laid.draw(self._canvas, self._area.left, self._projection)
        self._taken = {each.head for each in found if each.head}
        self._used |= dict.fromkeys("planned" if each.is_dashed else "went" for each in arrows)
        told = [
            (number, *each.middle, arrow.style, arrow.key)
            for arrow, number, each in zip(arrows, numbers, found, strict=True)
            if number
        ]
        return told[::-1]

    # --- words ---------------------------------------------------------------------------------

    def _draw_labels(
        self, marks: Sequence[_Mark], numbers: Sequence[tuple[str, int, int, Style, str]]
    ) -> set[str]:
        """Put names and numbers where there is room, and return the zones for which there is none.

        Numbers come after the names of what stands out, and before the other ones.
        """
        wanted: list[tuple[str, int, int, Style, str]] = []
        lit = 0
        for mark in marks[:_MOST_LABELS]:
            is_lit = any(zone in self._sight.lit for zone in mark.zones)
            style = self._label_style(mark, is_lit=is_lit)
            label = (self._label(mark), mark.column, mark.line, style, mark.zones[0])
            if is_lit or style == "cursor":
                wanted.insert(lit, label)
                lit += 1
            else:
                wanted.append(label)
        names = [*wanted[:lit], *numbers, *wanted[lit:]]
        if not self._sight.lit:
            names = [*wanted, *numbers]
        width, height = self._area.size
        labels = [Labelled(x, y, cell_width(text) + 2) for text, x, y, _, _ in names]
        taken = {*self._taken, *((mark.column, mark.line) for mark in marks)}
        found = placed(labels, width, height, taken)
        for (text, _, _, style, key), place in zip(names, found, strict=True):
            if place:
                column = self._area.left + place.column + 1
                self._canvas.put(column, place.line, text, style, key)
                # An outline that touches a name is read as letters of it.
                beside = (column - 1, column + cell_width(text))
                self._canvas.take_away(beside, place.line, "outline")
        return {
            key
            for (_, _, _, _, key), place in zip(names, found, strict=True)
            if place is None and key in self._shown.points
        }

    def _unlabelled(self, marks: Sequence[_Mark], missed: set[str]) -> list[str]:
        zones = [
            zone
            for number, mark in enumerate(marks)
            for place, zone in enumerate(mark.zones)
            if place or zone in missed or number >= _MOST_LABELS
        ]
        return [self._shown.name(zone, self._view.language) for zone in zones]

    def _label_style(self, mark: _Mark, *, is_lit: bool) -> Style:
        if self._view.zone in mark.zones:
            return "cursor"
        if is_lit:
            return "zone"
        return "dim" if self._sight.lit else ""

    def _draw_signs(self) -> None:
        """What the signs mean that were used."""
        line, width = self._area.signs, self._canvas.width
        is_mirrored = self._view.language == "ar"
        used = [
            (name, sign, (say(f"map.sign.{name}"), say(f"map.sign.{name}-short")))
            for name, sign in _SIGNS.items()
            if name in self._used
        ]
        for each in legend(used, width):
            shown = each.sign.translate(_TURNED)[::-1] if is_mirrored else each.sign
            at = width - each.column - len(shown) if is_mirrored else each.column
            self._canvas.put(at, line, shown, _SIGN_STYLES.get(each.name, ""))
            at = width - each.after - cell_width(each.words) if is_mirrored else each.after
            self._canvas.put(at, line, each.words, "dim")


_TURNED: Final = str.maketrans("▶▷", "◀◁")
_SIGN_STYLES: Final[dict[str, Style]] = {"lit": "zone", "went": "arrow", "planned": "planned"}
