"""Keys that a user chose: each thing that can be wrong with them is named."""

from __future__ import annotations

import pytest

from tui.chosen_keys import Keys
from tui.config import Complaint
from tui.explorer.commands import COMMANDS, complaints_of_keys, key_lists


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


def test_an_unknown_command_is_told_and_its_keys_are_not() -> None:
    assert complained({"dance": ("pgdn",)}) == [("config.unknown-command", ("dance",))]
