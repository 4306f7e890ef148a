"""The keys of dialogs and pictures: what they are, and what a user chose in their place.

All dialogs are loaded for it, so that nothing asks this module where no such key is chosen.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

from tui import chosen_keys
from tui.config import Complaint
from tui.explorer import commands, screens
from tui.explorer.screens.dialog import Dialog
from tui.explorer.screens.rebinding.names import keys_by_id
from tui.terminal.keyboard import twins

Keys = Mapping[str, tuple[str, ...]]
"""Keys by id: `timeline.zoom-on`."""


@cache
def dialogs() -> tuple[dict[str, tuple[str, ...]], ...]:
    """The Latin keys of each dialog that has any, by their ids, in the order of their names."""
    for package in (screens, commands):
        _load(package)
    found = []
    for dialog in _below(Dialog):
        keys = {name: _latin(each) for name, each in keys_by_id(dialog)}
        if keys:
            found.append(keys)
    return tuple(sorted(found, key=lambda keys: next(iter(keys))))


def own_keys() -> dict[str, tuple[str, ...]]:
    """The same of all dialogs together."""
    return {name: keys for dialog in dialogs() for name, keys in dialog.items()}


def keys_now(chosen: Keys) -> dict[str, tuple[str, ...]]:
    """The Latin keys that each id has with those that a user chose.

    As among commands, a key that was chosen for one is taken from another of the same dialog.
    """
    wanted = chosen_keys.followed(_of_dialogs(chosen), own_keys())
    found: dict[str, tuple[str, ...]] = {}
    for own in dialogs():
        taken = {key for name in own.keys() & wanted.keys() for key in wanted[name]}
        for name, keys in own.items():
            if name in wanted:
                found[name] = _with_way_out(wanted[name], keys)
            else:
                found[name] = tuple(key for key in keys if key not in taken)
    return found


def keymap(chosen: Keys) -> dict[str, tuple[str, ...]]:
    """Each id for which a user chose keys, with these and their twins in Arabic layouts."""
    now, wanted = keys_now(chosen), _of_dialogs(chosen)
    found: dict[str, tuple[str, ...]] = {}
    for dialog in dialogs():
        under_arabic = twins(key for name in dialog for key in now[name])
        for name in dialog.keys() & wanted.keys():
            found[name] = tuple(
                written for key in now[name] for written in (key, *under_arabic.get(key, ()))
            )
    return found


def complaints(chosen: Keys) -> list[Complaint]:
    """What cannot be followed of the keys that a user chose for dialogs."""
    own, wanted, now = own_keys(), _of_dialogs(chosen), keys_now(chosen)
    found = chosen_keys.key_complaints(wanted, own, {})
    for dialog in dialogs():
        if dialog.keys() & wanted.keys():
            found += chosen_keys.shared({name: now[name] for name in dialog})
    return found


def _of_dialogs(chosen: Keys) -> dict[str, tuple[str, ...]]:
    return {name: keys for name, keys in chosen.items() if "." in name}


def _with_way_out(keys: tuple[str, ...], own: tuple[str, ...]) -> tuple[str, ...]:
    """Keys that were chosen; Escape leads out of a dialog whatever was."""
    return (*keys, "escape") if "escape" in own and "escape" not in keys else keys


def _latin(keys: tuple[str, ...]) -> tuple[str, ...]:
    """Without what an Arabic layout types in their places."""
    return tuple("," if key == "comma" else key for key in keys if key.isascii())


def _below(dialog: type[Any]) -> Iterator[type[Any]]:
    for below in dialog.__subclasses__():
        yield below
        yield from _below(below)


def _load(package: ModuleType) -> None:
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        import_module(module.name)
