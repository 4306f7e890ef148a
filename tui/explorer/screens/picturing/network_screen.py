"""The network: a record in the middle, what stands around it, and from there on to the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.binding import Binding, BindingType
from textual.geometry import Size

from store.model.records import Row
from store.model.vocabulary import KINDS, TYPES
from store.tuples import NamedTuple
from tui.explorer.drawing.plain_mode import is_mirrored
from tui.explorer.screens.picturing.claims_told import ClaimsTold
from tui.explorer.screens.picturing.picture_screen import SEARCH, PictureScreen
from tui.explorer.widgets.footer import Hint
from tui.explorer.widgets.picturing.picture_view import PictureView
from tui.messages import say, spoken
from tui.pictures.cells import SAVED_COLUMNS, Picture
from tui.pictures.network import walking
from tui.pictures.network.content import Network, Steps, network_of, to_follow
from tui.pictures.network.drawing import draw_network, draw_whole_network
from tui.pictures.network.laying import MIDDLE, View
from tui.terminal.keyboard import typed_by

if TYPE_CHECKING:
    from tui.explorer.screens.explorer import Explorer

_KEYS: Final = partial(typed_by, among="wqjkhlgGocesp12/?")


class _Before(NamedTuple):
    """What was in the middle before, and where the cursor was."""

    key: str
    view: View
    steps: Steps


class NetworkScreen(PictureScreen):
    """Shows what stands around a record until a record is opened, or it is left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(_KEYS("escape", "w", "q"), "leave"),
        Binding(_KEYS("left", "h"), "sideways(-1)"),
        Binding(_KEYS("right", "l"), "sideways(1)"),
        Binding(_KEYS("up", "k"), "along(-1)"),
        Binding(_KEYS("down", "j"), "along(1)"),
        Binding("pageup,ctrl+u", "groups(-1)"),
        Binding("pagedown,space,ctrl+d", "groups(1)"),
        Binding(_KEYS("home", "g"), "end(-1)"),
        Binding(_KEYS("end", "G"), "end(1)"),
        Binding(_KEYS("plus", "equals_sign", "2"), "steps(2)", id="network.two-steps"),
        Binding(_KEYS("minus", "1"), "steps(1)", id="network.one-step"),
        Binding("enter", "enter"),
        Binding(_KEYS("o"), "open"),
        Binding("backspace,alt+left", "back"),
        Binding(_KEYS("c"), "claim"),
        Binding(_KEYS("s"), "star"),
        Binding(_KEYS("p"), "path"),
        Binding(_KEYS("e"), "save"),
        Binding(_KEYS("/", "slash"), "search"),
        Binding(_KEYS("?", "question_mark", "f1"), "help"),
    ]

    def __init__(self, explorer: Explorer, key: str) -> None:
        """Show what stands around a record.

        Args:
            explorer: above which this stands.
            key: of the record.

        Raises:
            store.errors.StoreError: the store cannot be read.
            store.errors.UnknownKeyError: there is no such record.
        """
        super().__init__()
        self._explorer = explorer
        self._browser = explorer.browser
        self._claims = ClaimsTold(self._browser)
        self._before: list[_Before] = []
        self._network = self._around(key, 1)
        # What the cursor goes by where no picture tells its size.
        self._view = walking.begun(self._network, View(80, 24, spoken()))
        self.stars_changed = False
        """Whether somebody was given a star here, or lost one."""

    def _around(self, key: str, steps: Steps) -> Network:
        store = self._browser.store
        with self._browser.reading:
            row, related = store.row(key), store.related(key)
            if steps == 1:
                return network_of(row, related, spoken())
            keys, _ = to_follow(row, related)
            beyond = dict(zip(keys, store.related_many(keys), strict=True))
        return network_of(row, related, spoken(), beyond)

    def read_again(self) -> Callable[[], None]:
        """Read the same network; the cursor stays on its relation."""
        before = self._network
        return partial(self._take, before, self._around(before.middle.key, before.steps))

    def _take(self, before: Network, network: Network) -> None:
        if before is not self._network:
            return  # somebody has gone on meanwhile, to what was read then
        self._view = walking.again(before, network, self._view)
        self._network, self._claims = network, ClaimsTold(self._browser)

    # --- as a picture --------------------------------------------------------------------------

    def fit(self, size: Size) -> None:
        """Take another number of cells."""
        self._view = self._view._replace(width=size.width, height=size.height)

    def picture(self) -> Picture:
        """What is to be seen of the network."""
        picture = draw_network(self._network, self._view)
        count, steps = self._network.relations, self._network.steps
        parts = [picture.title, say("network.count", count=count)]
        parts += [say("network.two-steps")] if steps == 2 else []
        self.entitle(self.query_one("#picture"), " · ".join(parts))
        return picture

    def whole_picture(self) -> Picture:
        """All relations, as wide as a page, each with the numbers of its sources."""
        with self._browser.reading:
            return draw_whole_network(
                self._network, SAVED_COLUMNS, spoken(), self._browser.store.sources
            )

    def detail(self) -> Sequence[str]:
        """The relation under the cursor as a claim with its sources; or the middle."""
        found = walking.pointed(self._network, self._view)
        if found is None:
            return self._detail_of_middle()
        group = self._network.groups[self._view.group]
        spokes, total = group.spokes, self._network.of_verb(self._view.group)
        place = group.before + self._view.spoke + 1
        if self._view.beyond >= 0:
            place, total = self._view.beyond + 1, len(spokes[self._view.spoke].beyond)
        at = say("network.place", place=place, total=total)
        return self._claims.lines(self._view.width, found.start, found.related, at)

    def _detail_of_middle(self) -> Sequence[str]:
        row, language = self._network.middle, spoken()
        names = dict.fromkeys(filter(None, (row.name.prefer(language), row.name.en, row.name.ar)))
        label = TYPES[row.kind].get(row.type)
        kind = dict.fromkeys((KINDS[row.kind].in_(language), label.in_(language) if label else ""))
        count = self._network.relations
        around = say("network.count", count=count) if count else say("network.none")
        said = [" · ".join(names) or row.key, " · ".join(filter(None, [*kind, around]))]
        unfollowed = self._network.unfollowed
        return [*said, say("network.unfollowed", count=unfollowed)] if unfollowed else said

    def hints(self) -> Sequence[Hint]:
        """What the keys do."""
        is_middle = self._view.group == MIDDLE
        enter = say("network.open") if is_middle else say("network.middle")
        is_one = self._network.steps == 1
        steps = (
            Hint("steps(2)", "+", say("network.two-steps"))
            if is_one
            else Hint("steps(1)", "-", say("network.one-step"))
        )
        return [
            Hint("enter", "enter", enter, stays=True),
            Hint("back", "backspace", say("network.back"), bool(self._before)),
            steps,
            Hint("claim", "c", say("network.claim"), not is_middle),
            Hint("open", "o", say("network.open")),
            Hint("path", "p", say("network.path")),
            Hint("save", "e", say("picture.save")),
            Hint("help", "?", say("picture.help"), stays=True),
            Hint("leave", "escape", say("claim.leave"), stays=True),
        ]

    def file_name(self) -> str:
        """Of a saved network."""
        return f"masarat-network-{self._network.middle.key}.svg"

    # --- moving --------------------------------------------------------------------------------

    def _look(self, view: View) -> None:
        if view != self._view:
            self._view = view
            self.redraw()

    def action_sideways(self, step: int) -> None:
        """Go outwards or inwards, over the middle to the other side."""
        on = -step if is_mirrored() else step
        self._look(walking.sideways(self._network, self._view, on))

    def action_along(self, steps: int) -> None:
        """Go to the next relation of a side, or to the one before."""
        self._look(walking.along(self._network, self._view, steps))

    def action_groups(self, steps: int) -> None:
        """Go to the next verb of a side, or to the one before."""
        self._look(walking.in_groups(self._network, self._view, steps))

    def action_end(self, side: int) -> None:
        """Go to the first relation of a side, or to the last."""
        self._look(walking.to_end(self._network, self._view, side))

    def action_steps(self, steps: Steps) -> None:
        """Show what lies two steps away, or only one."""
        if steps == self._network.steps:
            return
        self._network = self._around(self._network.middle.key, steps)
        self._view = self._view._replace(beyond=-1)
        self._show_anew()

    def _show_anew(self) -> None:
        """Draw another network; a cursor on what is no more there begins anew."""
        self._view = walking.held(self._network, self._view)
        self.redraw()

    # --- the mouse -----------------------------------------------------------------------------

    @on(PictureView.Pressed)
    def _point(self, event: PictureView.Pressed) -> None:
        """Put the cursor on what was pressed; pressed once more, it goes to the middle."""
        found = walking.at_cell(self._network, self._view, event.column, event.line)
        if found is None:
            return
        if found == self._view or event.times > 1:
            self._look(found)
            self.action_enter()
        else:
            self._look(found)

    @on(PictureView.Wheeled)
    def _wheel(self, event: PictureView.Wheeled) -> None:
        """Go along the side; with Ctrl, a step further or nearer."""
        if event.is_zoom:
            self.action_steps(1 if event.steps > 0 else 2)
        else:
            self.action_along(event.steps)

    # --- what can be done ----------------------------------------------------------------------

    @property
    def _row(self) -> Row:
        """The record under the cursor."""
        found = walking.pointed(self._network, self._view)
        return found.related.other if found else self._network.middle

    def action_enter(self) -> None:
        """Put what is under the cursor in the middle; what stands there is opened."""
        row, before = self._row, self._network
        if row.key == before.middle.key:
            self.dismiss(row.key)
            return
        network = self._around(row.key, before.steps)
        self._before.append(_Before(before.middle.key, self._view, before.steps))
        self._network = network
        self._view = walking.begun(network, self._view)._replace(group=MIDDLE)
        self.redraw()

    def action_back(self) -> None:
        """Have in the middle what was there before, and the cursor where it was."""
        if not self._before:
            self.app.notify(say("network.no-way-back"), markup=False, timeout=3)
            return
        before = self._before[-1]
        network = self._around(before.key, before.steps)
        self._before.pop()
        self._network = network
        size = self._view.width, self._view.height
        self._view = before.view._replace(width=size[0], height=size[1])
        self._show_anew()

    def action_open(self) -> None:
        """Open the record under the cursor."""
        self.dismiss(self._row.key)

    def action_claim(self) -> None:
        """Show the relation under the cursor whole, with its sources."""
        found = walking.pointed(self._network, self._view)
        if found is None:
            self.app.notify(say("network.on-middle"), markup=False, timeout=3)
        else:
            self._claims.open_card(self, found.start.key, found.related)

    def action_star(self) -> None:
        """Give the record under the cursor a star, or take it away."""
        self._browser.mark_all([self._row.key])
        self.stars_changed = True
        self._network = self._around(self._network.middle.key, self._network.steps)
        self._show_anew()

    def action_path(self) -> None:
        """Show how two starred records are connected."""
        from tui.explorer.screens.picturing.ways_screen import choose_ways

        choose_ways(self._explorer, self)

    def action_help(self) -> None:
        """Say what the keys do."""
        self.tell_keys("network.help")


def open_network(explorer: Explorer) -> None:
    """Show what stands around the record that is shown, and open what is chosen there.

    Raises:
        store.errors.StoreError: the store cannot be read.
    """
    screen = NetworkScreen(explorer, explorer.browser.key)

    def go_on(key: str | None) -> None:
        with explorer.telling():
            if screen.stars_changed:
                explorer.show_stars()
            if key == SEARCH:
                explorer.open_search()
            elif key:
                explorer.open_record(key)

    explorer.app.push_screen(screen, go_on)
