"""The main screen: list, detail and relations side by side, always in step."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from threading import Lock
from typing import ClassVar, Final, Protocol

from textual import events, getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget

from store.errors import MasaratError
from store.reading import Order
from store.records import Record, Related, Source
from store.store import Store
from store.vocabulary import KINDS, Kind
from tui.bidi import logical_copy, visual
from tui.commands import COMMANDS, bindings, keys_of
from tui.finding import Answer, answer
from tui.history import History, Place, Question
from tui.messages import say, spoken
from tui.panes.cursor_list import CursorList
from tui.panes.detail import Detail
from tui.panes.footer import Footer, Hint
from tui.panes.kind_tabs import KindTabs
from tui.panes.listing import EMPTY
from tui.panes.pane import Pane
from tui.panes.record_text import Shown
from tui.panes.relations import relations_listing
from tui.panes.search_box import SearchBox
from tui.state import State

_ORDERS: Final[tuple[Order, ...]] = ("name", "date", "links", "newest")
_BETWEEN_SHOWS: Final = 0.05
"""Seconds between two records shown while a key repeats: the list moves on, the rest follows."""
_SLOW: Final = 0.1
"""Seconds after which a quiet mark says that an answer is being looked for."""
_THREE_PANES: Final = 100
_TWO_PANES: Final = 60


class Program(Protocol):
    """What the explorer asks of the program around it."""

    def switch_language(self) -> None:
        """Change the interface's language."""

    def leave(self) -> None:
        """Keep the state and end."""


