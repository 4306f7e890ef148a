"""What is wrong with the keys that a user chose; knows the keymap as names alone."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from store.errors import Listed
from tui.config import Complaint
from tui.terminal.keyboard import cap

Keys = Mapping[str, tuple[str, ...]]
"""Keys by command id, as Textual names them."""

_NEEDED: Final = ("enter", "escape", "tab", "shift+tab", "ctrl+c", "ctrl+i", "ctrl+m", "ctrl+[")
"""By dialogs and text boxes; the last three are what Tab, Enter and Esc send in most terminals."""
_MODIFIERS: Final = ("alt", "ctrl", "hyper", "meta", "shift", "super")
_NAMED: Final = frozenset(
    (
        "up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete",
        "enter", "escape", "tab", "space", "backspace", *(f"f{number}" for number in range(1, 25)),
    )
)  # fmt: skip
_SIGNS: Final = {
    "slash": "/", "backslash": "\\", "at": "@", "minus": "-", "plus": "+", "underscore": "_",
    "circumflex_accent": "^",
}  # fmt: skip
"""Signs to which Textual gives other names than Unicode does."""
_LONGEST_NAME: Final = 100


def followed(chosen: Keys, defaults: Keys) -> Keys:
    """The chosen keys but those that dialogs and text boxes need.

    Args:
        chosen: from the configuration.
        defaults: every command's own keys, which it keeps where all that were chosen are needed.
    """
    kept = {
        name: tuple(key for key in keys if not _is_needed(key, defaults.get(name, ())))
        for name, keys in chosen.items()
    }
    return {name: keys for name, keys in kept.items() if keys or not chosen[name]}


def key_complaints(
    chosen: Keys, defaults: Keys, keymap: Keys, called: Callable[[str], str] = str
) -> list[Complaint]:
    """What cannot be followed, or not as it was meant, of the keys that a user chose.

    Args:
        chosen: from the configuration.
        defaults: every command's own keys; none for a command that has none.
        keymap: every key that starts each command now, twins of other layouts included.
        called: says what a command is called, for whoever does not know its id.
    """
    found: list[Complaint] = []
    for name, keys in chosen.items():
        if name not in defaults:
            found.append(Complaint("config.unknown-command", {"name": name}))
            continue
        for key in dict.fromkeys(keys):
            arguments = {"name": name, "key": cap(key)}
            if _is_needed(key, defaults[name]):
                found.append(Complaint("config.needed-key", arguments))
            elif not _can_be_sent(key):
                found.append(Complaint("config.no-key", arguments))
    return [*found, *shared(keymap, called)]


def _is_needed(key: str, own: tuple[str, ...]) -> bool:
    return key in _NEEDED and key not in own


def shared(keymap: Keys, called: Callable[[str], str] = str) -> Iterator[Complaint]:
    """The keys that start more than one command: each set of commands once, with its first key."""
    owners: dict[str, list[str]] = {}
    for name, keys in keymap.items():
        for key in dict.fromkeys(_one_spelling(key) for key in keys):
            owners.setdefault(key, []).append(name)
    told: set[tuple[str, ...]] = set()
    for key, names in owners.items():
        if len(names) > 1 and tuple(names) not in told:
            told.add(tuple(names))
            named = Listed(map(called, names))
            yield Complaint("config.same-key", {"key": cap(key), "names": named})


def _can_be_sent(key: str) -> bool:
    """Whether some terminal sends it under this very name."""
    if len(key) == 1:
        return key.isprintable() and key != " "  # which goes by its name
    *modifiers, name = key.split("+")
    if modifiers != sorted(set(modifiers) & set(_MODIFIERS)):
        return False  # they come in the order of the alphabet
    if len(name) > 1:
        return name in _NAMED or bool(_sign(name))
    if modifiers == ["shift"] or "ctrl" in modifiers:  # Shift makes another letter of it
        return modifiers != ["shift"] and name.isalnum() and name == name.lower()
    return name.isalnum()  # a sign goes by its name beside a modifier


def _one_spelling(key: str) -> str:
    return _sign(key) or key


def _sign(name: str) -> str:
    """The sign that a name stands for, empty when for none."""
    if name in _SIGNS:
        return _SIGNS[name]
    if len(name) < 2 or len(name) > _LONGEST_NAME or name != name.lower():
        return ""
    try:
        sign = unicodedata.lookup(name.replace("_", " "))
    except KeyError:
        return ""
    return sign if len(sign) == 1 and sign.isprintable() and sign != " " else ""
