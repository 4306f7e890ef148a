"""The map: zones of what the list shows, who went from where to where, and when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.timer import Timer

from store.model import dates
from tui.explorer.browsing.browser import Browser
from tui.explorer.drawing.plain_mode import is_plain
from tui.explorer.screens.picturing.ground import chosen_ground
from tui.explorer.screens.picturing.listed import listed_keys, reading_many
from tui.explorer.screens.picturing.picture_screen import PictureScreen
from tui.explorer.screens.picturing.places import ask_for_place
from tui.explorer.widgets.footer import Hint
from tui.explorer.widgets.picturing.picture_view import PictureView
from tui.messages import say, spoken
from tui.messages.digits import in_digits
from tui.pictures.cells import Picture
from tui.pictures.map import walking
from tui.pictures.map.content import Map, figure, map_of, way_in_words
from tui.pictures.map.drawing import Drawing
from tui.pictures.map.sight import View
from tui.pictures.map.time_line import step_at, time_in_words
from tui.pictures.map.told import saved
from tui.pictures.sources import sources_in_words
from tui.terminal.keyboard import typed_by

if TYPE_CHECKING:
    from tui.explorer.screens.explorer import Explorer

_KEYS: Final = partial(typed_by, among="mhjklgGneNqu/?0.,")
_SECONDS_OF_A_MONTH: Final = 0.6
_WAYS_TOLD: Final = 3


class MapScreen(PictureScreen):
    """Shows a map until a record of it is opened, or it is left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(_KEYS("escape", "m", "f4", "q", "backspace"), "leave"),
        Binding(_KEYS("left", "h"), "walk(-1,0)", id="map.walk-left"),
        Binding(_KEYS("right", "l"), "walk(1,0)", id="map.walk-right"),
        Binding(_KEYS("up", "k"), "walk(0,-1)", id="map.walk-up"),
        Binding(_KEYS("down", "j"), "walk(0,1)", id="map.walk-down"),
        Binding("tab", "next_zone(1)"),
        Binding("shift+tab", "next_zone(-1)"),
        Binding("shift+left", "pan(-1,0)", id="map.pan-left"),
        Binding("shift+right", "pan(1,0)", id="map.pan-right"),
        Binding("shift+up", "pan(0,-1)", id="map.pan-up"),
        Binding("shift+down", "pan(0,1)", id="map.pan-down"),
        Binding("plus,equals_sign", "zoom(1)"),
        Binding("minus", "zoom(-1)"),
        Binding(_KEYS("0"), "whole"),
        Binding(_KEYS("n"), "next_record(1)"),
        Binding(_KEYS("N"), "next_record(-1)"),
        Binding(_KEYS("full_stop", "."), "time(1)"),
        Binding(_KEYS("comma", ","), "time(-1)"),
        Binding(_KEYS("home", "g"), "first_time"),
        Binding(_KEYS("end", "G"), "all_time"),
        Binding("space", "play"),
        Binding("pageup,ctrl+u", "scroll(-1)"),
        Binding("pagedown,ctrl+d", "scroll(1)"),
        Binding("enter", "open"),
        Binding(_KEYS("e"), "save"),
        Binding(_KEYS("u"), "unplaced"),
        Binding(_KEYS("/", "slash"), "find"),
        Binding(_KEYS("?", "question_mark", "f1"), "help"),
    ]

    def __init__(self, browser: Browser, keys: Sequence[str], kept_ground: str) -> None:
        """Show records on a map.

        Args:
            browser: reads the store; the map begins with the record that it shows.
            keys: of the records.
            kept_ground: path of the GeoJSON that is drawn below; empty for the governorates.

        Raises:
            store.errors.StoreError: the store cannot be read.
        """
        super().__init__()
        self._browser = browser
        self._keys = keys
        ground, self._ground_error = chosen_ground(kept_ground)
        with reading_many(browser):
            found = browser.store.mapped(keys, with_citations=False)
            self._drawing = Drawing(map_of(found, ground))
        self._map = self._drawing.shown
        self._view = walking.begun(self._drawing, View(0, 0, spoken()), browser.key)
        self._player: Timer | None = None

    def read_again(self) -> Callable[[], None]:
        """Read what the list shows now; what is chosen stays so while it is on the map."""
        keys = listed_keys(self._browser)
        with reading_many(self._browser):
            found = self._browser.store.mapped(keys, with_citations=False)
            shown = map_of(found, self._map.ground)
        return partial(self._take, keys, shown)

    def _take(self, keys: Sequence[str], shown: Map) -> None:
        self._keys, self._map = keys, shown
        self._drawing = Drawing(shown)
        view = self._view
        zone = view.zone if view.zone in shown.names else ""
        record = view.record if view.record in shown.records else ""
        self._view = view._replace(zone=zone, record=record)

    # --- as a picture --------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Begin with the record that is shown, and say which ground cannot be drawn."""
        if self._ground_error:
            said = say("map.ground-unreadable", error=self._ground_error)
            self.app.notify(said, severity="warning", markup=False, timeout=10)
        super().on_mount()

    def fit(self, size: Size) -> None:
        """Look at the same, on another number of cells."""
        self._view = walking.fitted_to(self._drawing, self._view, size.width, size.height)

    def picture(self) -> Picture:
        """What is to be seen of the map."""
        picture = self._drawing.draw(self._view, names_missed=False)
        count = say("map.nothing-chosen", count=len(self._map.points))
        told = (picture.title, count, self._browser.query)
        self.entitle(self.query_one("#picture"), " · ".join(filter(None, told)))
        return picture

    def whole_picture(self) -> Picture:
        """The map as it is seen now, as large as a page, with all that it does not show."""
        with self._browser.reading:
            sources = self._browser.store.sources_of_map(self._keys)
            cited = map_of(self._browser.store.mapped(self._keys), self._map.ground)
        told = sources_in_words(sources, spoken())
        return saved(Drawing(cited), self._view, told, self._browser.query)

    def file_name(self) -> str:
        """Of a saved map."""
        return "masarat-map.svg"

    def detail(self) -> Sequence[str]:
        """What is chosen: a record or a zone, who went where, and which it is of how many."""
        if is_plain():
            return (*self._named(), *self._told_whole())
        name, place = self._named()
        ways = self._ways()
        return (name, ways, place)

    def _named(self) -> tuple[str, str]:
        """The name of what is chosen, and which it is of how many."""
        view, shown, language = self._view, self._map, self._view.language
        if view.record in shown.records:
            row, _ = shown.records[view.record]
            when = in_digits(dates.for_reader(row.date, language), language) if row.date else ""
            number = list(shown.records).index(view.record) + 1
            place = say("map.record-place", place=number, total=len(shown.records))
            return " · ".join(filter(None, (row.name.prefer(language), when))), place
        if view.zone in shown.points:
            number = list(shown.points).index(view.zone) + 1
            place = say("map.zone-place", place=number, total=len(shown.points))
            return shown.name(view.zone, language), place
        if view.zone:
            return shown.name(view.zone, language), say("map.zone-unplaced")
        count, unplaced = len(shown.points), len(shown.found.unplaced)
        if not count and not unplaced:
            return say("map.empty"), ""
        told = [say("map.nothing-chosen", count=count)]
        told += [say("map.unplaced", count=unplaced)] if unplaced else []
        return time_in_words(view.at, language), " · ".join(told)

    def _ways(self) -> str:
        """Who went where, as far as there is room for it; the list beside the map has all."""
        language = self._view.language
        sight = self._drawing.sight(self._view)
        ways = [way for number, way in enumerate(sight.ways) if number in sight.lit_ways]
        told = [
            f"{way_in_words(self._map, way, language)}: {figure(way, language)}"
            for way in ways[:_WAYS_TOLD]
        ]
        more = [say("map.more", count=len(ways) - _WAYS_TOLD)] if len(ways) > _WAYS_TOLD else []
        return " · ".join([*told, *more])

    def _told_whole(self) -> Sequence[str]:
        """All that stands beside the map, for whoever listens."""
        from tui.pictures.map.beside import lines_beside

        sight = self._drawing.sight(self._view)
        lines = lines_beside(self._map, self._view, sight)
        when = time_in_words(self._view.at, self._view.language)
        return (when, *(f"{line.text} {line.figure}".strip() for line in lines))

    def hints(self) -> Sequence[Hint]:
        """What the keys do."""
        is_any = bool(self._map.names)
        has_time = bool(self._map.steps)
        play = say("map.stop") if self._player else say("map.play")
        return [
            Hint("open", "enter", say("map.open"), possible=bool(self._chosen), stays=True),
            Hint("zoom(1)", "+", say("map.nearer")),
            Hint("zoom(-1)", "-", say("map.farther")),
            Hint("next_record(1)", "n", say("map.next"), possible=bool(self._map.records)),
            Hint("play", "space", play, possible=has_time),
            Hint("time(1)", ".", say("map.later"), possible=has_time),
            Hint("find", "/", say("map.search"), possible=is_any),
            Hint("whole", "0", say("map.whole")),
            Hint(
                "unplaced",
                "u",
                say("map.list-unplaced"),
                bool(self._map.found.unplaced),
                is_rare=True,
            ),
            Hint("save", "e", say("picture.save")),
            Hint("help", "?", say("picture.help"), stays=True),
            Hint("leave", "escape", say("claim.leave"), stays=True),
        ]

    # --- moving --------------------------------------------------------------------------------

    @property
    def _chosen(self) -> str:
        """The key of what Enter opens."""
        return self._view.record or self._view.zone

    def _look(self, view: View) -> None:
        if view != self._view:
            self._view = view
            self.redraw()

    def action_walk(self, across: int, down: int) -> None:
        """Go to the nearest zone on a side; geography is the same in every language."""
        view = self._view._replace(record="") if self._view.zone else self._view
        self._look(walking.to_side(self._drawing, view, across, down))

    def action_next_zone(self, steps: int) -> None:
        """Go to the next zone of all, those without coordinates last."""
        self._look(walking.to_next_zone(self._drawing, self._view, steps))

    def action_pan(self, across: int, down: int) -> None:
        """Move the map by an eighth of what is seen."""
        width, height = self._drawing.area(self._view).size
        columns, lines = across * max(width // 8, 1), down * max(height // 8, 1)
        self._look(walking.panned(self._drawing, self._view, columns, lines))

    def action_zoom(self, steps: int) -> None:
        """Look nearer, or from farther away, around the cursor."""
        self._look(walking.nearer(self._drawing, self._view, steps))

    def action_whole(self) -> None:
        """Show all of the map and of the time, and nothing chosen."""
        self._stop()
        self._look(walking.whole(self._view))

    def action_next_record(self, steps: int) -> None:
        """Choose the next record, so that its zones and movements stand out."""
        self._look(walking.to_next(self._drawing, self._view, steps))

    def action_scroll(self, pages: int) -> None:
        """Move the list beside the map."""
        lines = pages * max(self._drawing.area(self._view).height - 1, 1)
        self._look(walking.scrolled(self._drawing, self._view, lines))

    # --- in time -------------------------------------------------------------------------------

    def action_time(self, steps: int) -> None:
        """Show the month after the one that is shown, or before it."""
        self._stop()
        self._look(walking.in_time(self._drawing, self._view, steps))

    def action_first_time(self) -> None:
        """Show the first month."""
        self._stop()
        self._look(walking.at_time(self._drawing, self._view, is_first=True))

    def action_all_time(self) -> None:
        """Show all of the time."""
        self._stop()
        self._look(walking.at_time(self._drawing, self._view, is_first=False))

    def action_play(self) -> None:
        """Go from month to month by itself, or stop there."""
        if self._player:
            self._stop()
            self.redraw()
        elif self._map.steps:
            self._player = self.set_interval(_SECONDS_OF_A_MONTH, self._play_on)
            if walking.is_last(self._drawing, self._view):
                self._view = walking.at_time(self._drawing, self._view, is_first=True)
            self._play_on()

    def _play_on(self) -> None:
        if walking.is_last(self._drawing, self._view):
            self._stop()
        else:
            self._view = walking.in_time(self._drawing, self._view, 1)
        self.redraw()

    def _stop(self) -> None:
        if self._player:
            self._player.stop()
            self._player = None

    # --- the mouse -----------------------------------------------------------------------------

    @on(PictureView.Pressed)
    def _point(self, event: PictureView.Pressed) -> None:
        """Choose what was pressed; pressed once more, it opens."""
        if event.line == self._drawing.area(self._view).time and self._map.steps:
            if step := step_at(self._map, self._view, event.column):
                self._stop()
                self._look(self._view._replace(at=step, top=0))
            return
        if not event.key:
            return
        if event.times > 1 or event.key == self._chosen:
            self.dismiss(event.key)
        elif event.key in self._map.names:
            view = self._view._replace(record="")
            self._look(walking.at_zone(self._drawing, view, event.key))
        elif event.key in self._map.records:
            self._look(walking.at_record(self._drawing, self._view, event.key))

    @on(PictureView.Wheeled)
    def _wheel(self, event: PictureView.Wheeled) -> None:
        """Zoom around the pointer; over the list, move it."""
        area = self._drawing.area(self._view)
        column = event.column - area.left
        if 0 <= column < area.width:
            cell = (column, event.line)
            self._look(walking.nearer(self._drawing, self._view, -event.steps, cell))
        else:
            self._look(walking.scrolled(self._drawing, self._view, event.steps * 3))

    # --- what can be done ----------------------------------------------------------------------

    def action_open(self) -> None:
        """Open what is chosen."""
        if self._chosen:
            self.dismiss(self._chosen)

    def action_find(self) -> None:
        """Ask for a place by its name, and go there."""
        rows = [mark.row for mark in self._map.found.marks] + list(self._map.found.unplaced)
        ask_for_place(self, say("map.find"), rows, self._go_to)

    def action_unplaced(self) -> None:
        """Name the zones that have no place on the map, to choose one."""
        rows = self._map.found.unplaced
        ask_for_place(self, say("map.unplaced", count=len(rows)), rows, self._go_to)

    def _go_to(self, zone: str) -> None:
        view = self._view._replace(record="")
        self._look(walking.at_zone(self._drawing, view, zone))

    def action_help(self) -> None:
        """Say what the keys do."""
        self.tell_keys("map.help")


def open_map(explorer: Explorer) -> None:
    """Show what the list shows on a map, and open what is chosen there.

    Raises:
        store.errors.StoreError: the store cannot be read.
    """

    def go_on(key: str | None) -> None:
        if key:
            with explorer.telling():
                explorer.open_record(key)

    browser = explorer.browser
    kept = explorer.program.value_of("ground")
    explorer.app.push_screen(MapScreen(browser, listed_keys(browser), kept), go_on)
