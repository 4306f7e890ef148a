"""The main screen: list, detail and relations side by side, always in step."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, Protocol

from textual import events, on, work
from textual.timer import Timer

from store.errors import MasaratError
from store.model.vocabulary import KINDS, Kind
from store.text.printable import printable
from tui.bidi import visual
from tui.explorer.browsing.answer import Answer
from tui.explorer.browsing.browser import Browser
from tui.explorer.browsing.history import Place, Question
from tui.explorer.panes.cursor_list import CursorList
from tui.explorer.panes.kind_tabs import KindTabs
from tui.explorer.panes.relations import relations_listing
from tui.explorer.panes.search_box import SearchBox
from tui.explorer.screens.three_panes import ThreePanes
from tui.messages import say, spoken
from tui.messages.sentences import translate_sentence

_BETWEEN_SHOWS: Final = 0.05
"""Seconds between two records shown while a key repeats: the list moves on, the rest follows."""
_BEFORE_NAMES: Final = 0.03
"""Seconds that a search in the text may take before the names that were found are shown alone."""
_SLOW: Final = 0.1
"""Seconds after which a quiet mark says that an answer is being looked for."""


class Program(Protocol):
    """What the explorer asks of the program around it."""

    def switch_language(self) -> None:
        """Change the interface's language."""

    def leave(self) -> None:
        """Keep the state and end."""


