"""Earlier searches: walked through in the empty box, never lost by Esc, kept between starts."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from store.store import Store
from tests.tui.command_line.conftest import run_program
from tests.tui.conftest import Explore
from tui.config import Config
from tui.searches import MOST, Searches, load_searches, searches_file
from tui.state import State, load_state, save_state, state_file


async def test_up_walks_earlier_searches_and_down_leads_back(
    small: Store, explore: Explore
) -> None:
    async with explore(small) as driver:
        box = driver.explorer.search_box
        await driver.press("slash")
        await driver.type("qatar")
        await driver.press("enter", "slash")
        await driver.type("zabad")
        # What Esc leaves is not lost, though the box then holds what was kept before it.
        await driver.press("escape")
        assert box.text == "qatar"
        await driver.press("slash", "up")
        assert (box.text, driver.key) == ("zabad", "zabadani")
        await driver.press("up")
        assert box.text == "zabad"  # the oldest, as the box began with the other
        await driver.press("down")
        assert (box.text, driver.key) == ("qatar", "qatar")
        await driver.press("up", "!", "up")
        assert box.text == "zabad!"  # what is written on is no walk: up moves the list


async def test_up_moves_the_list_back_where_down_moved_it(small: Store, explore: Explore) -> None:
    async with explore(small, state=State(query="kind:zone")) as driver:
        await driver.press("escape", "g", "slash", "down", "down", "up")
        assert driver.explorer.search_box.text == ""
        assert driver.explorer.record_list.cursor == 1
        await driver.press("escape", "slash", "up")
        assert driver.explorer.search_box.text == "kind:zone"


async def test_they_are_kept_for_the_next_start_unless_the_user_does_not_want_it(
    small: Store, explore: Explore, tmp_path: Path
) -> None:
    kept_in = tmp_path / "searches.json"
    for history, expected in (("false", []), ("", ["of another start", "qatar"])):
        async with explore(small, config=Config(history=history)) as driver:
            await driver.press("slash")
            await driver.type("qatar")
            await driver.press("escape", "slash", "up")
            assert driver.explorer.search_box.text == "qatar"
            if not history:  # somebody else's explorer ends meanwhile
                kept_in.write_text('["qatar", "of another start"]', "utf-8")
            await driver.press("escape", "q")
        assert load_searches(kept_in) == expected
    assert stat.S_IMODE(kept_in.stat().st_mode) == 0o600
    async with explore(small) as driver:
        await driver.press("ctrl+p")
        await driver.type("earlier s")
        await driver.press("enter")
        await driver.type("another")
        await driver.press("enter")
        assert driver.explorer.search_box.text == "of another start"


@pytest.mark.parametrize(
    "text",
    ["", "[", "{}", "[" * 100_000, "\x00", '"a"',
     '[["a"], 3, null, "", " ", "\\ud800", "\\u001b[2J"]',
     json.dumps(["a\u202eb", "x" * 1_001, "\u2066a"])],
)  # fmt: skip
def test_what_nobody_can_have_typed_is_no_search(text: str, tmp_path: Path) -> None:
    path = tmp_path / "searches.json"
    path.write_text(text, "utf-8")
    assert load_searches(path) == []
    assert Searches(path).all == []


def test_only_the_latest_are_kept_each_once(tmp_path: Path) -> None:
    searches = Searches(tmp_path / "searches.json")
    for number in (*range(MOST + 50), 60):
        searches.note(f" الزبداني {number}")
    searches.keep()
    kept = load_searches(tmp_path / "searches.json")
    assert len(kept) == MOST
    assert kept[-2:] == [f"الزبداني {MOST + 49}", "الزبداني 60"]


def test_the_command_line_shows_and_forgets_them() -> None:
    searches = Searches(searches_file())
    searches.note("qatar")
    searches.note("حلب")
    searches.keep()
    save_state(State("zabadani", "secret"), state_file())
    assert run_program("history").stdout == "qatar\nحلب\n"
    assert json.loads(run_program("history", "--json").stdout) == [
        {"query": "qatar"},
        {"query": "حلب"},
    ]
    assert run_program("history", "--clear").exit_code == 0
    assert not searches_file().exists()
    assert load_state(state_file()) == State("zabadani")
    assert run_program("history").stdout == ""
