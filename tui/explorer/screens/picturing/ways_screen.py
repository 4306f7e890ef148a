"""The ways from one record to another, claim by claim with their sources."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.binding import Binding, BindingType
from textual.geometry import Size

from store.connecting import MOST_STEPS, MOST_VISITED, Connection, connection
from store.model.records import Source
from tui.explorer.browsing.browser import Browser
from tui.explorer.drawing.plain_mode import is_mirrored
from tui.explorer.screens.picturing.claims_told import ClaimsTold
from tui.explorer.screens.picturing.picture_screen import SEARCH, PictureScreen
from tui.explorer.widgets.footer import Hint
from tui.explorer.widgets.picturing.picture_view import PictureView
from tui.messages import say, spoken
from tui.pictures.cells import SAVED_COLUMNS, Picture
from tui.pictures.network.naming import name_of
from tui.pictures.network.ways import (
    Claimed,
    WaysLayout,
    WaysView,
    cited_on,
    claims_of,
    draw_ways,
    draw_whole_ways,
    moved,
)
from tui.terminal.keyboard import typed_by

if TYPE_CHECKING:
    from tui.explorer.screens.explorer import Explorer

_KEYS: Final = partial(typed_by, among="pqjkhlgGoce/?")


class WaysScreen(PictureScreen):
    """Shows how two records are connected until a record is opened, or it is left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(_KEYS("escape", "p", "q", "backspace"), "leave"),
        Binding(_KEYS("left", "h"), "sideways(-1)"),
        Binding(_KEYS("right", "l"), "sideways(1)"),
        Binding(_KEYS("up", "k"), "along(-1)"),
        Binding(_KEYS("down", "j"), "along(1)"),
        Binding(_KEYS("home", "g"), "along(-1000)", id="ways.first"),
        Binding(_KEYS("end", "G"), "along(1000)", id="ways.last"),
        Binding(_KEYS("enter", "o"), "open"),
        Binding(_KEYS("c"), "claim"),
        Binding(_KEYS("e"), "save"),
        Binding(_KEYS("/", "slash"), "search"),
        Binding(_KEYS("?", "question_mark", "f1"), "help"),
    ]

    def __init__(self, browser: Browser, found: Connection) -> None:
        """Show ways.

        Args:
            browser: reads the store.
            found: one way at least.

        Raises:
            store.errors.StoreError: the store cannot be read.
        """
        super().__init__()
        self._browser = browser
        self._found = found
        self._claims = ClaimsTold(browser)
        with browser.reading:
            cited = browser.store.sources(cited_on(found))
        self._cited: Mapping[str, Source] = {each.key: each for each in cited}
        self._view = WaysView(80, 24, spoken())

    def read_again(self) -> Callable[[], None]:
        """Look for ways between the same two; the cursor stays where there is something."""
        one, other = (row.key for row in self._found.ends)
        store = self._browser.store
        with self._browser.reading:
            found = connection(store, (one, other))
            cited = {each.key: each for each in store.sources(cited_on(found))}
        return partial(self._take, found, cited)

    def _take(self, found: Connection, cited: Mapping[str, Source]) -> None:
        if not found.ways:  # nothing is left to be drawn: what was is said to be over
            self._tell(_no_way(found))
            self.action_leave()
            return
        self._found, self._cited = found, cited
        self._claims = ClaimsTold(self._browser)
        self._view = moved(found, self._view, 0, 0)

    # --- as a picture --------------------------------------------------------------------------

    def fit(self, size: Size) -> None:
        """Take another number of cells."""
        self._view = self._view._replace(width=size.width, height=size.height)

    def picture(self) -> Picture:
        """What is to be seen of the ways."""
        picture = draw_ways(self._found, self._view, self._cited)
        count = say("ways.count", count=len(self._found.ways))
        self.entitle(self.query_one("#picture"), f"{picture.title} · {count}")
        return picture

    def whole_picture(self) -> Picture:
        """All claims, as wide as a page, each with the numbers of its sources."""
        with self._browser.reading:
            read = self._browser.store.sources
            return draw_whole_ways(self._found, SAVED_COLUMNS, spoken(), read)

    @property
    def _chosen(self) -> Claimed:
        return claims_of(self._found.ways[self._view.way])[self._view.claim]

    def detail(self) -> Sequence[str]:
        """The claim under the cursor with its sources."""
        chosen, ways = self._chosen, self._found.ways
        at = say(
            "ways.place",
            way=self._view.way + 1,
            ways=len(ways),
            claim=self._view.claim + 1,
            claims=len(claims_of(ways[self._view.way])),
        )
        return self._claims.lines(self._view.width, chosen.start, chosen.related, at)

    def hints(self) -> Sequence[Hint]:
        """What the keys do."""
        return [
            Hint("open", "enter", say("network.open"), stays=True),
            Hint("claim", "c", say("network.claim")),
            Hint("save", "e", say("picture.save")),
            Hint("help", "?", say("picture.help"), stays=True),
            Hint("leave", "escape", say("claim.leave"), stays=True),
        ]

    def file_name(self) -> str:
        """Of saved ways."""
        one, other = (row.key for row in self._found.ends)
        return f"masarat-path-{one}-{other}.svg"

    # --- moving --------------------------------------------------------------------------------

    def _look(self, view: WaysView) -> None:
        if view != self._view:
            self._view = view
            self.redraw()

    def action_sideways(self, step: int) -> None:
        """Go to the way beside it."""
        self._look(moved(self._found, self._view, -step if is_mirrored() else step, 0))

    def action_along(self, steps: int) -> None:
        """Go to the next claim of the way, or to the one before."""
        self._look(moved(self._found, self._view, 0, steps))

    @on(PictureView.Pressed)
    def _point(self, event: PictureView.Pressed) -> None:
        """Put the cursor on the claim that was pressed; pressed once more, open where it leads."""
        at = WaysLayout(self._found, self._view).at_cell(event.column, event.line)
        if at is None:
            if event.key:
                self.dismiss(event.key)
            return
        before = self._view
        self._look(before._replace(way=at[0], claim=at[1]))
        if self._view == before or event.times > 1:
            self.action_open()

    @on(PictureView.Wheeled)
    def _wheel(self, event: PictureView.Wheeled) -> None:
        """Go along the way."""
        self.action_along(event.steps)

    # --- what can be done ----------------------------------------------------------------------

    def action_open(self) -> None:
        """Open the record to which the claim leads."""
        self.dismiss(self._chosen.related.other.key)

    def action_claim(self) -> None:
        """Show the claim whole, with its sources."""
        self._claims.open_card(self, self._chosen.start.key, self._chosen.related)

    def action_help(self) -> None:
        """Say what the keys do."""
        self.tell_keys("ways.help")


