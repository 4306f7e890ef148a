"""Names of a dialog's keys: `timeline.zoom-on` is what the timeline does with `zoom(1)`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from textual.binding import Binding, BindingType

from store.expressions import expression

_WORD: Final = expression("[A-Z][a-z]*")
_KINDS: Final = ("Screen", "Dialog")
"""Words of a class's name that say nothing of what it is for."""
_WAYS: Final = {"": "", "1": "-on", "-1": "-back", "True": "-yes", "False": "-no"}
"""What an action is told, as the end of its name."""


def name_of(screen: type) -> str:
    """What the keys of a dialog stand under: `timeline`, `export`."""
    words = _WORD.findall(screen.__name__)
    named = [word for word in words if word not in _KINDS] or words
    return "-".join(named).lower()


def named(bindings: Iterable[BindingType], place: str) -> list[BindingType]:
    """The same bindings, each with the id under which its keys may be chosen."""
    return [_named(each, place) if isinstance(each, Binding) else each for each in bindings]


def _named(binding: Binding, place: str) -> Binding:
    if binding.id:
        return binding
    from dataclasses import replace

    return replace(binding, id=f"{place}.{action_name(binding.action)}")


def action_name(action: str) -> str:
    """An action in a word: `zoom(1)` is `zoom-on`, `app.focus_next` is `focus-next`."""
    called, _, told = action.partition("(")
    told = told.removesuffix(")")
    end = _WAYS.get(told, f"-{told}")
    return called.rpartition(".")[2].replace("_", "-") + end


def keys_by_id(screen: type) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The ids that a dialog itself states, each with its keys, twins of other layouts included."""
    found: dict[str, list[str]] = {}
    for binding in screen.__dict__.get("BINDINGS", ()):
        if isinstance(binding, Binding) and binding.id:
            found.setdefault(binding.id, []).extend(binding.key.split(","))
    yield from ((name, tuple(keys)) for name, keys in found.items())
