"""Choosing filters, which go into the query: kinds, years, actors and zones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from store.model.vocabulary import KINDS, Kind
from tui.explorer.browsing.filters import filters_in, with_filter, without_filter
from tui.explorer.drawing.listing import Choice, Entry, Heading, Line
from tui.explorer.screens.chooser_dialog import Chooser, matches
from tui.messages import say, spoken

if TYPE_CHECKING:
    from tui.explorer.screens.explorer import Explorer

_SHOWN: Final = 6
"""Actors and zones that are offered: the ones with most relations until something is typed."""
_YEARS: Final = re.compile(r"\d{4}(?:[-–/](?:\d{4}))?")
_REMOVE: Final = "remove "
_ADD: Final = "add "


class Filters(Chooser):
    """Filters that are set, to take away, and those that can be added."""

    def __init__(self, explorer: Explorer) -> None:
        super().__init__(say("filters.title"), say("filters.placeholder"))
        self._explorer = explorer

    def lines(self, query: str) -> list[Line]:
        """What is set, then kinds, a year that was typed, actors and zones."""
        return [
            *self._group("filters.set", self._set(query)),
            *self._group("filters.kind", self._kinds(query)),
            *self._group("filters.year", self._years(query)),
            *self._group("filters.actor", self._records(query, "actor")),
            *self._group("filters.zone", self._records(query, "zone")),
        ]

    def _group(self, heading: str, choices: Iterator[Choice]) -> list[Line]:
        found = list(choices)
        return [Heading(say(heading)), *found] if found else []

    def _set(self, query: str) -> Iterator[Choice]:
        for written in filters_in(self._explorer.browser.question.query):
            if matches(query, written):
                yield Choice(_REMOVE + written, written, say("filters.remove"))

    def _kinds(self, query: str) -> Iterator[Choice]:
        for kind in KINDS:
            label = say(f"tabs.{kind}")
            if matches(query, label, kind):
                yield Choice(f"{_ADD}kind {kind}", label)

    def _years(self, query: str) -> Iterator[Choice]:
        if _YEARS.fullmatch(query.strip()):
            years = re.sub("[-–]", "/", query.strip())
            yield Choice(f"{_ADD}year {years}", query.strip())

    def _records(self, query: str, kind: Kind) -> Iterator[Choice]:
        store = self._explorer.browser.store
        with self._explorer.browser.reading:
            if query.strip():
                hits = store.lookup(query, kinds=[kind], limit=_SHOWN)
                rows = [hit.row for hit in hits]
            else:
                rows = store.records(kind, order="links", language=spoken())[:_SHOWN]
        for row in rows:
            yield Choice(f"{_ADD}{kind} {row.key}", row.name.prefer(spoken()))


def choose_filter(explorer: Explorer) -> None:
    """Ask for a filter and put it into the query, or take one away."""

    def apply(chosen: Choice | Entry | None) -> None:
        if not isinstance(chosen, Choice):
            return
        query = explorer.browser.question.query
        if chosen.id.startswith(_REMOVE):
            query = without_filter(query, chosen.id.removeprefix(_REMOVE))
        else:
            name, _, value = chosen.id.removeprefix(_ADD).partition(" ")
            query = with_filter(query, name, value)
        with explorer.telling():
            explorer.put_query(query)

    explorer.app.push_screen(Filters(explorer), apply)
