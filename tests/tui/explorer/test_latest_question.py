"""Of several questions only the last is answered; names come early; failures are told."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event

import pytest

from store.errors import StoreError
from tui.explorer.browsing import latest_question
from tui.explorer.browsing.answer import Answer
from tui.explorer.browsing.history import Question
from tui.explorer.browsing.latest_question import LatestQuestion
from tui.explorer.browsing.work import Work
from tui.explorer.drawing.listing import EMPTY


class Audience:
    """Writes down what it is told."""

    def __init__(self) -> None:
        self.told: list[str] = []

    @contextmanager
    def telling(self) -> Iterator[None]:
        try:
            yield
        except StoreError as error:
            self.told.append(f"failed: {error}")

    def show_waiting(self) -> None:
        self.told.append("waiting")

    def show_names(self, answer: Answer) -> None:
        self.told.append(f"names: {answer.question.query}")

    def show_answer(self, answer: Answer) -> None:
        self.told.append(f"answer: {answer.question.query}")


class Search:
    """Answers when it is let."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.go_on = Event()
        self.has_names = False
        self.names_go_on = Event()
        self.names_go_on.set()

    def find(self, question: Question, early: Callable[[Answer], None]) -> Answer:
        self.begun.append(question.query)
        if self.has_names:
            assert self.names_go_on.wait(10)
            early(Answer(question, EMPTY))
        assert self.go_on.wait(10)
        if question.query == "broken":
            raise StoreError("the store is locked.")
        return Answer(question, EMPTY)


class Asking:
    """A latest question with its search and its audience."""

    def __init__(self) -> None:
        self.search = Search()
        self.audience = Audience()
        self.latest = LatestQuestion(self.search.find, self.audience, self._run)
        self._tasks: list[asyncio.Task[None]] = []

    def _run(self, work: Work) -> None:
        self._tasks.append(asyncio.create_task(work()))

    async def until(self, is_so: Callable[[], object]) -> None:
        while not is_so():
            await asyncio.sleep(0.001)

    async def end(self) -> list[str]:
        self.search.go_on.set()
        await asyncio.gather(*self._tasks)
        return self.audience.told


@pytest.fixture
def asking(monkeypatch: pytest.MonkeyPatch) -> Asking:
    monkeypatch.setattr(latest_question, "BEFORE_NAMES", 0)
    monkeypatch.setattr(latest_question, "BEFORE_WAITING", 60)
    return Asking()


async def test_a_question_is_answered_beside_what_the_loop_does(asking: Asking) -> None:
    asking.latest.ask(Question("a"))
    assert asking.latest.is_answering
    assert asking.audience.told == []
    assert await asking.end() == ["answer: a"]
    assert not asking.latest.is_answering


async def test_of_several_questions_put_meanwhile_only_the_last_counts(asking: Asking) -> None:
    asking.latest.ask(Question("a"))
    await asking.until(lambda: asking.search.begun)
    for query in ("ab", "abc", "abcd"):
        asking.latest.ask(Question(query))
    assert await asking.end() == ["answer: abcd"]
    assert asking.search.begun == ["a", "abcd"]


async def test_the_same_question_put_again_is_answered_again(asking: Asking) -> None:
    asking.search.go_on.set()
    for _ in range(2):
        asking.latest.ask(Question("a"))
        await asking.end()
    assert asking.audience.told == ["answer: a", "answer: a"]


async def test_an_answer_that_nobody_wants_any_more_is_not_shown(asking: Asking) -> None:
    asking.latest.ask(Question("a"))
    await asking.until(lambda: asking.search.begun)
    asking.latest.drop()
    assert asking.latest.is_answering
    assert await asking.end() == []


async def test_names_come_while_the_text_is_searched(asking: Asking) -> None:
    asking.search.has_names = True
    asking.latest.ask(Question("a"))
    await asking.until(lambda: asking.audience.told)
    assert asking.audience.told == ["names: a", "waiting"]
    assert await asking.end() == ["names: a", "waiting", "answer: a"]


async def test_names_of_a_question_that_is_not_the_last_stay_unseen(asking: Asking) -> None:
    asking.search.has_names = True
    asking.search.names_go_on.clear()
    asking.latest.ask(Question("a"))
    await asking.until(lambda: asking.search.begun)
    asking.latest.ask(Question("ab"))
    asking.search.names_go_on.set()
    assert "names: a" not in await asking.end()
    assert asking.audience.told[-1] == "answer: ab"


async def test_names_stay_unseen_where_the_text_is_searched_before(
    asking: Asking, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(latest_question, "BEFORE_NAMES", 60)
    asking.search.has_names = True
    asking.latest.ask(Question("a"))
    assert await asking.end() == ["answer: a"]


async def test_an_answer_that_takes_its_time_is_waited_for_visibly(
    asking: Asking, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(latest_question, "BEFORE_WAITING", 0)
    asking.latest.ask(Question("a"))
    await asking.until(lambda: asking.audience.told)
    assert await asking.end() == ["waiting", "answer: a"]


async def test_nothing_is_waited_for_that_nobody_wants_any_more(
    asking: Asking, monkeypatch: pytest.MonkeyPatch
) -> None:
    loop, put_off = asyncio.get_running_loop(), list[Callable[[], None]]()
    call_later = loop.call_later

    def noted(delay: float, call: Callable[..., None], *told: object) -> asyncio.TimerHandle:
        if delay == latest_question.BEFORE_WAITING:
            put_off.append(call)
        return call_later(delay, call, *told)

    monkeypatch.setattr(loop, "call_later", noted)
    asking.latest.ask(Question("a"))
    await asking.until(lambda: asking.search.begun)
    (say_so,) = put_off
    say_so()
    asking.latest.drop()
    say_so()
    assert await asking.end() == ["waiting"]


async def test_a_failure_is_told_and_the_next_question_is_answered(asking: Asking) -> None:
    asking.latest.ask(Question("broken"))
    assert await asking.end() == ["failed: the store is locked."]
    asking.latest.ask(Question("a"))
    assert await asking.end() == ["failed: the store is locked.", "answer: a"]
