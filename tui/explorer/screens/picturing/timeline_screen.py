"""The timeline: all that is dated of what the list shows, in lanes; the detail follows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.binding import Binding, BindingType
from textual.geometry import Size

from store.timelines.dated import Dated as DatedRecords
from store.timelines.lanes import GROUPINGS, Grouping
from tui.explorer.browsing.browser import Browser
from tui.explorer.drawing.plain_mode import is_mirrored, is_plain
from tui.explorer.screens.picturing.listed import listed_keys, reading_many
from tui.explorer.screens.picturing.picture_screen import SEARCH, PictureScreen
from tui.explorer.widgets.footer import Hint
from tui.explorer.widgets.picturing.picture_view import PictureView
from tui.messages import say, spoken
from tui.pictures.cells import SAVED_COLUMNS, Picture
from tui.pictures.sources import sources_in_words
from tui.pictures.timeline import walking
from tui.pictures.timeline.content import Timeline, lane_name, moment_in_words, timeline_of
from tui.pictures.timeline.drawing import Labels, View, draw_timeline, whole_height
from tui.terminal.keyboard import typed_by

if TYPE_CHECKING:
    from tui.explorer.screens.explorer import Explorer

_KEYS: Final = partial(typed_by, among="thjklgGoeq/u?0")
_WHEEL_CELLS: Final = 4


class TimelineScreen(PictureScreen):
    """Shows a timeline until a record of it is opened, or it is left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(_KEYS("escape", "t", "q", "backspace"), "leave"),
        Binding(_KEYS("left", "h"), "sideways(-1)"),
        Binding(_KEYS("right", "l"), "sideways(1)"),
        Binding("shift+left", "pan(-1)"),
        Binding("shift+right", "pan(1)"),
        Binding(_KEYS("up", "k"), "lanes(-1)"),
        Binding(_KEYS("down", "j"), "lanes(1)"),
        Binding("pageup,ctrl+u", "page(-1)"),
        Binding("pagedown,space,ctrl+d", "page(1)"),
        Binding(_KEYS("home", "g"), "end(-1)"),
        Binding(_KEYS("end", "G"), "end(1)"),
        Binding("plus,equals_sign", "zoom(1)"),
        Binding("minus", "zoom(-1)"),
        Binding(_KEYS("0"), "whole"),
        Binding(_KEYS("o"), "group"),
        Binding("enter", "open"),
        Binding(_KEYS("e"), "save"),
        Binding(_KEYS("u"), "undated"),
        Binding(_KEYS("/", "slash"), "search"),
        Binding(_KEYS("?", "question_mark", "f1"), "help"),
    ]

    def __init__(self, browser: Browser, keys: Sequence[str]) -> None:
        """Show records on an axis.

        Args:
            browser: reads the store; the cursor begins at the record that it shows.
            keys: of the records.

        Raises:
            store.errors.StoreError: the store cannot be read.
        """
        super().__init__()
        self._browser = browser
        self._keys = keys
        with reading_many(browser):
            self._found = browser.store.dated(keys)
        self._dated = {moment.record.key for moment in self._found.moments}
        self._labels = Labels(spoken())
        self._view = View(0, 0, spoken())
        self._timeline = self._grouped(GROUPINGS[0])
        self._is_begun = False

    def _grouped(self, grouping: Grouping) -> Timeline:
        with reading_many(self._browser):
            lanes = self._browser.store.lanes(self._keys, grouping)
            return timeline_of(self._found, lanes, grouping)

    def read_again(self) -> Callable[[], None]:
        """Read what the list shows now; the cursor stays on its moment."""
        keys, grouping = listed_keys(self._browser), self._timeline.grouping
        with reading_many(self._browser):
            found = self._browser.store.dated(keys)
            lanes = self._browser.store.lanes(keys, grouping)
            timeline = timeline_of(found, lanes, grouping)
        return partial(self._take, keys, found, timeline)

    def _take(self, keys: Sequence[str], found: DatedRecords, timeline: Timeline) -> None:
        moment = walking.chosen(self._timeline, self._view)
        was_whole = walking.is_whole(self._timeline, self._view)
        self._keys, self._found = keys, found
        self._dated = {each.record.key for each in found.moments}
        self._labels = Labels(spoken())
        is_same = timeline.grouping == self._timeline.grouping
        self._timeline = timeline if is_same else self._grouped(self._timeline.grouping)
        view = walking.at_moment(self._timeline, self._view, moment)
        look = walking.whole if was_whole else walking.in_sight
        self._view = look(self._timeline, view)

    # --- as a picture --------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Begin at the record that is shown, if it has a date."""
        if is_plain():  # there is no picture that tells its size
            self._view = walking.begun(self._timeline, self._view, self._browser.key)
        super().on_mount()

    def fit(self, size: Size) -> None:
        """Keep what is seen, on another number of cells."""
        fitted = self._view._replace(width=size.width, height=size.height)
        if not self._is_begun and size.width:
            self._is_begun = True
            self._view = walking.begun(self._timeline, fitted, self._browser.key)
        else:
            self._view = walking.fitted_to(self._timeline, self._view, size.width, size.height)

    def picture(self) -> Picture:
        """What is to be seen of the timeline."""
        picture = draw_timeline(self._timeline, self._view, self._labels, names_undated=False)
        self.entitle(self.query_one("#picture"), self._title(picture.title))
        return picture

    def _title(self, title: str) -> str:
        count = say("list.records", count=len(self._dated))
        query = self._browser.query
        return " · ".join(part for part in (title, count, query) if part)

    def whole_picture(self) -> Picture:
        """All lanes at the present scale, as wide as a page, with sources."""
        language = spoken()
        view = walking.fitted_to(self._timeline, self._view, SAVED_COLUMNS, self._view.height)
        lines = whole_height(self._timeline, SAVED_COLUMNS, language, view.scale)
        with self._browser.reading:
            sources = self._browser.store.sources_of_dates(self._dated)
        view = View(SAVED_COLUMNS, lines, language, view.scale)
        return draw_timeline(self._timeline, view, None, sources_in_words(sources, language))

    def detail(self) -> Sequence[str]:
        """The moment under the cursor: its record, what was when, and where in its lane."""
        moment = walking.chosen(self._timeline, self._view)
        if moment is None:
            return (say("timeline.empty"),)
        lane = self._timeline.lanes[self._view.lane]
        place = say(
            "timeline.place",
            lane=lane_name(lane, self._timeline.grouping, spoken()),
            place=self._view.moment + 1,
            total=len(lane.moments),
        )
        undated = len(self._timeline.undated)
        more = say("timeline.undated", count=undated) if undated else ""
        return (*moment_in_words(moment, spoken()), " · ".join(filter(None, (place, more))))

    def hints(self) -> Sequence[Hint]:
        """What the keys do."""
        is_any = bool(self._timeline.lanes)
        return [
            Hint("open", "enter", say("timeline.open"), possible=is_any, stays=True),
            Hint("zoom(1)", "+", say("timeline.nearer"), possible=is_any),
            Hint("zoom(-1)", "-", say("timeline.farther"), possible=is_any),
            Hint("group", "o", say("timeline.group"), possible=is_any),
            Hint("whole", "0", say("timeline.whole"), possible=is_any),
            Hint(
                "undated",
                "u",
                say("timeline.list-undated"),
                bool(self._timeline.undated),
                is_rare=True,
            ),
            Hint("save", "e", say("picture.save")),
            Hint("help", "?", say("picture.help"), stays=True),
            Hint("leave", "escape", say("claim.leave"), stays=True),
        ]

    def file_name(self) -> str:
        """Of a saved timeline."""
        return f"masarat-timeline-{self._timeline.grouping}.svg"

    # --- moving --------------------------------------------------------------------------------

    def _look(self, view: View) -> None:
        if view != self._view:
            self._view = view
            self.redraw()

    def action_sideways(self, steps: int) -> None:
        """Go to the next moment of the lane on a side; later is where reading goes on."""
        later = -steps if is_mirrored() else steps
        self._look(walking.in_time(self._timeline, self._view, later))

    def action_pan(self, steps: int) -> None:
        """Move the axis by a quarter of what is seen."""
        scale = self._view.scale
        if scale is not None:
            cells = steps * scale.cells / 4
            self._pan(-cells if is_mirrored() else cells)

    def _pan(self, cells: float) -> None:
        self._look(walking.panned(self._timeline, self._view, cells))

    def action_page(self, steps: int) -> None:
        """Move the axis by nearly all of what is seen, later or earlier."""
        if self._view.scale is not None:
            self._pan(steps * self._view.scale.cells * 0.9)

    def action_lanes(self, steps: int) -> None:
        """Go to the lane below or above."""
        self._look(walking.in_lanes(self._timeline, self._view, steps))

    def action_end(self, side: int) -> None:
        """Go to the first moment of the lane, or to the last."""
        self._look(walking.in_time(self._timeline, self._view, side * len(self._found.moments)))

    def action_zoom(self, steps: int) -> None:
        """Look nearer, or from farther away, around the cursor."""
        self._look(walking.nearer(self._timeline, self._view, steps))

    def action_whole(self) -> None:
        """Show all of the time."""
        self._look(walking.whole(self._timeline, self._view))

    def action_group(self) -> None:
        """Put all into lanes of another grouping, the cursor staying on its record."""
        moment = walking.chosen(self._timeline, self._view)
        at = GROUPINGS.index(self._timeline.grouping) + 1
        self._timeline = self._grouped(GROUPINGS[at % len(GROUPINGS)])
        view = walking.at_moment(self._timeline, self._view, moment)
        self._view = walking.in_sight(self._timeline, view)
        self.redraw()

    # --- the mouse -----------------------------------------------------------------------------

    @on(PictureView.Pressed)
    def _point(self, event: PictureView.Pressed) -> None:
        """Put the cursor on what was pressed; pressed once more, it opens."""
        if not event.key:
            return
        before = walking.chosen(self._timeline, self._view)
        found = walking.at_cell(self._timeline, self._view, event.key, event.column)
        if found is None:
            return
        self._look(found)
        if event.times > 1 or walking.chosen(self._timeline, found) == before:
            self.dismiss(event.key)

    @on(PictureView.Wheeled)
    def _wheel(self, event: PictureView.Wheeled) -> None:
        """Pan; with Ctrl, zoom."""
        if event.is_zoom:
            self.action_zoom(-event.steps)
        else:
            self._pan(event.steps * _WHEEL_CELLS)

    # --- what can be done ----------------------------------------------------------------------

    def action_open(self) -> None:
        """Open the record under the cursor."""
        if moment := walking.chosen(self._timeline, self._view):
            self.dismiss(moment.record.key)

    def action_undated(self) -> None:
        """Name what has no date."""
        from tui.explorer.screens.picturing.undated import choose_undated

        if self._timeline.undated:
            choose_undated(self, self._timeline.undated)

    def action_help(self) -> None:
        """Say what the keys do."""
        self.tell_keys("timeline.help")


def open_timeline(explorer: Explorer) -> None:
    """Show what the list shows on an axis of time, and open what is chosen there.

    Raises:
        store.errors.StoreError: the store cannot be read.
    """

    def go_on(key: str | None) -> None:
        if key == SEARCH:
            explorer.open_search()
        elif key:
            with explorer.telling():
                explorer.open_record(key)

    keys = listed_keys(explorer.browser)
    explorer.app.push_screen(TimelineScreen(explorer.browser, keys), go_on)
