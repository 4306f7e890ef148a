"""Keys that a user chose: each thing that can be wrong with them is named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docs.pages import ROOT
from store.model.vocabulary import Language
from store.store import Store
from tests.tui.conftest import Explore
from tui.chosen_keys import Keys
from tui.config import Complaint, Config, load_config
from tui.explorer.commands import COMMANDS, complaints_of_keys, dialog_keys, key_lists
from tui.explorer.screens.picturing.timeline_screen import TimelineScreen
from tui.explorer.widgets.footer import Footer
from tui.state import State


def complained(chosen: Keys, *, right_to_left: bool = False) -> list[tuple[str, tuple[str, ...]]]:
    found: list[Complaint] = complaints_of_keys(chosen, right_to_left=right_to_left)
    return [(each.message, tuple(each.arguments.values())) for each in found]


@pytest.mark.parametrize("right_to_left", [False, True])
def test_the_keys_of_the_program_are_faultless(right_to_left: bool) -> None:
    own = {command.id: command.keys for command in COMMANDS.values()}
    assert complained({}, right_to_left=right_to_left) == []
    assert complained(own, right_to_left=right_to_left) == []


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("x", "x", "x"),
        (",", "comma", ","),
        ("ctrl+n", "ctrl+n", "Ctrl+n"),
        ("w", "ص", "ص"),
        ("%", "percent_sign", "%"),
    ],
)
def test_one_key_of_two_commands_is_named_with_both(first: str, second: str, told: str) -> None:
    found = complained({"export": (first,), "cite": (second,)})
    assert found == [("config.same-key", (told, "cite, export"))]


def test_a_key_taken_from_another_command_is_no_conflict() -> None:
    assert complained({"export": ("x", "x")}) == []


@pytest.mark.parametrize("key", ["enter", "escape", "tab", "shift+tab", "ctrl+c", "ctrl+i"])
def test_a_key_that_dialogs_need_is_refused_to_other_commands(key: str) -> None:
    assert [message for message, _ in complained({"export": (key,)})] == ["config.needed-key"]
    assert key_lists({"export": (key,)}) == key_lists({})
    assert key not in key_lists({"export": (key, "ctrl+n")})["export"]


@pytest.mark.parametrize(
    "key",
    ["Ctrl+x", "ctrl+X", "pgdn", "shift+a", "shift+ctrl+left", "f25", "cmd+x", "xy", "a,b", "ctrl+",
     "ctrl+/", " ", "\x07", "ctrl+ctrl+a", "k" * 9999],
)  # fmt: skip
def test_a_key_that_no_terminal_sends_is_told(key: str) -> None:
    assert [message for message, _ in complained({"export": (key,)})] == ["config.no-key"]


@pytest.mark.parametrize(
    "key",
    ["ctrl+n", "alt+X", "ctrl+shift+left", "f12", "+", "ctrl+slash", "é", "space",
     "percent_sign", "shift+f5", "super+x"],
)  # fmt: skip
def test_a_key_that_a_terminal_sends_is_not_told(key: str) -> None:
    assert complained({"export": (key,)}) == []


@pytest.mark.parametrize("page", ["docs/keys.md", "docs/ar/keys.md"])
def test_the_keys_that_a_page_gives_as_examples_can_all_be_chosen(
    page: str, tmp_path: Path
) -> None:
    written = re.findall(r"^```toml\n(.*?)^```", (ROOT / page).read_text("utf-8"), re.M | re.S)
    assert len(written) == 3
    for number, example in enumerate(written):
        file = tmp_path / f"{number}.toml"
        file.write_text(example, "utf-8")
        config = load_config(file)
        assert config.keys
        assert config.complaints == ()
        assert complained(config.keys) == []


def test_an_unknown_command_is_told_and_its_keys_are_not() -> None:
    assert complained({"dance": ("pgdn",)}) == [("config.unknown-command", ("dance",))]


# --- of dialogs and pictures ----------------------------------------------------------------------


def test_every_key_of_every_dialog_has_a_name_of_its_own() -> None:
    named = [name for dialog in dialog_keys.dialogs() for name in dialog]
    assert "timeline.zoom-on" in named
    assert "claim-card.leave" in named
    assert len(named) == len(set(named))
    assert not set(named) & COMMANDS.keys()


def test_a_key_chosen_in_a_dialog_is_taken_from_its_neighbours_alone() -> None:
    chosen: Keys = {"timeline.zoom-on": ("o",)}
    assert complained(chosen) == []
    now = dialog_keys.keys_now(chosen)
    assert now["timeline.zoom-on"] == ("o",)
    assert now["timeline.group"] == ()
    assert key_lists(chosen) == key_lists({})  # o still sorts the list


def test_one_key_of_two_actions_of_a_dialog_is_named_with_both() -> None:
    found = complained({"timeline.zoom-on": ("i",), "timeline.zoom-back": ("i",)})
    assert found == [("config.same-key", ("i", "timeline.zoom-on, timeline.zoom-back"))]


def test_what_no_dialog_does_is_told() -> None:
    found = complained({"timeline.fly": ("i",), "nowhere.leave": ("i",)})
    assert {message for message, _ in found} == {"config.unknown-command"}
    assert len(found) == 2


def test_escape_always_leads_out_of_a_dialog() -> None:
    for keys in [("x",), (), ("enter",)]:
        assert "escape" in dialog_keys.keys_now({"timeline.leave": keys})["timeline.leave"]


@pytest.mark.parametrize("key", ["i", "ه"])
async def test_the_keys_of_a_picture_are_those_that_were_chosen(
    explore: Explore, small: Store, key: str
) -> None:
    """ه is what the key i types under an Arabic layout."""
    config = Config(keys={"timeline.leave": ("i",)})
    async with explore(small, config=config) as driver:
        await driver.press("t")
        assert isinstance(driver.app.screen, TimelineScreen)
        assert " i " in driver.lines()[-2]
        await driver.press("t")
        assert isinstance(driver.app.screen, TimelineScreen)
        await driver.press(key)
        assert driver.app.screen is driver.explorer
        await driver.press("t", "escape")
        assert driver.app.screen is driver.explorer


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            (
                "x: save as SVG.",
                "i and -: nearer",
                "–, N: next and previous record",
                "o: all as at first",
            ),
        ),
        ("ar", ("x: حفظها", "i و-: تقريب", "– وN: السجل", "o: الكل")),
    ],
)
async def test_what_a_picture_says_of_its_keys_is_what_was_chosen(
    explore: Explore, small: Store, language: Language, said: tuple[str, ...]
) -> None:
    keys = {"map.save": ("x",), "map.zoom-on": ("i", "plus"), "map.whole": ("o", "n")}
    async with explore(small, config=Config(keys=keys), language=language) as driver:
        await driver.press("m", "question_mark")
        (told,) = driver.notices
        for each in said:
            assert each in told
        hints = {hint.command for hint in driver.app.screen.query_one(Footer)._hints}
        assert "next_record(1)" not in hints  # its key was given to another
        assert {"save", "help", "time(1)"} <= hints


@pytest.mark.parametrize(("key", "language"), [("m", "en"), ("t", "ar"), ("w", "en")])
async def test_without_a_choice_it_names_the_keys_that_stand_in_the_catalogue(
    explore: Explore, small: Store, key: str, language: Language
) -> None:
    state = State(record="zabadani")
    async with explore(small, language=language, state=state) as driver:
        await driver.press(key, "question_mark")
        (told,) = driver.notices
        assert "{" not in told
        assert "–" not in told
        assert "e: " in told


def test_the_name_of_a_key_is_made_of_words() -> None:
    for name in dialog_keys.own_keys():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*[.][a-z]+(-[a-z]+)*", name), name


async def test_a_command_that_was_given_no_key_has_none(explore: Explore, small: Store) -> None:
    async with explore(small, config=Config(keys={"filter": ()})) as driver:
        await driver.press("f")
        assert driver.app.screen is driver.explorer
