"""Garbage of the explorer: looked for in small portions, and thoroughly while nobody types."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterable, Iterator

import pytest

from store.store import Store
from store.timelines.dated import Dated
from tests.tui.conftest import Explore

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
