"""The keys of both Arabic layouts, and that no character starts two commands."""

from __future__ import annotations

from collections import Counter

import pytest

from tui.explorer.commands import COMMANDS, key_lists
from tui.terminal.keyboard import ARABIC_101, cap, mirrored, twins


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("j", "ت"), ("k", "ن"), ("h", "ا"), ("l", "م"), ("/", "ظ"), ("[", "ج"), ("]", "د"),
        ("f", "ب"), ("g", "ل"), ("n", "ى"), ("N", "آ"), ("o", "خ"), ("q", "ض"), ("y", "غ"),
        ("Y", "إ"), ("e", "ث"), ("?", "؟"), ("0", "٠"), ("4", "٤"), ("G", "ﻷ"), ("`", "ذ"),
    ],
)  # fmt: skip
def test_a_key_has_the_letter_it_types_on_arabic_101(key: str, typed: str) -> None:
    assert typed in twins([key])[key]


def test_the_mac_types_its_own_letters_in_the_lower_row() -> None:
    found = twins("nm'")
    assert "ر" in found["n"]
    assert "و" in found["m"]


def test_a_letter_on_which_layouts_disagree_goes_to_arabic_101_when_that_key_is_bound() -> None:
    assert "ة" in twins("]")["]"]
    assert "ة" in twins("m]")["m"]
    assert "ة" not in twins("m]")["]"]


def test_no_key_starts_two_commands() -> None:
    for right_to_left in (False, True):
        lists = key_lists({}, right_to_left=right_to_left)
        counts = Counter(key for keys in lists.values() for key in keys)
        assert [key for key, count in counts.items() if count > 1] == []


def test_every_single_key_has_a_way_under_the_arabic_layout() -> None:
    # Shift+L types a slash there, and the colon stays: both commands have a second key. Signs of
    # the row of digits are typed as they are.
    without = {
        command.id
        for command in COMMANDS.values()
        if any(len(key) == 1 for key in command.keys)
        and not any(key in ARABIC_101 or key in "-=+" for key in command.keys if len(key) == 1)
        and all(len(key) == 1 for key in command.keys)
    }
    assert without == set()


def test_arrows_change_places_in_a_mirrored_interface() -> None:
    assert [mirrored(key) for key in ("left", "alt+right", "j")] == ["right", "alt+left", "j"]
    assert "alt+right" in key_lists({}, right_to_left=True)["back"]
    assert "left" in key_lists({}, right_to_left=True)["later-pane"]


def test_caps_are_what_the_keyboard_shows() -> None:
    caps = [cap(key) for key in ("alt+left", "ctrl+p", "enter", "/", "shift+tab", "f2")]
    assert caps == ["Alt+←", "Ctrl+p", "↵", "/", "Shift+⇥", "F2"]