class Explorer(ThreePanes):
    """Routes between the panes, and offers the commands what they do."""

    AUTO_FOCUS = "#list"

    def __init__(
        self, browser: Browser, program: Program, start: str, keys: dict[str, tuple[str, ...]]
    ) -> None:
        """Explore a store.

        Args:
            browser: reads it.
            program: switches the language and leaves.
            start: key of the record to show first, the list's first one if it has none.
            keys: chosen by the user, by command id.
        """
        super().__init__()
        self.browser = browser
        self.program = program
        self.keys = keys
        self._start = start
        self._before_search: tuple[Answer, str] | None = None
        self._asked: Question | None = None
        self._answering = False
        self._is_started = False
        self._to_show = ""
        self._show_timer: Timer | None = None

    def on_mount(self) -> None:
        """List what the user had listed; the record follows when the list is on screen."""
        self.mirror()
        self.search_box.complete_with(self.browser.complete)
        self.search_box.write(self.browser.question.query)
        with self.telling():
            self.browser.count()
            self._list(self.browser.find(self.browser.question), self._start)
        self._title_panes()
        self.call_after_refresh(self._show_start)

    def _show_start(self) -> None:
        self.show_record(self.record_list.selected_key)
        self.browser.history.stand(self.browser.place)
        self._is_started = True

    @on(events.DescendantFocus)
    def _note_focus(self, event: events.DescendantFocus) -> None:
        if event.widget in self.panes:
            self.note_entered(event.widget)
            self._leave_search()
        elif event.widget is self.search_box.field:
            self.note_entered(self.record_list)
            if self._before_search is None:
                self._before_search = (self.browser.answer, self.browser.key)
        self.show_hints()

    # Commands stand above this room: `CommandedExplorer` gives the next two their meaning.

    def action_command(self, name: str) -> None:
        """Run a command, or say why it cannot be done now."""

    def show_hints(self) -> None:
        """Bring the footer up to date."""

    def take_up_shown(self) -> None:
        """Show the record under the cursor at once: the list may be ahead of the other panes."""
        self._show_latest()

    # --- failures ------------------------------------------------------------------------------

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Tell the user in a sentence when something goes wrong that is not the program's fault."""
        try:
            yield
        except (MasaratError, OSError) as error:
            sentence = (
                translate_sentence(error.sentence)
                if isinstance(error, MasaratError)
                else str(error)
            )
            self.app.notify(printable(sentence), severity="error", markup=False, timeout=10)

    @on(CursorList.Failed)
    def _tell_failure(self, event: CursorList.Failed) -> None:
        sentence = printable(translate_sentence(event.error.sentence))
        self.app.notify(sentence, severity="error", markup=False, timeout=10)

    # --- asking --------------------------------------------------------------------------------

    @property
    def is_busy(self) -> bool:
        """An answer is being looked for, or a record is about to be shown."""
        return self._answering or self._show_timer is not None or not self._is_started

    def ask(self, question: Question) -> None:
        """Put a question; of several put while one is being answered, only the last is."""
        self._asked = question
        if not self._answering:
            self._answering = True
            self._answer_asked()

    @work
    async def _answer_asked(self) -> None:
        loop = asyncio.get_running_loop()

        def show_names(names: Answer) -> None:
            # Called in the search's thread.
            asyncio.run_coroutine_threadsafe(self._show_names(names), loop)

        slow = self.set_timer(_SLOW, lambda: self.search_box.tell("…"))
        while (question := self._asked) is not None:
            with self.telling():
                found = await asyncio.to_thread(self.browser.find, question, show_names)
                if self._asked is question:
                    self._show_answer(found)
            if self._asked is question:
                self._asked = None
        self._answering = False
        slow.stop()

    async def _show_names(self, names: Answer) -> None:
        """Show names while the text is searched, unless that is done before there is a need to."""
        await asyncio.sleep(_BEFORE_NAMES)
        if self._asked is names.question:
            # Not the record: reading it would have to wait for the search.
            self._list(names, "")
            self.search_box.tell("…")

    def _answer_now(self, question: Question, key: str = "") -> None:
        self._asked = None
        self._show_answer(self.browser.find(question), key)

    def _show_answer(self, found: Answer, key: str = "") -> None:
        """Show what was found with the cursor on a record, else on the best hit or where it was."""
        self._list(found, key)
        self.show_record(self.record_list.selected_key)

    def _list(self, found: Answer, key: str) -> None:
        if not key and not found.question.query:
            key = self.browser.key
        self.browser.answer = found
        cursor = (found.listing.position(key) if key else None) or 0
        self.record_list.show(found.listing, cursor)
        self._describe_answer()

    def _describe_answer(self) -> None:
        found = self.browser.answer
        self.search_box.tell(found.in_words)
        order = "ranked" if found.question.query else found.question.order
        self.tabs.show(self.browser.counts, found.question.kind, say(f"order.{order}"))
        self._describe_place()

    def _describe_place(self) -> None:
        count = self.record_list.listing.entry_count
        place = say("list.place", place=self.record_list.cursor + 1, total=count) if count else ""
        self.record_list.border_subtitle = visual(place)

    # --- showing -------------------------------------------------------------------------------

    def show_record(self, key: str) -> None:
        """Show a record in the detail and its relations, leaving the list as it is."""
        with self.telling():
            self.browser.read(key)
        self.detail.show(self.browser.shown, self.browser.answer.marks)
        self.relations.show(relations_listing(self.browser.related, spoken()))
        self._title_panes()
        self.show_hints()

    def _title_panes(self) -> None:
        record = self.browser.record
        kind = getattr(KINDS[record.kind], spoken()).capitalize() if record else ""
        relations = say("relations.title", count=len(self.browser.related))
        self.entitle(say("list.title"), kind or say("detail.title"), relations)

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
        if key and key != self.browser.key:
            self.show_record(key)

    # --- going ---------------------------------------------------------------------------------

    @property
    def place(self) -> Place:
        """Where the user is: what the browser knows of it, and where on the screen."""
        pane, relation = self.pane.id or "", self.relations.cursor
        return self.browser.place._replace(pane=pane, relation=relation)

    def go_to(self, key: str) -> None:
        """Go on to a record; the list shows all records when it does not hold that one."""
        leaving = self.place
        self.stand_at(self.browser.place_of(key))
        self.browser.history.step(leaving, self.browser.place)

    def stand_at(self, place: Place) -> None:
        """Show a record in the answer to a question."""
        if place.question != self.browser.question:
            self.search_box.write(place.question.query)
            self._answer_now(place.question, place.key)
            return
        self.record_list.show(
            self.record_list.listing, self.record_list.listing.position(place.key) or 0
        )
        self._describe_place()
        self.show_record(place.key)

    def go_back(self) -> None:
        """Return to the place before."""
        self.browser.history.stand(self.place)
        self._return_to(self.browser.history.back())

    def go_forward(self) -> None:
        """Go to the place that was left by going back."""
        self.browser.history.stand(self.place)
        self._return_to(self.browser.history.forward())

    def _return_to(self, place: Place) -> None:
        self.stand_at(place)
        self.relations.show(self.relations.listing, place.relation)
        for pane in self.panes:
            if pane.id == place.pane:
                self.enter_pane(pane)

    def open_selected(self) -> None:
        """Read the record under the cursor, or follow the relation."""
        if self.pane is not self.relations:
            self._show_latest()
            self.enter_pane(self.detail)
            return
        self.go_to(self.relations.selected_key)
        if not self.shows_all_panes:
            self.enter_pane(self.detail)

    @on(CursorList.Opened)
    def _open_clicked(self, event: CursorList.Opened) -> None:
        with self.telling():
            self.note_entered(event.list)
            self.open_selected()
        self.show_hints()

    # --- finding -------------------------------------------------------------------------------

    def open_search(self) -> None:
        """Begin to type what to look for; what is there is replaced by typing."""
        self.set_focus(self.search_box.field)
        self.search_box.field.select_all()

    @on(SearchBox.Changed)
    def _ask_typed(self, event: SearchBox.Changed) -> None:
        self.ask(self.browser.question.asking(event.query))

    @on(SearchBox.Kept)
    def _keep_found(self) -> None:
        self.enter_pane(self.record_list)

    def _leave_search(self) -> None:
        """Whoever goes on to a pane keeps what was found; the way back leads to before it."""
        before, self._before_search = self._before_search, None
        if before and before[0].question != self.browser.question:
            self.browser.history.step(Place(before[1], before[0].question), self.browser.place)

    def turn_mark(self) -> None:
        """Mark the record that is shown, or take its mark away; lists show a star before it."""
        self.browser.turn_mark()
        self._answer_now(self.browser.question, self.browser.key)

    def clear_question(self) -> None:
        """Leave the search as it was before; outside it, show all records again."""
        if not self._before_search:
            self.stand_at(Place(self.browser.key, self.browser.everything))
            return
        self.browser.answer, key = self._before_search
        self._before_search = self._asked = None
        self.search_box.write(self.browser.question.query)
        self.record_list.show(
            self.browser.answer.listing, self.browser.answer.listing.position(key) or 0
        )
        self._describe_answer()
        self.show_record(key)
        self.enter_pane(self.record_list)

    def put_query(self, query: str) -> None:
        """Look for something that was not typed: a filter that was chosen."""
        leaving = self.place
        self.search_box.write(query)
        self._answer_now(self.browser.question.asking(query))
        self.browser.history.step(leaving, self.browser.place)

    def show_kind(self, kind: Kind | None) -> None:
        """List one kind, or all."""
        self._answer_now(self.browser.question.about(kind), self.browser.key)

    @on(KindTabs.Chosen)
    def _show_pressed_kind(self, event: KindTabs.Chosen) -> None:
        with self.telling():
            self.show_kind(event.kind)

    def sort_next(self) -> None:
        """Put the list into the next order, keeping the record."""
        self._answer_now(self.browser.in_next_order, self.browser.key)

    # --- using ---------------------------------------------------------------------------------

    def copy(self, text: str, what: str) -> None:
        """Hand a text to the terminal's clipboard, and say what it was."""
        self.app.copy_to_clipboard(text)
        self.app.notify(what, markup=False, timeout=3)

    # --- the interface -------------------------------------------------------------------------

    def speak_again(self) -> None:
        """Show everything again after a change of language, in the same place."""
        self.mirror()
        with self.telling():
            self._answer_now(self.browser.question, self.browser.key)
