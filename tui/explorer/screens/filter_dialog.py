"""Choosing filters, which go into the query: all there are, with what each would leave."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.widgets import Input

from store.model.questions import Correction, FilterChoice, FilterName, WrittenFilter
from tui.explorer.drawing.listing import Choice, Entry, Heading, Line
from tui.explorer.screens.chooser_dialog import Chooser, matches
from tui.explorer.widgets.cursor_list import CursorList
from tui.messages import say, spoken
from tui.messages.digits import in_digits
from tui.messages.sentences import translate_sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.explorer.screens.explorer import Explorer

_PREVIEWED: Final = 3
"""Values that stand beside a filter's name."""


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

    # --- what is listed ------------------------------------------------------------------------

    def lines(self, query: str) -> list[Line]:
        """What is meant and set, then filters; inside one its values; else what was typed."""
        if self._within:
            return self._inside(self._within, query)
        lines = [*self._meant(query), *self._set(query)]
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

    def _of_filter(self, item: FilterName, query: str) -> list[Line]:
        """A filter with the first of its values, or, once something is typed, those it fits."""
        values = self._values(item.name)
        if not (values or item.is_typed):
            return []
        first = " · ".join(f"{value.label} {_count(value)}" for value in values[:_PREVIEWED])
        named = [Choice(f"{item.name}:", item.label, first, item)]
        if not query.strip() or matches(query, item.label, item.name):
            return list(named)
        texts = ((value, (value.label, value.value, item.label)) for value in values)
        return [_to_add(value) for value, named_so in texts if matches(query, *named_so)]

    def _inside(self, item: FilterName, query: str) -> list[Line]:
        choices = [
            _to_add(value)
            for value in self._values(item.name)
            if matches(query, value.label, value.value)
        ]
        typed = FilterChoice(item.name, query.strip(), query.strip())
        if not choices and typed.value and self._can_ask(typed):
            choices = [_to_add(typed)]
        return [Heading(item.label), *choices]

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
            with self._browser.reading:
                self._choices = self._browser.store.filter_choices(
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
        """Narrow by the value under the cursor, and stay."""
        self._stay_with(self._browser.store.with_filter)

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
        self._go(None)


def _count(choice: FilterChoice) -> str:
    return "" if choice.leaves is None else in_digits(f"{choice.leaves:,}", spoken())


def _to_add(choice: FilterChoice) -> Choice:
    return Choice(f"{choice.name}:{choice.value}", choice.label, _count(choice), value=choice)


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
