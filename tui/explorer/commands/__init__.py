"""What a person can do in the explorer: one class is one command.

A command's key, footer entry, palette entry, help row and name for remapping all come from its
class (the idea is Dave Pearson's, from textual-enhanced), so that they cannot drift apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from textual.binding import Binding

from tui.chosen_keys import followed, key_complaints
from tui.explorer.commands import finding, moving, pointing, program, sizing, using
from tui.terminal.keyboard import mirrored, twins

if TYPE_CHECKING:
    from tui.config import Complaint
    from tui.explorer.commands.command import Command

COMMANDS: Final[dict[str, type[Command]]] = {
    command.id: command
    for module in (moving, sizing, finding, pointing, using, program)
    for command in module.COMMANDS
}
"""Every command by its id, in the order in which help and palette show them."""
_OWN_KEYS: Final = {command.id: command.keys for command in COMMANDS.values()}


_NO_KEY: Final = "no_key"
"""What no terminal sends."""
_MOST_WANTED: Final = ("finding", "using", "program", "moving")
"""Groups: whoever moves has a hand on the arrows already."""


def most_wanted_first() -> list[type[Command]]:
    """Every command, what people look for in a list of them first."""
    return sorted(COMMANDS.values(), key=lambda command: _MOST_WANTED.index(command.group))


def bindings() -> list[Binding]:
    """The default bindings of every command that has keys, under Latin and Arabic layouts."""
    return [
        # Textual runs a priority binding before it reads the next key; others wait in a queue.
        Binding(",".join(keys), f"command('{name}')", id=name, priority=COMMANDS[name].takes_typing)
        for name, keys in key_lists({}).items()
    ]


def keymap(chosen: Mapping[str, tuple[str, ...]], *, right_to_left: bool) -> dict[str, str]:
    """Textual's keymap: the keys that a user chose, and mirrored ones in a mirrored interface.

    A command that keeps its own keys is left out: what is in the keymap costs Textual time at
    each change of the focus.

    Args:
        chosen: keys by command id, from the configuration.
        right_to_left: the interface is in Arabic.
    """
    found = key_lists(chosen, right_to_left=right_to_left)
    if has_dialog_keys(chosen):
        from tui.explorer.commands import dialog_keys  # which loads all dialogs

        found |= dialog_keys.keymap(chosen)
    own = key_lists({})
    # Textual leaves a command its own keys for which the keymap has none.
    return dict.fromkeys(own.keys() - found.keys(), _NO_KEY) | {
        name: ",".join(key.replace(",", "comma") for key in keys)
        for name, keys in found.items()
        if keys != own.get(name)
    }


def has_dialog_keys(chosen: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether keys were chosen for a dialog or picture: `timeline.zoom-on`."""
    return any("." in name for name in chosen)


def complaints_of_keys(
    chosen: Mapping[str, tuple[str, ...]], *, right_to_left: bool
) -> list[Complaint]:
    """What is wrong with the keys that a user chose, in an interface that runs this way."""
    lists = key_lists(chosen, right_to_left=right_to_left)
    found = key_complaints(_of_commands(chosen), _OWN_KEYS, lists, _called)
    if has_dialog_keys(chosen):
        from tui.explorer.commands import dialog_keys

        found += dialog_keys.complaints(chosen)
    return found


def _of_commands(chosen: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return {name: keys for name, keys in chosen.items() if "." not in name}


def _called(name: str) -> str:
    """A command as a complaint names it: what it is called, and its id in the configuration."""
    label = COMMANDS[name].label()
    return f"{name} ({label})" if label != name else name


def keys_of(
    command: type[Command], chosen: Mapping[str, tuple[str, ...]], *, right_to_left: bool
) -> tuple[str, ...]:
    """The Latin keys of a command as they are now, for the footer and the help.

    A key that a user gave to another command is that one's alone; what dialogs need is given to
    none.
    """
    chosen = followed(_of_commands(chosen), _OWN_KEYS)
    taken = {key for name, keys in chosen.items() if name != command.id for key in keys}
    own = tuple(key for key in command.keys if key not in taken)
    keys = chosen.get(command.id, own)
    return tuple(mirrored(key) for key in keys) if right_to_left and command.mirrors else keys


def key_lists(
    chosen: Mapping[str, tuple[str, ...]], *, right_to_left: bool = False
) -> dict[str, tuple[str, ...]]:
    """For each command id every key that starts it, each with its twins under an Arabic layout."""
    latin = {
        command.id: keys_of(command, chosen, right_to_left=right_to_left)
        for command in COMMANDS.values()
    }
    under_arabic = twins(key for keys in latin.values() for key in keys)
    return {
        name: tuple(
            # Textual separates keys by commas, so that the comma itself goes by its name.
            written.replace(",", "comma")
            for key in keys
            for written in (key, *under_arabic.get(key, ()))
        )
        for name, keys in latin.items()
        if keys
    }