def open_ways(explorer: Explorer) -> None:
    """Show how the two starred records are connected, and open what is chosen there.

    Raises:
        store.errors.StoreError: the store cannot be read.
    """
    if screen := _screen_of_starred(explorer):

        def go_on(key: str | None) -> None:
            with explorer.telling():
                if key == SEARCH:
                    explorer.open_search()
                elif key:
                    explorer.open_record(key)

        explorer.app.push_screen(screen, go_on)


def choose_ways(explorer: Explorer, above: PictureScreen) -> None:
    """Show the same above another picture, which is left for what is chosen."""
    if screen := _screen_of_starred(explorer):

        def go_on(key: str | None) -> None:
            if key:
                above.dismiss(key)

        explorer.app.push_screen(screen, go_on)


def _screen_of_starred(explorer: Explorer) -> WaysScreen | None:
    """The screen, or None where there is nothing to show and the user was told why."""
    browser = explorer.browser
    starred = browser.marked()
    if len(starred) != 2:
        _tell(explorer, say("obstacle.two-starred", count=len(starred)))
        return None
    with browser.reading:
        found = connection(browser.store, (starred[0], starred[1]))
    if not found.ways:
        _tell(explorer, _no_way(found))
        return None
    return WaysScreen(browser, found)


def _no_way(found: Connection) -> str:
    one, other = (name_of(row, spoken()) for row in found.ends)
    if found.is_cut:
        return say("ways.cut", one=one, other=other, count=MOST_VISITED)
    return say("ways.none", one=one, other=other, steps=MOST_STEPS)


def _tell(explorer: Explorer, said: str) -> None:
    explorer.app.notify(said, markup=False, timeout=8)