class Explorer(Screen[None]):
    """Routes between the panes, and offers the commands what they do."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings()]

    search_box = getters.query_one(SearchBox)
    tabs = getters.query_one(KindTabs)
    list = getters.query_one("#list", CursorList)
    detail = getters.query_one("#detail", Detail)
    relations = getters.query_one("#relations", CursorList)
    footer = getters.query_one(Footer)

    def __init__(
        self, store: Store, program: Program, state: State, keys: dict[str, tuple[str, ...]]
    ) -> None:
        """Explore `store` from where `state` left off.

        Args:
            store: serves one thread at a time.
            program: switches the language and leaves.
            state: where the user left off.
            keys: chosen by the user, by command id.
        """
        super().__init__()
        self.store = store
        self.program = program
        self.reading = Lock()
        """Held while the store is read: it serves one thread at a time."""
        self.history = History()
        self.record: Record | None = None
        """The record that is shown."""
        self.related: Sequence[Related] = ()
        self.keys = keys
        self.answer = Answer(_question_of(state), EMPTY)
        self._start_key = state.record
        self.sources: dict[str, Source] = {}
        """Those cited by the records shown so far, by key."""
        self._before_search: tuple[Answer, str] | None = None
        self._asked: Question | None = None
        self._answering = False
        self._pane: Widget | None = None
        self._to_show = ""
        self._show_timer: Timer | None = None

    # --- layout --------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Search box, tabs, three panes, footer."""
        yield SearchBox(id="search")
        yield KindTabs(id="tabs")
        with Horizontal(id="panes"):
            yield CursorList(id="list")
            yield Detail(id="detail")
            yield CursorList(id="relations")
        yield Footer(id="footer")

    def on_mount(self) -> None:
        """Show where the user was, or the first record."""
        self._pane = self.list
        self.list.focus()
        self.mirror()
        self.search_box.write(self.question.query)
        with self.telling():
            self._answer_now(self.question, self._start_key)
        self.history.stand(self.place)

    def on_resize(self, event: events.Resize) -> None:
        """Show as many panes as there is room for."""
        self._arrange(event.size.width)

    def _arrange(self, width: int) -> None:
        panes: tuple[Widget, ...] = (self.list, self.detail, self.relations)
        if width >= _THREE_PANES:
            shown = panes
        elif width >= _TWO_PANES:
            beside = self.relations if self._pane is self.relations else self.detail
            shown = (self.list, beside)
        else:
            shown = (self._pane or self.list,)
        for pane in panes:
            pane.display = pane in shown

    def mirror(self) -> None:
        """Lay the parts out in the reading direction of the interface, and use its words."""
        right_to_left = spoken() == "ar"
        self.set_class(right_to_left, "-right-to-left")
        panes = self.query_one("#panes")
        first = panes.children[0]
        if (first is self.relations) != right_to_left:
            order = [*reversed(panes.children)]
            panes.sort_children(key=order.index)
            parts = [*reversed(self.search_box.children)]
            self.search_box.sort_children(key=parts.index)
        for pane in (self.list, self.detail, self.relations):
            pane.styles.border_title_align = "right" if right_to_left else "left"
            pane.styles.border_subtitle_align = "left" if right_to_left else "right"
        self.search_box.speak()

    # --- panes and focus -----------------------------------------------------------------------

    @property
    def pane(self) -> Pane:
        """The pane that commands move: the list while something is typed."""
        pane = self._pane
        return pane if isinstance(pane, CursorList | Detail) else self.list

    @property
    def is_searching(self) -> bool:
        """The search field has the focus."""
        return self.focused is self.search_box.field

    def focus_pane(self, step: int, *, around: bool = False) -> None:
        """Go to the next pane in reading order, or to the one before.

        Args:
            step: 1 or -1.
            around: from the last pane on to the first.
        """
        panes: list[Widget] = [self.list, self.detail, self.relations]
        at = panes.index(self._pane) + step if self._pane in panes else 0
        self.enter_pane(panes[at % 3 if around else max(0, min(at, 2))])

    def enter_pane(self, pane: Widget) -> None:
        """Give a pane the focus, showing it where there was no room for it."""
        self._pane = pane
        self._arrange(self.size.width)
        self.set_focus(pane)

    @on(events.DescendantFocus)
    def _note_focus(self, event: events.DescendantFocus) -> None:
        if event.widget in (self.list, self.detail, self.relations):
            self._pane = event.widget
            self._leave_search()
        elif event.widget is self.search_box.field:
            self._pane = self.list
            self._arrange(self.size.width)
            if self._before_search is None:
                self._before_search = (self.answer, self.key)
        self.show_hints()

    # --- commands ------------------------------------------------------------------------------

    def action_command(self, name: str) -> None:
        """Run a command, or say why it cannot be done now."""
        command = COMMANDS[name]
        if obstacle := command.obstacle(self):
            self.app.notify(obstacle, markup=False, timeout=3)
            return
        with self.telling():
            command.run(self)
        self.show_hints()

    @on(Footer.Pressed)
    def _run_pressed(self, event: Footer.Pressed) -> None:
        self.action_command(event.command)

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Tell the user in a sentence when something goes wrong that is not the program's fault."""
        try:
            yield
        except (MasaratError, OSError) as error:
            self.app.notify(str(error), severity="error", markup=False, timeout=10)

    @on(CursorList.Failed)
    def _tell_failure(self, event: CursorList.Failed) -> None:
        self.app.notify(str(event.error), severity="error", markup=False, timeout=10)

    def show_hints(self) -> None:
        """Bring the footer up to date."""
        right_to_left = spoken() == "ar"
        if self.is_searching:
            keys = ("enter", "keep"), ("escape", "restore"), ("down", "move")
            self.footer.show([Hint("", key, say(f"search.{name}")) for key, name in keys])
            return
        hints = []
        for command in COMMANDS.values():
            keys_now = keys_of(command, self.keys, right_to_left=right_to_left)
            if command.in_footer and keys_now:
                possible = not command.obstacle(self)
                hints.append(Hint(command.id, keys_now[0], command.label(), possible))
        self.footer.show(hints)

    # --- asking --------------------------------------------------------------------------------

    @property
    def question(self) -> Question:
        """What the list answers."""
        return self.answer.question

    def ask(self, question: Question) -> None:
        """Put a question; of several put while one is being answered, only the last is."""
        self._asked = question
        if not self._answering:
            self._answering = True
            self._answer_asked()

    @work
    async def _answer_asked(self) -> None:
        slow = self.set_timer(_SLOW, lambda: self.search_box.tell("…"))
        while (question := self._asked) is not None:
            with self.telling():
                found = await asyncio.to_thread(
                    answer, self.store, question, spoken(), self.reading
                )
                if self._asked is question:
                    self._show_answer(found)
            if self._asked is question:
                self._asked = None
        self._answering = False
        slow.stop()

    def _answer_now(self, question: Question, key: str = "") -> None:
        self._asked = None
        self._show_answer(answer(self.store, question, spoken(), self.reading), key)

    def _show_answer(self, found: Answer, key: str = "") -> None:
        """Show what was found with the cursor on a record, else on the best hit or where it was."""
        same_question = found.question.query == self.question.query
        if not key and (same_question or not found.question.query):
            key = self.key
        self.answer = found
        cursor = (found.listing.position(key) if key else None) or 0
        self.list.show(found.listing, cursor)
        self._describe_answer()
        self.show_record(self.list.selected_key)

    def _describe_answer(self) -> None:
        found = self.answer
        count = found.listing.entry_count
        if found.question.query:
            names, texts = (
                say("search.names", count=found.names),
                say("search.texts", count=found.texts),
            )
            told = say("search.found", names=names, texts=texts) if count else say("search.nothing")
        else:
            told = say("list.records", count=count)
        self.search_box.tell(told)
        with self.reading:
            counts = self.store.counts()
        order = "ranked" if found.question.query else found.question.order
        self.tabs.show(counts, found.question.kind, say(f"order.{order}"))
        self._describe_place()

    def _describe_place(self) -> None:
        count = self.list.listing.entry_count
        place = say("list.place", place=self.list.cursor + 1, total=count) if count else ""
        self.list.border_subtitle = visual(place)

    # --- showing -------------------------------------------------------------------------------

    @property
    def key(self) -> str:
        """Key of the record that is shown, empty for none."""
        return self.record.key if self.record else ""

    @property
    def place(self) -> Place:
        """Where the user is."""
        return Place(self.key, self.question)

    def show_record(self, key: str) -> None:
        """Show a record in the detail and its relations, leaving the list as it is."""
        with self.telling():
            self.record, self.related = None, ()
            sources: dict[str, Source] = {}
            if key:
                with self.reading:
                    self.record = self.store.get(key)
                    self.related = self.store.related(key)
                    sources = self._cited(self.record)
            self.detail.show(
                Shown(self.record, sources) if self.record else None, self.answer.marks
            )
        self.relations.show(relations_listing(self.related, spoken()))
        self._title_panes()
        self.show_hints()

    def _cited(self, record: Record) -> dict[str, Source]:
        for cited in record.every_citation():
            if cited.source not in self.sources:
                self.sources[cited.source] = self.store.source(cited.source)
        return self.sources

    def _title_panes(self) -> None:
        self.list.border_title = visual(say("list.title"))
        kind = self.record and getattr(KINDS[self.record.kind], spoken()).capitalize()
        self.detail.border_title = visual(kind or say("detail.title"))
        self.relations.border_title = visual(say("relations.title", count=len(self.related)))

    @on(CursorList.Moved, "#list")
    def _follow_cursor(self, event: CursorList.Moved) -> None:
        self._describe_place()
        self._to_show = event.key
        if self._show_timer is None:
            self._show_latest()
            self._show_timer = self.set_timer(_BETWEEN_SHOWS, self._show_rest)

    def _show_rest(self) -> None:
        self._show_timer = None
        self._show_latest()

    def _show_latest(self) -> None:
        key, self._to_show = self._to_show, ""
        if key and key != self.key:
            self.show_record(key)

    # --- going ---------------------------------------------------------------------------------

    def go_to(self, key: str) -> None:
        """Go on to a record; the list shows all records when it does not hold that one."""
        leaving = self.place
        held = self.list.listing.position(key) is not None
        self.stand_at(Place(key, self.question if held else Question(order=self.question.order)))
        self.history.step(leaving, self.place)

    def stand_at(self, place: Place) -> None:
        """Show a record in the answer to a question."""
        if place.question != self.question:
            self.search_box.write(place.question.query)
            self._answer_now(place.question, place.key)
            return
        self.list.show(self.list.listing, self.list.listing.position(place.key) or 0)
        self._describe_place()
        self.show_record(place.key)

    def go_back(self) -> None:
        """Return to the place before."""
        self.history.stand(self.place)
        self.stand_at(self.history.back())

    def go_forward(self) -> None:
        """Go to the place that was left by going back."""
        self.history.stand(self.place)
        self.stand_at(self.history.forward())

    def open_selected(self) -> None:
        """Read the record under the cursor, or follow the relation."""
        if self._pane is not self.relations:
            self.enter_pane(self.detail)
            return
        self.go_to(self.relations.selected_key)
        if self.size.width < _THREE_PANES:
            self.enter_pane(self.detail)

    @on(CursorList.Opened)
    def _open_clicked(self, event: CursorList.Opened) -> None:
        with self.telling():
            self._pane = event.list
            self.open_selected()
        self.show_hints()

    # --- finding -------------------------------------------------------------------------------

    def open_search(self) -> None:
        """Begin to type what to look for; what is there is replaced by typing."""
        self.set_focus(self.search_box.field)
        self.search_box.field.select_all()

    @on(SearchBox.Changed)
    def _ask_typed(self, event: SearchBox.Changed) -> None:
        self.ask(self.question.asking(event.query))

    @on(SearchBox.Kept)
    def _keep_found(self) -> None:
        self.enter_pane(self.list)

    def _leave_search(self) -> None:
        """Whoever goes on to a pane keeps what was found; the way back leads to before it."""
        before, self._before_search = self._before_search, None
        if before and before[0].question != self.question:
            self.history.step(Place(before[1], before[0].question), self.place)

    def clear_question(self) -> None:
        """Leave the search as it was before; outside it, show all records again."""
        if not self._before_search:
            self.stand_at(Place(self.key, Question(order=self.question.order)))
            return
        self.answer, key = self._before_search
        self._before_search = self._asked = None
        self.search_box.write(self.question.query)
        self.list.show(self.answer.listing, self.answer.listing.position(key) or 0)
        self._describe_answer()
        self.show_record(key)
        self.enter_pane(self.list)

    def put_query(self, query: str) -> None:
        """Look for something that was not typed: a filter that was chosen."""
        leaving = self.place
        self.search_box.write(query)
        self._answer_now(self.question.asking(query))
        self.history.step(leaving, self.place)

    def show_kind(self, kind: Kind | None) -> None:
        """List one kind, or all."""
        self._answer_now(self.question.about(kind), self.key)

    @on(KindTabs.Chosen)
    def _show_pressed_kind(self, event: KindTabs.Chosen) -> None:
        with self.telling():
            self.show_kind(event.kind)

    @on(KindTabs.OrderPressed)
    def _sort_pressed(self) -> None:
        self.action_command("sort")

    def sort_next(self) -> None:
        """Put the list into the next order, keeping the record."""
        order = _ORDERS[(_ORDERS.index(self.question.order) + 1) % len(_ORDERS)]
        self._answer_now(replace(self.question, order=order), self.key)

    # --- using ---------------------------------------------------------------------------------

    @property
    def shown(self) -> Shown | None:
        """The record that is shown with the sources it cites."""
        return Shown(self.record, self.sources) if self.record else None

    @property
    def lists_everything(self) -> bool:
        """The list holds all records there are."""
        return not (self.question.query.strip() or self.question.kind)

    def copy(self, text: str, what: str) -> None:
        """Hand a text to the terminal's clipboard, and say what it was."""
        self.app.copy_to_clipboard(logical_copy(text))
        self.app.notify(what, markup=False, timeout=3)

    # --- the interface -------------------------------------------------------------------------

    def speak_again(self) -> None:
        """Show everything again after a change of language, in the same place."""
        self.mirror()
        with self.telling():
            self._answer_now(self.question, self.key)

    @property
    def state(self) -> State:
        """What to remember until the next start; theme and language are the program's."""
        question = self.question
        return State(self.key, question.query, question.kind or "", question.order)


def _question_of(state: State) -> Question:
    kind = next((kind for kind in KINDS if kind == state.kind), None)
    order = next((order for order in _ORDERS if order == state.order), _ORDERS[0])
    return Question(state.query, kind, order)
