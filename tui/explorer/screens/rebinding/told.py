"""The keys of a dialog as a footer and a sentence tell them: those that the user chose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from textual.binding import Binding, BindingType

from store.tuples import NamedTuple
from tui.explorer.drawing.plain_mode import is_plain
from tui.terminal.keyboard import cap

_NONE: Final = "–"


class KeyTold:
    """A key in a sentence: `{save:e}` is the one that was chosen, `e` where its own ones hold."""

    def __init__(self, key: str | None) -> None:
        """Tell a key as Textual names it; an empty one is none, None its own."""
        self._key = key

    def __format__(self, own: str) -> str:
        """The key's cap."""
        if self._key is None:
            return own
        return cap(self._key, in_words=is_plain()) if self._key else _NONE


class _Stated(NamedTuple):
    """A binding to which a user may give other keys."""

    id: str
    action: str
    own: list[str]


def keys_changed(bindings: Iterable[BindingType], keymap: Mapping[str, str]) -> dict[str, str]:
    """What starts the actions of a dialog that have other keys than their own.

    Args:
        bindings: of the dialog.
        keymap: by the ids of bindings, the keys that were chosen.

    Returns:
        By action, the first of its keys; of one whose keys others were given, the first that is
        left, empty for none.
    """
    stated = _stated(bindings)
    chosen = {each.id: keymap[each.id].split(",") for each in stated if each.id in keymap}
    taken = {key for keys in chosen.values() for key in keys}
    found = {}
    for binding in stated:
        if binding.id in chosen:
            found[binding.action] = chosen[binding.id][0]
        elif taken.intersection(binding.own):
            left = (key for key in binding.own if key.isascii() and key not in taken)
            found[binding.action] = next(left, "")
    return found


def keys_in_words(
    bindings: Iterable[BindingType], changed: Mapping[str, str]
) -> dict[str, KeyTold]:
    """The keys of a dialog for the placeholders of a sentence: `{zoom_on:+}` is that of `zoom(1)`.

    Args:
        bindings: of the dialog.
        changed: those that are no more what they were, see `keys_changed`.
    """
    return {
        each.id.rpartition(".")[2].replace("-", "_"): KeyTold(changed.get(each.action))
        for each in _stated(bindings)
    }


def _stated(bindings: Iterable[BindingType]) -> list[_Stated]:
    return [
        _Stated(each.id, each.action, each.key.split(","))
        for each in bindings
        if isinstance(each, Binding) and each.id
    ]
