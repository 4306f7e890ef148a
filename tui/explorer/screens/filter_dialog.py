"""Choosing filters, which go into the query: those that the store offers for what was typed."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from store.model.questions import FilterChoice, WrittenFilter
from tui.explorer.drawing.listing import Choice, Entry, Heading, Line
from tui.explorer.screens.chooser_dialog import Chooser, matches
from tui.messages import say, spoken

if TYPE_CHECKING:
    from tui.explorer.screens.explorer import Explorer


class Filters(Chooser):
    """Filters that are set, to take away, and those that can be added."""

    def __init__(self, explorer: Explorer) -> None:
        super().__init__(say("filters.title"), say("filters.placeholder"))
        self._browser = explorer.browser

    def lines(self, query: str) -> list[Line]:
        """What is set, then what can be added, filter by filter."""
        lines: list[Line] = self._set(query)
        with self._browser.reading:
            offered = self._browser.store.filter_choices(query, spoken())
        for name, choices in groupby(offered, key=lambda choice: choice.name):
            lines.append(Heading(say(f"filters.{name}")))
            lines += [_to_add(choice) for choice in choices]
        return lines

    def _set(self, query: str) -> list[Line]:
        written = self._browser.store.filters_in(self._browser.question.query)
        choices = [_to_remove(item) for item in written if matches(query, item.text)]
        return [Heading(say("filters.set")), *choices] if choices else []


def _to_add(choice: FilterChoice) -> Choice:
    return Choice(f"{choice.name}:{choice.value}", choice.label, value=choice)


def _to_remove(written: WrittenFilter) -> Choice:
    return Choice(written.text, written.text, say("filters.remove"), written)


def choose_filter(explorer: Explorer) -> None:
    """Ask for a filter and put it into the query, or take one away."""
    store = explorer.browser.store

    def apply(chosen: Choice | Entry | None) -> None:
        query = explorer.browser.question.query
        match chosen:
            case Choice(value=WrittenFilter() as written):
                query = store.without_filter(query, written)
            case Choice(value=FilterChoice() as choice):
                query = store.with_filter(query, choice)
            case _:
                return
        with explorer.telling():
            explorer.put_query(query)

    explorer.app.push_screen(Filters(explorer), apply)
