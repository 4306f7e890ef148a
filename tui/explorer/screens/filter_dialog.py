"""Choosing filters, which go into the query: all there are, with what each would leave."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.widgets import Input

from store.model.questions import Correction, FilterChoice, FilterName, WrittenFilter
from store.text.folding import fold
from tui.explorer.drawing.bars import bar, columns
from tui.explorer.drawing.listing import Choice, Entry, Heading, Line, Remark
from tui.explorer.screens.chooser_dialog import Chooser, matches
from tui.explorer.widgets.cursor_list import CursorList
from tui.messages import say, spoken
from tui.messages.digits import in_digits
from tui.messages.sentences import translate_sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.explorer.screens.explorer import Explorer

_YES: Final = "yes"
_YES_AND_NO: Final = frozenset({_YES, "no"})
_PREVIEWED: Final = 3
"""Values that stand beside a filter's name."""
_ASKED: Final = "✓"
_LEFT_OUT: Final = "−"
_COLUMNS: Final = 24
"""Cells for all values of a scale."""
_BAR: Final = 16
"""Cells for one."""
_LONGEST_SCALE: Final = 240
_ALL: Final = 2**31


class Filters(Chooser):
    """What is meant, what is set, and every filter; one of these leads on to its values.

    With nothing typed, a blank adds a value and stays, and a minus leaves it out.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "add", priority=True),
        Binding("minus", "leave_out", priority=True),
    ]

    def __init__(self, explorer: Explorer) -> None:
        super().__init__(say("filters.title"), say("filters.placeholder"))
        self._explorer = explorer
        self._browser = explorer.browser
        self._within: FilterName | None = None
        self._choices: dict[str, list[FilterChoice]] | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave blank and minus to the field once something is typed, or where they do nothing."""
        if action in ("add", "leave_out"):
            is_value = isinstance(self.chosen_value, FilterChoice)
            return not self.query_one(Input).value and is_value
        return super().check_action(action, parameters)

    def takes_key(self, key: str) -> bool:
        """Blank and minus are commands as long as nothing is typed."""
        return key in ("space", "minus") and bool(self.check_action("add", ()))

    # --- what is listed ------------------------------------------------------------------------

    def lines(self, query: str) -> list[Line]:
        """What is meant and set, then filters; inside one its values; else what was typed."""
        if self._within:
            return self._inside(self._within, query)
        lines = [*self._meant(query), *self._set(query), *self._asked_by_name(query)]
        for is_role, title in ((False, say("filters.all")), (True, say("filters.roles"))):
            offered = [
                line
                for item in self._browser.store.filter_names(spoken())
                if item.is_role == is_role
                for line in self._of_filter(item, query)
            ]
            lines += [Heading(title), *offered] if offered else []
        return lines

    def _meant(self, query: str) -> list[Line]:
        """What a filter may mean that cannot be asked as it is written."""
        remark = self._browser.answer.remark
        if remark is None or not remark.corrections:
            return []
        choices = [
            Choice(each.query, self._browser.label_of(each), each.written, each)
            for each in remark.corrections
        ]
        kept: list[Line] = [each for each in choices if matches(query, each.label, each.aside)]
        return [Heading(translate_sentence(remark.told)), *kept] if kept else []

    def _set(self, query: str) -> list[Line]:
        written = self._browser.store.filters_in(self._browser.question.query)
        choices = [_to_remove(item) for item in written if matches(query, item.text)]
        return [Heading(say("filters.set")), *choices] if choices else []

    def _asked_by_name(self, query: str) -> list[Line]:
        """Yes and no of a filter that is called just as was typed: nothing else need be asked."""
        typed = fold(query.strip())
        found: list[Line] = []
        for item in self._browser.store.filter_names(spoken()) if typed else ():
            values = self._values(item.name)
            is_called_so = typed in (fold(item.label), fold(item.name))
            if is_called_so and values and {value.value for value in values} <= _YES_AND_NO:
                ordered = sorted(values, key=lambda value: value.value != _YES)
                found += [
                    self._to_add(value)._replace(label=f"{item.label}: {value.label}")
                    for value in ordered
                ]
        return [Heading(say("filters.meant")), *found] if found else []

    def _of_filter(self, item: FilterName, query: str) -> list[Line]:
        """A filter with the first of its values, or, once something is typed, those it fits."""
        values = self._values(item.name)
        if not (values or item.is_typed):
            return []
        first = " · ".join(
            f"{value.label} {_count(value)}".rstrip() for value in values[:_PREVIEWED]
        )
        if item.is_scale and values:
            first = _columns(values)
        named = [Choice(f"{item.name}:", item.label, first, item)]
        if not query.strip() or matches(query, item.label, item.name):
            return list(named)
        texts = ((value, (value.label, value.value, item.label)) for value in values)
        return [self._to_add(value) for value, named_so in texts if matches(query, *named_so)]

    def _inside(self, item: FilterName, query: str) -> list[Line]:
        if item.is_scale:
            return self._on_scale(item, query)
        choices = [
            self._to_add(value)
            for value in self._values(item.name)
            if matches(query, value.label, value.value)
        ]
        typed = FilterChoice(item.name, query.strip(), query.strip())
        if not choices and typed.value and self._can_ask(typed):
            choices = [self._to_add(typed)]
        return [Heading(item.label), *choices]

    def _on_scale(self, item: FilterName, query: str) -> list[Line]:
        """The values in their order, each with a bar; and the range that is typed."""
        values = _in_order(self._values(item.name))
        most = max((value.leaves or 0 for value in values), default=0)
        choices = [
            self._to_add(value)._replace(aside=f"{_bar(value, most)} {_count(value):>5}")
            for value in values
            if matches(query, value.value)
        ]
        if value := _range(query):
            typed = FilterChoice(item.name, value, say("filters.range", **_ends(value)))
            choices = [self._to_add(typed._replace(leaves=self._leaves(typed)))]
        return [Heading(item.label), *choices, *([] if query else [Remark(say("filters.ranges"))])]

    def _to_add(self, choice: FilterChoice) -> Choice:
        """A value, with a sign before it where it is asked for or left out."""
        query = self._browser.question.query
        asked, left_out = self._browser.store.values_of(query, choice.name)
        sign = _ASKED if choice.value in asked else _LEFT_OUT if choice.value in left_out else ""
        label = f"{sign} {choice.label}" if sign else choice.label
        return Choice(f"{choice.name}:{choice.value}", label, _count(choice), value=choice)

    def _leaves(self, choice: FilterChoice) -> int:
        """How many records the question leaves with one more filter."""
        question, store = self._browser.question, self._browser.store
        kinds = [question.record_kind] if question.record_kind else None
        with self._browser.reading:
            query = store.with_filter(question.query, choice)
            if self._browser.lists_sources:
                return len(store.search_sources(query))
            return len(store.search(query, kinds=kinds, limit=_ALL))

    def _can_ask(self, choice: FilterChoice) -> bool:
        store = self._browser.store
        with self._browser.reading:
            return store.remark_on(store.with_filter("", choice)) is None

    def nothing(self) -> str:
        """A filter without values leads back; another word may be one of another filter's."""
        return say("filters.no-value") if self._within else say("filters.nothing")

    def _values(self, name: str) -> list[FilterChoice]:
        if self._choices is None:
            question = self._browser.question
            store = self._browser.store
            with self._browser.reading:
                if self._browser.lists_sources:
                    self._choices = store.source_filter_choices(question.query, spoken())
                else:
                    self._choices = store.filter_choices(
                        question.query, question.record_kind, spoken()
                    )
        return self._choices.get(name, [])

    # --- what is done --------------------------------------------------------------------------

    @property
    def chosen_value(self) -> object:
        """What the line under the cursor stands for."""
        shown = self.query_one(CursorList)
        if not shown.listing.entry_count:
            return None
        line = shown.listing.line(shown.listing.lines_of(shown.cursor)[0])
        return line.value if isinstance(line, Choice) else None

    def choose(self, line: Choice | Entry) -> None:
        """Go on to a filter's values, or hand over what was chosen."""
        if isinstance(line, Choice) and isinstance(line.value, FilterName):
            self._go(line.value)
        else:
            self.dismiss(line)

    def action_leave(self) -> None:
        """Back from a filter's values to the filters, and from these to the explorer."""
        if self._within:
            self._go(None)
        else:
            self.dismiss(None)

    def _go(self, within: FilterName | None) -> None:
        self._within = within
        with self.prevent(Input.Changed):
            self.query_one(Input).value = ""
        self.refresh_lines()

    def action_add(self) -> None:
        """Ask for the value under the cursor beside others of its filter, or no more; and stay."""
        self._stay_with(self._browser.store.with_another)

    def action_leave_out(self) -> None:
        """Leave out what the value under the cursor would find, and stay."""
        self._stay_with(self._browser.store.leaving_out)

    def _stay_with(self, narrowed: Callable[[str, FilterChoice], str]) -> None:
        chosen = self.chosen_value
        if not isinstance(chosen, FilterChoice):
            return
        with self._explorer.telling():
            self._explorer.put_query(narrowed(self._browser.question.query, chosen))
        self._choices = None
        if self._within:
            self.query_one(CursorList).show_again(self._listing)
        else:
            self._go(None)


