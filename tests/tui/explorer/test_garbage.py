"""Garbage of the explorer: looked for in small portions, and thoroughly while nobody types."""

from __future__ import annotations

import asyncio
import gc
import threading
import time
import weakref
from collections.abc import Iterator

import pytest

from store.store import Store
from tests.tui.conftest import Explore
from tui.explorer import app, garbage

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
