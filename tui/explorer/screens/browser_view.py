"""The main screen as a view of the browser: its answer in the list, its record in the panes."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar

from textual import events, on
from textual.message import Message
from textual.notifications import SeverityLevel
from textual.timer import Timer
from textual.worker import Worker

from store.errors import ChangedMeanwhileError, MasaratError
from store.model.questions import QueryRemark
from store.text.printable import printable
from tui.explorer.browsing.answer import Answer
from tui.explorer.browsing.browser import Browser
from tui.explorer.browsing.filter_chips import filter_chips
from tui.explorer.browsing.history import Question
from tui.explorer.browsing.latest_question import LatestQuestion
from tui.explorer.browsing.nothing_found import nothing_found
from tui.explorer.browsing.store_watch import StoreWatch
from tui.explorer.browsing.work import Work
from tui.explorer.screens.layout import Layout
from tui.explorer.widgets.cursor_list import CursorList
from tui.log import log
from tui.messages import say
from tui.messages.sentences import translate_sentence


class StoreChanged(Message):
    """Somebody else has changed the store; sent to each dialog that stands above the explorer."""


class BrowserView(Layout):
    """Asks the browser, shows what it found and read, and tells what went wrong."""

    seconds_between_records: ClassVar[float] = 0.05
    """While a key repeats the list moves on, and the other panes follow no faster than this."""
    seconds_of_rest: ClassVar[float] = 0.06
    """While somebody types the list changes with each letter, and the record when they rest."""
    records_asked_at_once: ClassVar[int] = 5_000
    """A store of fewer answers within a frame, so that no thread is begun for it."""

    def __init__(self, browser: Browser) -> None:
        """Show nothing yet.

        Args:
            browser: reads the store.
        """
        super().__init__()
        self.browser = browser
        self.latest = LatestQuestion(browser.find, self, self._run_beside, lambda: self._is_quick)
        """The question that is asked while the user types."""
        self.store_watch = StoreWatch(browser.has_changed, self, self._run_unseen)
        self._key_to_show: str | None = None
        self._has_other_hits = False
        """What is marked in the record is no longer what is looked for."""
        self._remark: QueryRemark | None = None
        self._until_next_record: Timer | None = None

    # --- asking --------------------------------------------------------------------------------

    def answer_now(self, question: Question, key: str = "") -> None:
        """Show the answer to a question at once, instead of one that is looked for.

        Args:
            question: what to look for.
            key: of the record for the cursor, see `list_answer`.

        Raises:
            store.errors.StoreError: the store cannot be read.
        """
        self.latest.drop()
        self._show_whole(self.browser.find(question), key)

    def _run_beside(self, work: Work) -> None:
        _: Worker[None] = self.run_worker(work)

    def _run_unseen(self, work: Work) -> None:
        _: Worker[None] = self.app.run_worker(work)

    def show_waiting(self) -> None:
        """Say quietly that an answer is being looked for."""
        self.search_box.tell("…")

    @property
    def _is_quick(self) -> bool:
        return 0 < sum(self.browser.counts.values()) < self.records_asked_at_once

    def show_names(self, answer: Answer) -> None:
        """List the names alone; to read the record would have to wait for the search."""
        self.list_answer(answer)

    # --- the answer ----------------------------------------------------------------------------

    def show_answer(self, answer: Answer) -> None:
        """List the answer to what is typed; the record under the cursor follows at rest."""
        self.list_answer(answer)
        self._key_to_show = self.record_list.selected_key
        self._has_other_hits = True
        if self._until_next_record is not None:
            self._until_next_record.stop()
        # Not at once: to draw the record takes longer than the list, which would wait for it.
        self._until_next_record = self.set_timer(self.seconds_of_rest, self._follow_again)
        self._tell_remark(answer.remark)

    def _show_whole(self, answer: Answer, key: str) -> None:
        """List an answer and show the record under the cursor."""
        self.list_answer(answer, key)
        self.show_record(self.record_list.selected_key)
        self._tell_remark(answer.remark)

    def list_answer(self, answer: Answer, key: str = "") -> None:
        """List an answer and leave the record that is shown.

        Args:
            answer: what was found.
            key: of the record for the cursor; else it is the best hit, or stays where it was.
        """
        if not key and not answer.question.query:
            key = self.browser.key
        self.browser.answer = answer
        cursor = (answer.listing.position(key) if key else None) or 0
        self.record_list.show(answer.listing, cursor)
        self.describe_answer()

    def describe_answer(self) -> None:
        """Say around the list how much was found, of which kind, and in which order."""
        answer = self.browser.answer
        log("answer", entries=answer.listing.entry_count, asked=bool(answer.question.query))
        self.search_box.tell(answer.in_words)
        counts = self.browser.counts if answer.by_kind is None else answer.by_kind
        sources = answer.source_count
        if sources is None:
            sources = self.browser.source_count
        kind = "source" if answer.is_of_sources else answer.question.kind
        self.tabs.show(counts, sources, kind, say(f"order.{answer.order}"))
        self.filter_line.show(*filter_chips(self.browser))
        self.record_list.describe_cursor()
        if not answer.listing.entry_count:
            self.record_list.say_when_empty(nothing_found(self.browser))

    def _tell_remark(self, remark: QueryRemark | None) -> None:
        """Tell once, not at every letter, why a query is not asked as it is written."""
        before, self._remark = self._remark, remark
        # What is said of a filter stands under the box.
        if remark and remark != before and not (remark.is_unfinished or remark.is_about_filter):
            self._notify(translate_sentence(remark.told), severity="warning")

    # --- the record ----------------------------------------------------------------------------

    def show_record(self, key: str) -> None:
        """Show a record in the panes that follow it, leaving the list as it is."""
        self._key_to_show, self._has_other_hits = None, False
        self.browser.read(key)
        for pane in self.panes:
            pane.follow(self.browser)
        self.entitle_panes()
        self.show_hints()

    def on_resize(self, event: events.Resize) -> None:
        """Offer in the footer what can be done with the panes that there is room for now."""
        self.show_hints()

    def fit_panes(self, width: int) -> None:
        """Show what there is room for; some titles say whether the record is in sight."""
        super().fit_panes(width)
        self.entitle_panes()

    def entitle_panes(self) -> None:
        """Bring the titles of the panes up to date."""
        for pane in self.panes:
            pane.entitle(self.browser)

    def show_record_again(self, key: str) -> None:
        """Show what has become of a record, in the same place; nothing where it is the same."""
        before = self._all_shown
        self.browser.read(key)
        if before != self._all_shown:
            for pane in self.panes:
                pane.follow_again(self.browser)
        self.entitle_panes()
        self.show_hints()

    @property
    def _all_shown(self) -> tuple[object, ...]:
        browser = self.browser
        return browser.shown, browser.source, browser.related, browser.remarks

    @property
    def is_behind_list(self) -> bool:
        """The record under the list's cursor may not be shown yet."""
        return self._until_next_record is not None

    @on(CursorList.Moved, "#list")
    def _follow_cursor(self, event: CursorList.Moved) -> None:
        self.record_list.describe_cursor()
        self._key_to_show = event.key
        if self._until_next_record is None:
            self.catch_up()
            self._until_next_record = self.set_timer(
                self.seconds_between_records, self._follow_again
            )

    def expect_more(self) -> None:
        """Leave the record that is shown as it is until there is rest: keys wait to be heard."""
        if self._until_next_record is None:
            self._until_next_record = self.set_timer(self.seconds_of_rest, self._follow_again)

    def _follow_again(self) -> None:
        self._until_next_record = None
        self.catch_up()

    def catch_up(self) -> None:
        """Show the record under the list's cursor at once."""
        key = self._key_to_show
        if key is not None and (key != self.browser.key or self._has_other_hits):
            self.show_record(key)

    # --- what others change --------------------------------------------------------------------

    async def show_changes(self) -> bool:
        """Show what the store holds now: the same answer and record, in the same place.

        Returns:
            False where something else is being looked for, which has to be shown first.

        Raises:
            store.errors.StoreError: the store cannot be read.
        """
        question = self.browser.question
        if self.latest.is_answering:
            return False
        answer = await asyncio.to_thread(self._answer_again, question)
        if self.latest.is_answering or question != self.browser.question:
            return False
        self._show_again(answer)
        stack = self.app.screen_stack
        for above in stack[stack.index(self) + 1 :] if self in stack else ():
            above.post_message(StoreChanged())
        return True

    def _answer_again(self, question: Question) -> Answer:
        self.browser.forget()
        return self.browser.find(question)

    def _show_again(self, answer: Answer) -> None:
        self.browser.answer = answer
        self.record_list.show_again(answer.listing)
        self.describe_answer()
        shown, name = self.browser.key, self.browser.name
        self._key_to_show = None
        key = self.record_list.selected_key
        if shown in ("", key):
            self.show_record_again(key)
        else:
            self.show_record(key)
            if not self.browser.existing([shown]):
                self.browser.gone = name
                self.detail.follow(self.browser)

    # --- failures ------------------------------------------------------------------------------

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Tell the user in a sentence when something goes wrong that is not the program's fault."""
        try:
            yield
        except (MasaratError, OSError) as error:
            self.tell(error)

    @on(CursorList.Failed)
    def _tell_failure(self, event: CursorList.Failed) -> None:
        self.tell(event.error)

    def tell(self, error: MasaratError | OSError) -> None:
        """Tell in a sentence what went wrong, unless it stands there already."""
        if isinstance(error, ChangedMeanwhileError):
            self.store_watch.fall_behind()
            return
        told = translate_sentence(error.sentence) if isinstance(error, MasaratError) else str(error)
        self._notify(told, severity="error")

    def _notify(self, sentence: str, *, severity: SeverityLevel) -> None:
        sentence = printable(sentence)
        if sentence not in [notification.message for notification in self.app._notifications]:
            self.app.notify(sentence, severity=severity, markup=False, timeout=10)

    # --- what rooms above give a meaning -------------------------------------------------------

    def show_hints(self) -> None:
        """Bring the footer up to date; commands, which stand above, know what it offers."""
