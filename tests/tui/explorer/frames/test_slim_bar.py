"""Scroll bars: text that fills its line does not touch them, in either direction."""

from __future__ import annotations

import pytest

from store.model.vocabulary import Language
from store.store import Store
from tests.tui.conftest import Explore


@pytest.mark.parametrize(("language", "half", "place"), [("en", "▐", -2), ("ar", "▌", 1)])
async def test_a_bar_is_the_half_of_a_cell_away_from_the_text(
    shipped_to_read: Store, explore: Explore, language: Language, half: str, place: int
) -> None:
    async with explore(shipped_to_read, size=(80, 24), language=language) as driver:
        lines = driver.text_of("#list").split("\n")
        assert half in {line.ljust(2)[place] for line in lines if line.strip()}


async def test_a_bar_is_a_reversed_blank_where_there_is_no_such_sign(
    shipped_to_read: Store, explore: Explore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    async with explore(shipped_to_read, size=(80, 24)) as driver:
        assert "▐" not in driver.text_of("#list")
