"""The main screen: the user asks, and goes from record to record, with all panes in step."""

from __future__ import annotations

from typing import ClassVar, Protocol

from textual import events, on
from textual.timer import Timer
from textual.widget import Widget

from store.model.records import Record
from store.tuples import NamedTuple
from tui.config import Setting
from tui.explorer.browsing.answer import Answer
from tui.explorer.browsing.browser import Browser
from tui.explorer.browsing.history import History, Place
from tui.explorer.drawing.listing import ListedKind, source_address, source_key
from tui.explorer.panes.overview import OVERVIEW, OverviewPane
from tui.explorer.panes.pane import Pane
from tui.explorer.screens.claims.pointing import Pointing
from tui.explorer.screens.finding.inside import FindsInside
from tui.explorer.screens.marking.marking import Marking
from tui.explorer.widgets.cursor_list import CursorList
from tui.explorer.widgets.filter_line import FilterLine
from tui.explorer.widgets.kind_tabs import KindTabs
from tui.explorer.widgets.search_box import SearchBox
from tui.saved_searches import SavedSearches, saved_searches_file
from tui.searches import Searches


class Program(Protocol):
    """What the explorer asks of the program around it."""

    def switch_language(self) -> None:
        """Change the interface's language."""

    def leave(self) -> None:
        """Keep the state and end."""

    def hear_keys(self) -> None:
        """Take what was typed meanwhile, and all that will be."""

    @property
    def holds_back(self) -> bool:
        """Whether what is drawn is not written yet, or will not be."""

    @property
    def has_mouse(self) -> bool:
        """Whether clicks come here; else the mouse is the terminal's."""

    def use_mouse(self, *, wanted: bool) -> None:
        """Take the mouse from the terminal, or leave it to it."""

    def value_of(self, setting: str) -> str:
        """The value that a setting has now; empty where nothing was chosen that has no default."""

    def values_of(self, setting: Setting) -> tuple[str, ...]:
        """What can be chosen for a setting; empty for no choice of one's own."""

    def change_setting(self, name: str, value: str) -> None:
        """Follow a setting as far as that can be done now, and write it down."""


class _BeforeSearch(NamedTuple):
    """What `Escape` brings back."""

    answer: Answer
    key: str
    pane: str = ""
    """The overview's id, where that was shown instead of a record."""
    is_old: bool = False
    """Somebody has changed the store since."""


