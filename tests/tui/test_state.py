"""What is remembered until the next start."""

from __future__ import annotations

import json
import os
import stat
from contextlib import suppress
from pathlib import Path

import pytest

from store.errors import WriteError
from store.store import Store
from tests.store.disk.interruptions import Killed, every_interruption
from tests.tui.conftest import Explore
from tui.state import State, load_state, save_state, state_file


def test_a_saved_state_comes_back(tmp_path: Path) -> None:
    state = State("zabadani", 'kind:zone "غوطة"', "zone", "date", "nord", "ar")
    save_state(state, tmp_path / "new" / "state.json")
    assert load_state(tmp_path / "new" / "state.json") == state
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["state.json"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"record": 3, "future": "x"}',
        "\x00",
        "[" * 100_000,
        "9" * 5_000,
        '{"record": "\\ud800"}',
        '{"record": "%s"}' % ("x" * 100_000),
    ],
)
def test_what_is_no_state_is_a_new_one(text: str, tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    assert load_state(path) == State()
    path.write_text(text, "utf-8")
    assert load_state(path) == State()


def test_what_is_no_file_is_no_state_and_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    link = tmp_path / "endless"
    link.symlink_to("/dev/zero")
    for path in (pipe, link, tmp_path):
        assert load_state(path) == State()


def test_a_failed_write_leaves_the_old_state(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    save_state(State("old"), path)
    for calls in every_interruption():
        with calls, suppress(WriteError, Killed):
            save_state(State("new"), path)
        assert load_state(path) in (State("old"), State("new"))
    assert [each.name for each in tmp_path.iterdir()] == ["state.json"]


def test_it_and_its_folder_are_for_the_user_alone() -> None:
    path = state_file()
    path.parent.mkdir(parents=True)
    path.parent.chmod(0o755)
    path.write_text("{}")
    path.chmod(0o644)
    save_state(State("qatar"), path)
    assert [stat.S_IMODE(each.stat().st_mode) for each in (path, path.parent)] == [0o600, 0o700]


def test_it_lies_in_the_platforms_state_folder() -> None:
    assert state_file().is_relative_to(os.environ["XDG_STATE_HOME"])


async def test_the_next_start_is_where_the_last_one_ended(
    shipped: Store, explore: Explore, tmp_path: Path
) -> None:
    async with explore(shipped) as driver:
        await driver.press("1", "o")
        driver.explorer.go_to("daraya")
        driver.app.theme = "nord"
        await driver.press("L", "q")
    saved = load_state(tmp_path / "state.json")
    assert saved == State("daraya", "", "zone", "date", "nord", "ar")
    async with explore(shipped, state=saved, language="ar") as driver:
        assert driver.key == "daraya"
        assert driver.explorer.record_list.selected_key == "daraya"
        assert driver.app.theme == "nord"
        assert driver.app.browser.question.kind == "zone"


async def test_a_search_is_remembered_and_a_vanished_record_is_not_missed(
    shipped: Store, explore: Explore
) -> None:
    async with explore(shipped, state=State("gone", "zabad")) as driver:
        assert driver.explorer.search_box.text == "zabad"
        assert driver.key == "zabadani"
    nonsense = State("gone", "", "nonsense", "nonsense", "no-theme")
    async with explore(shipped, state=nonsense) as driver:
        assert driver.explorer.record_list.cursor == 0
        assert driver.key
        assert driver.app.theme == "textual-dark"


async def test_leaving_works_where_no_state_can_be_kept(
    small: Store, explore: Explore, tmp_path: Path
) -> None:
    async with explore(small) as driver:
        (tmp_path / "state.json").mkdir()
        await driver.press("q")
        assert driver.app.return_code == 0


async def test_ctrl_q_keeps_the_state_from_within_a_dialog(
    small: Store, explore: Explore, tmp_path: Path
) -> None:
    async with explore(small, state=State(record="qatar")) as driver:
        await driver.press("question_mark", "ctrl+q")
    saved = json.loads((tmp_path / "state.json").read_text("utf-8"))
    assert saved["record"] == "qatar"
    assert stat.S_ISREG((tmp_path / "state.json").stat().st_mode)
