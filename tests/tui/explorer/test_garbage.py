"""Garbage of the explorer: looked for in small portions, and thoroughly while nobody types."""

from __future__ import annotations

import asyncio
import gc
import threading
import time
import weakref
from collections.abc import Callable, Iterable, Iterator

import pytest

from store.store import Store
from store.timelines.dated import Dated
from tests.tui.conftest import Explore
from tui.explorer import app, garbage
from tui.explorer.garbage import Garbage

A_COMMAND_HAS = 100_000
"""Objects after which a command of the command line has garbage looked for."""


class Circle:
    """Refers to itself, so that it stays until it is looked for."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def looked_for_rarely() -> Iterator[None]:
    before = gc.get_threshold()
    gc.set_threshold(A_COMMAND_HAS)
    yield
    gc.set_threshold(*before)


@pytest.mark.usefixtures("looked_for_rarely")
async def test_an_explorer_that_a_command_opens_does_not_keep_garbage_as_the_command_would(
    small: Store, explore: Explore
) -> None:
    async with explore(small):
        assert gc.isenabled()
        assert gc.get_threshold()[0] < A_COMMAND_HAS / 100


@pytest.mark.usefixtures("garbage_looked_for")
async def test_when_nobody_types_all_of_it_is_looked_for(small: Store, explore: Explore) -> None:
    async with explore(small) as driver:
        old = Circle()
        gc.collect()  # which it outlives, as one of the old
        left = weakref.ref(old)
        del old
        await driver.press("j", "k")
        for _ in range(100):
            if left() is None:
                break
            await driver.pilot.pause(0.1)
        assert left() is None


class Clock:
    """A loop whose time passes when it is told to."""

    def __init__(self) -> None:
        self._now = 0.0
        self._due: list[tuple[float, Callable[..., object], tuple[object, ...]]] = []

    def time(self) -> float:
        return self._now

    def call_later(self, delay: float, call: Callable[..., object], *told: object) -> object:
        self._due.append((self._now + delay, call, told))
        return self

    def cancel(self) -> None:
        self._due.clear()

    def pass_by(self, seconds: float) -> None:
        end = self._now + seconds
        while due := [each for each in self._due if each[0] <= end]:
            first = min(due, key=lambda each: each[0])
            self._due.remove(first)
            self._now, call, told = first
            call(*told)
        self._now = end


def test_no_letter_of_a_slow_writer_waits_until_all_of_it_is_looked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock, looks = Clock(), list[float]()
    monkeypatch.setattr(garbage.asyncio, "get_running_loop", lambda: clock)
    monkeypatch.setattr(garbage.gc, "collect", lambda: looks.append(clock.time()))
    kept = Garbage()
    for _ in range(20):
        kept.put_off()
        clock.pass_by(1)
    assert looks == []
    clock.pass_by(5)
    assert len(looks) == 1
    clock.pass_by(60)
    assert len(looks) == 1


async def test_none_is_looked_for_while_what_a_picture_is_of_is_read(
    small: Store, explore: Explore, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_for: list[bool] = []

    def reading(store: Store, keys: Iterable[str]) -> Dated:
        looked_for.append(gc.isenabled())
        return dated(store, keys)

    dated = Store.dated
    monkeypatch.setattr(Store, "dated", reading)
    async with explore(small) as driver:
        await driver.press("t")
        assert looked_for == [False]
        assert gc.isenabled()


@pytest.mark.usefixtures("garbage_looked_for")
async def test_of_many_keys_without_a_rest_garbage_is_looked_for_in_a_breath(
    small: Store, explore: Explore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(garbage, "_REST", 1_000)
    looked: list[None] = []
    monkeypatch.setattr(gc, "collect", lambda: looked.append(None))
    async with explore(small) as driver:
        await driver.press("j", "k")
        await driver.pilot.pause(garbage._BREATH * 4)
        assert not looked
        await driver.press(*["j", "k"] * (garbage._MANY // 2))
        for _ in range(100):
            if looked:
                break
            await driver.pilot.pause(0.1)
        assert looked


async def test_however_much_is_found_at_once_few_threads_are_begun(
    small: Store, explore: Explore
) -> None:
    async with explore(small):
        before = threading.active_count()
        await asyncio.gather(*(asyncio.to_thread(time.sleep, 0.05) for _ in range(12)))
        assert threading.active_count() <= before + app._THREADS