class Explorer(Pointing, Marking, FindsInside):
    """Routes between the panes, and offers the commands what they do."""

    AUTO_FOCUS = "#list"
    seconds_between_looks: ClassVar[float] = 0.5
    """Between two looks whether somebody else has changed the store."""

    def __init__(
        self,
        browser: Browser,
        program: Program,
        start: str,
        keys: dict[str, tuple[str, ...]],
        searches: Searches | None = None,
    ) -> None:
        """Explore a store.

        Args:
            browser: reads it.
            program: switches the language and leaves.
            start: key of the record to show first, the list's first one if it has none.
            keys: chosen by the user, by command id.
            searches: the earlier ones, to which new ones come.
        """
        super().__init__(browser)
        self.searches = searches or Searches()
        self.saved = SavedSearches(saved_searches_file())
        """The searches that have a name."""
        self.program = program
        self.keys = keys
        self._start = start
        self.is_started = False
        """The first record is shown; before that, the state is what it was."""
        self.kept_to_compare: Record | None = None
        """The first of two records, which waits for the second."""
        self._before_search: _BeforeSearch | None = None
        self._getting_ready: Timer | None = None
        self._has_searched = False
        self.begins_with = ""
        """Id of the command that is run once it stands."""

    def on_mount(self) -> None:
        """List what the user had listed; the record follows when the list is on screen."""
        self.fit_panes(self.app.size.width)
        self.mirror()
        self.search_box.complete_with(self.browser.complete)
        self.search_box.recall(self.searches)
        self.search_box.write(self.browser.question.query)
        with self.telling():
            self.browser.has_changed()
            self._list_start()
        self.entitle_panes()
        self.call_after_refresh(self._show_start)

    def _list_start(self) -> None:
        self.browser.count()
        question = self.browser.question
        if source_key(self._start) and not question.query:
            question = question.about("source")
        self.list_answer(self.browser.find(question), self._start)

    def _show_start(self) -> None:
        if not self.is_attached:
            return  # the explorer is being left
        with self.telling():
            if self.starts_at_a_place and any(self.browser.counts.values()):
                self.show_record(self.record_list.selected_key)
            else:
                self.show_overview()
            self.browser.history.stand(self.browser.place)
            self.ready_to_find()
            self.is_started = True
        if self.begins_with:
            self.action_command(self.begins_with)
        self.program.hear_keys()
        # The app's: Textual draws all anew where a screen below a dialog is awoken.
        self.app.set_interval(self.seconds_between_looks, self.store_watch.look)
        self._begin_to_get_ready()

    def _begin_to_get_ready(self) -> None:
        if self._getting_ready:
            self._getting_ready.stop()
        self._getting_ready = self.app.set_interval(self.seconds_between_looks / 8, self._get_ready)

    def _get_ready(self) -> None:
        """Make searches quick, little by little while nothing is asked and nothing lies over it."""
        names, is_asked = self._has_searched, self.latest.is_answering
        if (
            not is_asked
            and self.is_active
            and self.browser.get_ready(names=names)
            and self._getting_ready
        ):
            self._getting_ready.stop()

    @property
    def starts_at_a_place(self) -> bool:
        """There is a record or a question that was left off at."""
        return bool(self._start) or not self.browser.lists_everything

    @property
    def can_stand_as_at_start(self) -> bool:
        """The next start will show a record or a source, and not the overview."""
        return self.is_started and bool(self.browser.key)

    def stand_as_at_start(self) -> None:
        """Show what the next start will: the place that is remembered, and nothing else.

        Raises:
            store.errors.StoreError: the store cannot be read.
        """
        self.end_find()
        self.latest.drop()
        self.is_zoomed, self._before_search = False, None
        self.kept_to_compare, self.browser.history = None, History()
        self._start = self.browser.state.record
        self.enter_pane(self.record_list)
        self.record_list.forget_place()
        self._list_start()
        self.show_record(self.record_list.selected_key)
        self.browser.history.stand(self.browser.place)
        self.search_box.write(self.browser.question.query)
        self.detail.move_to_start()
        self.relations.put_cursor(0)
        self.entitle_panes()
        self.show_hints()

    @property
    def is_busy(self) -> bool:
        """An answer is being looked for, or a record is about to be shown."""
        return self.latest.is_answering or self.is_behind_list or not self.is_started

    def speak_again(self) -> None:
        """Show everything again after a change of language, in the same place."""
        self.end_find()
        self.mirror()
        with self.telling():
            if self.shows_overview:
                self.list_answer(self.browser.find(self.browser.question))
                self.show_overview()
            else:
                self.answer_now(self.browser.question, self.browser.key)

    def moved_widget(self) -> Widget | None:
        """The list, while it is moved from the search box."""
        return self.record_list if self.is_searching and self.search_box.field.moves_list else None

    # --- what commands, which stand above this room, give a meaning -----------------------------

    def action_command(self, name: str) -> None:
        """Run a command, or say why it cannot be done now."""

    def step_tour(self) -> None:
        """Begin the tour, or go on to its next step."""

    def open_sources(self) -> None:
        """List the sources of the record that is shown."""

    def open_source(self, key: str) -> None:
        """Go on to the page of a source."""
        self.open_record(source_address(key))

    def open_citing(self) -> None:
        """Go on to the records that cite the source that is shown."""
        self.enter_pane(self.relations)

    # --- narrowing -----------------------------------------------------------------------------

    def show_kind(self, kind: ListedKind | None) -> None:
        """List one kind, all, or sources."""
        self.answer_now(self.browser.question.about(kind), self.browser.key)

    @on(KindTabs.Chosen)
    def _show_pressed_kind(self, event: KindTabs.Chosen) -> None:
        with self.telling():
            self.show_kind(event.kind)

    def sort_next(self) -> None:
        """Put the list into the next order, keeping the record."""
        self.answer_now(self.browser.in_next_order, self.browser.key)

    def put_query(self, query: str) -> None:
        """Look for something that was not typed: a filter that was chosen."""
        leaving = self.place
        self.searches.note(query)
        self.search_box.write(query)
        self.answer_now(self.browser.question.asking(query))
        self.browser.history.step(leaving, self.browser.place)

    # --- the search box ------------------------------------------------------------------------

    def open_search(self) -> None:
        """Begin to type what to look for; what is there is replaced by typing."""
        self.set_focus(self.search_box.field)
        self.search_box.field.select_all()

    @on(SearchBox.Changed)
    def _ask_typed(self, event: SearchBox.Changed) -> None:
        self.latest.ask(self.browser.question.asking(event.query))

    @on(SearchBox.Kept)
    def _keep_answer(self) -> None:
        """Go on to what was found; where a filter leaves open what is meant, offer that."""
        remark, suggestion = self.browser.answer.remark, self.browser.answer.suggestion
        self.enter_pane(self.record_list)
        if suggestion and not self.latest.is_answering:
            with self.telling():
                self.put_query(suggestion)
        if remark and remark.corrections and not self.latest.is_answering:
            self.action_command("filter")

    @on(FilterLine.Pressed)
    def _put_pressed_query(self, event: FilterLine.Pressed) -> None:
        with self.telling():
            self.put_query(event.query)

    @on(events.DescendantFocus)
    def _note_focus(self, event: events.DescendantFocus) -> None:
        if event.widget is not self.focused:
            return  # it came late: the focus has gone on
        if isinstance(event.widget, Pane):
            self.note_entered(event.widget)
            self.entitle_panes()
            self._leave_search()
        elif event.widget is self.search_box.field:
            self.note_entered(self.record_list)
            if self._before_search is None:
                pane = OVERVIEW if self.shows_overview else ""
                self._before_search = _BeforeSearch(self.browser.answer, self.browser.key, pane)
            self._has_searched = True
            self._begin_to_get_ready()
        self.show_hints()

    def _leave_search(self) -> None:
        """Whoever goes on to a pane keeps what was found; the way back leads to before it."""
        before, self._before_search = self._before_search, None
        if before:
            self.searches.note(self.search_box.text)
        if before and before.answer.question != self.browser.question:
            place = Place(before.key, before.answer.question, before.pane)
            self.browser.history.step(place, self.browser.place)

    async def show_changes(self) -> bool:
        """Show what the store holds now, and have `Escape` do so too."""
        if self._before_search:
            self._before_search = self._before_search._replace(is_old=True)
        return await super().show_changes()

    def clear_question(self) -> None:
        """Leave the search as it was before; outside it, show all records again.

        What was searched for can be brought back.
        """
        self.searches.note(self.search_box.text)
        before, self._before_search = self._before_search, None
        if not before:
            self.stand_at(Place(self.browser.key, self.browser.everything))
            return
        self.latest.drop()
        if before.is_old:
            self._return_to(Place(before.key, before.answer.question, before.pane))
            self.enter_pane(self.pane)
            return
        self.browser.answer = before.answer
        self.search_box.write(self.browser.question.query)
        self.record_list.show(
            before.answer.listing, before.answer.listing.position(before.key) or 0
        )
        self.describe_answer()
        if before.pane:
            self.show_overview()
            return
        self.show_record(before.key)
        self.enter_pane(self.record_list)

    # --- going ---------------------------------------------------------------------------------

    @property
    def place(self) -> Place:
        """Where the user is: what the browser knows of it, and where on the screen."""
        cursors = tuple(pane.cursor for pane in self._followers)
        return self.browser.place._replace(pane=self.pane.pane_id, cursors=cursors)

    @property
    def _followers(self) -> list[Pane]:
        return [pane for pane in self.panes if pane is not self.record_list]

    def look_over(self) -> None:
        """Go to the overview of the store."""
        leaving = self.place
        self.show_overview()
        self.browser.history.step(leaving, self.place)

    def list_found(self, query: str, kind: ListedKind | None) -> None:
        """Go on to what a question finds."""
        leaving = self.place
        self.stand_at(Place("", self.browser.question.about(kind).asking(query)))
        self.enter_pane(self.record_list)
        self.browser.history.step(leaving, self.browser.place)

    def go_to(self, key: str) -> None:
        """Go on to a record; the list shows all records when it does not hold that one."""
        leaving = self.place
        self.stand_at(self.browser.place_of(key))
        self.browser.history.step(leaving, self.browser.place)

    def stand_at(self, place: Place) -> None:
        """Show a record in the answer to a question."""
        if place.question != self.browser.question or not place.key:
            self.search_box.write(place.question.query)
            self.answer_now(place.question, place.key)
            return
        self.record_list.put_cursor_on(place.key)
        self.record_list.describe_cursor()
        self.show_record(place.key)

    def go_back(self) -> None:
        """Return to the place before."""
        self.browser.history.stand(self.place)
        self._return_to(self.browser.history.back())

    def go_forward(self) -> None:
        """Go to the place that was left by going back."""
        self.browser.history.stand(self.place)
        self._return_to(self.browser.history.forward())

    def go_to_place(self, number: int) -> None:
        """Return to one of the places, by its number among them."""
        self.browser.history.stand(self.place)
        self._return_to(self.browser.history.go_to(number))

    def _return_to(self, place: Place) -> None:
        self.stand_at(place)
        if place.pane == OVERVIEW:
            self.show_overview()
        for pane, cursor in zip(self._followers, place.cursors, strict=False):
            pane.put_cursor(cursor)
        for pane in self.panes:
            if pane.pane_id == place.pane:
                self.enter_pane(pane)

    # --- what `Enter` opens ---------------------------------------------------------------------

    def open_selected(self) -> None:
        """Do what `Enter` does in the pane the user is in."""
        self.pane.open(self)

    @on(CursorList.Opened)
    def _open_clicked(self, event: CursorList.Opened) -> None:
        if not (isinstance(event.list, Pane) and event.list in self.panes):
            return  # put away between the click and word of it
        with self.telling():
            self.note_entered(event.list)
            self.open_selected()
        self.show_hints()

    @on(OverviewPane.Pressed)
    def _open_pressed_in_overview(self) -> None:
        self.action_command("open")

    def read_selected(self) -> None:
        """Go on to the text of the record under the list's cursor."""
        self.catch_up()
        self.enter_pane(self.detail)

    def open_record(self, key: str) -> None:
        """Go on to another record, and bring its text into sight."""
        begins = self.shows_overview
        self.go_to(key)
        if begins or not self.detail.display:
            self.enter_pane(self.detail)

    # --- using ---------------------------------------------------------------------------------

    def copy(self, text: str, what: str) -> None:
        """Hand a text to the terminal's clipboard, and say what it was."""
        self.app.copy_to_clipboard(text)
        self.app.notify(what, markup=False, timeout=3)