def _in_order(values: Iterable[FilterChoice]) -> list[FilterChoice]:
    return sorted(values, key=lambda value: int(value.value))


def _columns(values: Iterable[FilterChoice]) -> str:
    """All values of a scale in a few cells, its ends named: `2011 ▁▃█▅ 2026`."""
    leaves = {int(value.value): value.leaves or 0 for value in values}
    first, last = min(leaves), max(leaves)
    if last - first >= _LONGEST_SCALE:
        first = last - _LONGEST_SCALE + 1  # what lies long before, lies outside
    drawn = columns([leaves.get(each, 0) for each in range(first, last + 1)], _COLUMNS)
    return in_digits(f"{first} {drawn} {last}", spoken())


def _bar(value: FilterChoice, most: int) -> str:
    return bar(value.leaves or 0, most, _BAR, spoken())


def _range(typed: str) -> str:
    """Two numbers that are typed, whatever stands between them, as a range."""
    numbers = sorted(int(each) for each in re.findall(r"(?<!\d)\d{1,4}(?!\d)", typed))
    return "..".join(map(str, numbers)) if len(numbers) == 2 else ""


def _ends(value: str) -> dict[str, str]:
    first, last = in_digits(value, spoken()).split("..")
    return {"first": first, "last": last}


def _count(choice: FilterChoice) -> str:
    return "" if choice.leaves is None else in_digits(f"{choice.leaves:,}", spoken())


def _to_remove(written: WrittenFilter) -> Choice:
    return Choice(written.text, written.text, say("filters.remove"), written)


def choose_filter(explorer: Explorer) -> None:
    """Ask for a filter and put it into the query, or take one away."""
    store = explorer.browser.store

    def apply(chosen: Choice | Entry | None) -> None:
        query = explorer.browser.question.query
        match chosen:
            case Choice(value=Correction() as meant):
                query = meant.query
            case Choice(value=WrittenFilter() as written):
                query = store.without_filter(query, written)
            case Choice(value=FilterChoice() as choice):
                query = store.with_filter(query, choice)
            case _:
                return
        with explorer.telling():
            explorer.put_query(query)

    explorer.app.push_screen(Filters(explorer), apply)
