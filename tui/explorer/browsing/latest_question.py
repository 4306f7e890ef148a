"""Answering in a thread: of several questions asked meanwhile, only the last one counts."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Final, Protocol

from tui.explorer.browsing.answer import Answer
from tui.explorer.browsing.history import Question
from tui.explorer.browsing.work import Work

BEFORE_NAMES: Final = 0.1
"""Seconds that a search in the text may take before the names that were found are shown alone.

To list them takes as long as most searches, which would be kept waiting by it, and then listed too.
"""
BEFORE_WAITING: Final = 0.1
"""Seconds after which it is said that an answer is being looked for."""

WITHIN_A_FRAME: Final = 0.04
"""Seconds that the last answer may have taken, where the next one is to come with its letter."""

Find = Callable[[Question, Callable[[Answer], None]], Answer]
"""Answers a question, in a thread; it may first hand over an answer that holds names alone."""


class Audience(Protocol):
    """Who is told, in the thread of the event loop, what came of a question."""

    def telling(self) -> AbstractContextManager[None]:
        """Runs what may fail, and tells the user when it does."""

    def show_waiting(self) -> None:
        """The answer takes its time."""

    def show_names(self, answer: Answer) -> None:
        """The names that were found, while the text is still being searched."""

    def show_answer(self, answer: Answer) -> None:
        """The whole answer."""


class LatestQuestion:
    """The question that was asked last, until it is answered or dropped."""

    def __init__(
        self,
        find: Find,
        audience: Audience,
        run: Callable[[Work], object],
        is_quick: Callable[[], bool] = bool,
    ) -> None:
        """Nothing is asked yet.

        Args:
            find: answers a question; called in a thread, and never twice at once.
            audience: is told the answers.
            run: runs some work beside what the event loop does.
            is_quick: whether an answer is likely to come within a frame, so that it is drawn with
                the letter that asks for it; then no thread is begun.
        """
        self._find = find
        self._audience = audience
        self._run = run
        self._is_quick = is_quick
        self._spent = 0.0
        self._question: Question | None = None
        self._is_answering = False

    @property
    def is_answering(self) -> bool:
        """A thread is looking for an answer, be it one that nobody waits for any more."""
        return self._is_answering

    def ask(self, question: Question) -> None:
        """Put a question in place of one that is not answered yet."""
        self._question = question
        if self._is_answering:
            return
        if self._is_quick() and self._spent < WITHIN_A_FRAME:
            self._answer_at_once(question)
        else:
            self._is_answering = True
            self._run(self._answer)

    def _answer_at_once(self, question: Question) -> None:
        with self._audience.telling():
            self._audience.show_answer(self._found(question, _unheard))
        self._question = None

    def _found(self, question: Question, early: Callable[[Answer], None]) -> Answer:
        """The answer; how long it took says whether the next one is waited for."""
        started = time.monotonic()
        try:
            return self._find(question, early)
        finally:
            self._spent = time.monotonic() - started

    def drop(self) -> None:
        """Want no answer any more."""
        self._question = None

    async def _answer(self) -> None:
        loop = asyncio.get_running_loop()
        waiting = loop.call_later(BEFORE_WAITING, self._show_waiting)

        def hand_over(names: Answer) -> None:
            # Called in the search's thread.
            asyncio.run_coroutine_threadsafe(self._show_names(names), loop)

        try:
            while (question := self._question) is not None:
                with self._audience.telling():
                    answer = await asyncio.to_thread(self._found, question, hand_over)
                    if self._question is question:
                        self._audience.show_answer(answer)
                if self._question is question:
                    self._question = None
        finally:
            self._is_answering = False
            waiting.cancel()

    def _show_waiting(self) -> None:
        """Say that an answer is waited for, unless nobody wants it any more."""
        if self._question is not None:
            self._audience.show_waiting()

    async def _show_names(self, names: Answer) -> None:
        """Show names, unless the text is searched before there is a need to."""
        await asyncio.sleep(BEFORE_NAMES)
        if self._question is names.question:
            self._audience.show_names(names)
            self._audience.show_waiting()


def _unheard(_: Answer) -> None:
    """Names that need not be shown, as the whole answer comes at once."""
