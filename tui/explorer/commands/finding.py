"""Commands that find: the search box, filters, kinds, sorting, and hits in the text."""

# ruff: noqa: D102 — a command says once, in its class, what it does.

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from tui.explorer.commands.command import Command
from tui.explorer.drawing.listing import ListedKind
from tui.messages import say

if TYPE_CHECKING:
    from tui.explorer.screens.explorer import Explorer


class Search(Command):
    """Type what to look for."""

    id = "search"
    keys = ("/",)
    group = "finding"
    in_footer = True
    takes_typing = True

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.open_search()


class Searches(Command):
    """A search that is saved or was made earlier, again; or this one saved."""

    id = "searches"
    keys = ("ctrl+s",)
    group = "finding"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        from tui.explorer.screens.returning.searches_dialog import (
            choose_search,  # loads when it is first opened
        )

        choose_search(explorer)


class SaveSearch(Command):
    """What is searched for, by a name."""

    id = "save-search"
    group = "finding"

    @classmethod
    def obstacle(cls, explorer: Explorer) -> str:
        return "" if explorer.browser.query else say("obstacle.nothing-asked")

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        from tui.explorer.screens.returning.searches_dialog import (
            ask_name,  # loads when it is first opened
        )

        ask_name(explorer)


class Clear(Command):
    """All records again; while something is typed, as it was."""

    id = "clear"
    keys = ("escape",)
    group = "finding"

    @classmethod
    def obstacle(cls, explorer: Explorer) -> str:
        if explorer.is_searching or explorer.finds_inside or explorer.record_list.range:
            return ""
        if not explorer.browser.lists_everything:
            return ""
        return say("obstacle.nothing-to-clear")

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        if explorer.finds_inside and not explorer.is_searching:
            explorer.end_find()
        elif explorer.record_list.range and not explorer.is_searching:
            explorer.end_range()
        else:
            explorer.clear_question()


class Filter(Command):
    """Narrow by kind, actor, zone or year."""

    id = "filter"
    keys = ("f",)
    group = "finding"
    in_footer = True

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        from tui.explorer.screens.filter_dialog import (
            choose_filter,  # loads when it is first opened
        )

        choose_filter(explorer)


class Overview(Command):
    """What the store holds, at a glance."""

    id = "overview"
    keys = ("i",)
    group = "finding"
    in_footer = True
    is_picture = True

    @classmethod
    def obstacle(cls, explorer: Explorer) -> str:
        return say("obstacle.overview-shown") if explorer.shows_overview else ""

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.look_over()


class Timeline(Command):
    """What the list shows, on an axis of time."""

    id = "timeline"
    keys: ClassVar[tuple[str, ...]] = ("t",)
    group = "finding"
    is_picture = True
    in_footer = True

    @classmethod
    def obstacle(cls, explorer: Explorer) -> str:
        browser = explorer.browser
        if browser.lists_sources:
            return say("obstacle.sources-listed")
        is_empty = not (browser.answer.keys if browser.query else any(browser.counts.values()))
        return say("obstacle.no-record") if is_empty else ""

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        from tui.explorer.screens.picturing.timeline_screen import (
            open_timeline,  # loads when it is first opened
        )

        open_timeline(explorer)


class Map(Timeline):
    """What the list shows, on a map."""

    id = "map"
    keys = ("m", "f4")  # m of Apple's Arabic layout is , of the others

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        from tui.explorer.screens.picturing.map_screen import (
            open_map,  # loads when it is first opened
        )

        open_map(explorer)


class Network(Command):
    """What stands around the record."""

    id = "network"
    keys = ("w",)
    group = "finding"
    is_picture = True
    in_footer = True

    @classmethod
    def obstacle(cls, explorer: Explorer) -> str:
        if explorer.browser.source:
            return say("obstacle.is-source")
        return "" if explorer.browser.record else say("obstacle.no-record")

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        from tui.explorer.screens.picturing.network_screen import (
            open_network,  # loads when it is first opened
        )

        open_network(explorer)


class Path(Command):
    """How two starred records are connected."""

    id = "path"
    keys = ("p",)
    group = "finding"

    @classmethod
    def obstacle(cls, explorer: Explorer) -> str:
        count = len(explorer.browser.marked())
        return "" if count == 2 else say("obstacle.two-starred", count=count)

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        from tui.explorer.screens.picturing.ways_screen import (
            open_ways,  # loads when it is first opened
        )

        open_ways(explorer)


class _OfKind(Command):
    """Only one kind, or all."""

    group = "finding"
    kind: ClassVar[ListedKind | None]

    @classmethod
    def obstacle(cls, explorer: Explorer) -> str:
        is_listed = explorer.browser.question.kind == cls.kind and not explorer.shows_overview
        return say("obstacle.kind-listed") if is_listed else ""

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.show_kind(cls.kind)


class AllKinds(_OfKind):
    """All kinds."""

    id = "all"
    keys = ("0",)
    kind = None


class Zones(_OfKind):
    """Only zones."""

    id = "zones"
    keys = ("1",)
    kind = "zone"


class Agreements(_OfKind):
    """Only agreements."""

    id = "agreements"
    keys = ("2",)
    kind = "agreement"


class Actors(_OfKind):
    """Only actors."""

    id = "actors"
    keys = ("3",)
    kind = "actor"


class Consequences(_OfKind):
    """Only consequences."""

    id = "consequences"
    keys = ("4",)
    kind = "consequence"


class Sources(_OfKind):
    """Only sources, which are no records."""

    id = "sources"
    keys = ("5",)
    kind = "source"


class Sort(Command):
    """The next order of the list."""

    id = "sort"
    keys = ("o",)
    group = "finding"

    @classmethod
    def obstacle(cls, explorer: Explorer) -> str:
        is_alone = explorer.record_list.listing.entry_count < 2
        return say("obstacle.nothing-to-sort") if is_alone else ""

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.sort_next()


class FindInside(Command):
    """Find in the record that is shown."""

    id = "find"
    keys = ("ctrl+f",)
    group = "finding"
    takes_typing = True

    @classmethod
    def obstacle(cls, explorer: Explorer) -> str:
        return "" if explorer.browser.key else say("obstacle.no-record")

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.find_inside()


class NextHit(Command):
    """The next hit in the record's text."""

    id = "next-hit"
    keys = ("n",)
    group = "finding"

    @classmethod
    def obstacle(cls, explorer: Explorer) -> str:
        return "" if explorer.hit_count else say("obstacle.no-hits")

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.step_hit(1)


class PreviousHit(NextHit):
    """The hit before in the record's text."""

    id = "previous-hit"
    keys = ("N",)

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.step_hit(-1)


COMMANDS: Final = (
    Search, Searches, SaveSearch, Clear, Filter, Overview, Timeline, Map, Network, Path,
    AllKinds, Zones, Agreements, Actors, Consequences, Sources, Sort,
    FindInside, NextHit, PreviousHit,
)  # fmt: skip
