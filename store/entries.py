"""Folders of entries: what a module of such a folder states is found by being there.

A folder's `__init__` asks for its entries with its own `__name__` and `__path__`, as an installed
masarat has its packages under another name. The modules are listed by `os`, as pkgutil takes
longer to import than all of them.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from operator import attrgetter
from types import ModuleType

from store.typed import Final, Generic, Protocol, TypeVar


class Placed(Protocol):
    """What states its place among the entries of its folder."""

    @property
    def place(self) -> int:
        """The lower comes first; in tens, so that another fits between.

        Entries of one place come in the order of their modules' names.
        """


class Called(Placed, Protocol):
    """What also has a name, which is that of its module."""

    @property
    def name(self) -> str:
        """By which it is asked for."""


Entry = TypeVar("Entry", bound=Placed)
CalledEntry = TypeVar("CalledEntry", bound=Called)
_PLACE: Final = attrgetter("place")


def entries(package: str, path: Iterable[str], of: type[Entry]) -> tuple[Entry, ...]:
    """The entries that are objects of a class, from all modules of a folder, by their place.

    Args:
        package: the folder's name as a package, its `__name__`.
        path: where its modules lie, its `__path__`.
        of: the class of the entries.
    """
    found = [
        value
        for module in _modules(package, path)
        for value in vars(module).values()
        if isinstance(value, of)
    ]
    # A module may import an entry of its neighbour: it is one entry all the same.
    return tuple(sorted({id(entry): entry for entry in found}.values(), key=_PLACE))


class EntriesByName(Mapping[str, CalledEntry], Generic[CalledEntry]):
    """The entries of a folder by name, in the order of their places.

    Each module has one, and bears its name: `two_words` that of `two-words`, and `import_` that of
    `import`, as a module cannot be called so. Asked for one, it loads that one alone.
    """

    def __init__(self, package: str, path: Iterable[str], of: type[CalledEntry]) -> None:
        """Look which modules there are; see `entries`."""
        self._of: Final = of
        self._modules: Final = {
            module.removesuffix("_").replace("_", "-"): f"{package}.{module}"
            for module in module_names(path)
        }

    def __getitem__(self, name: str) -> CalledEntry:
        for value in vars(import_module(self._modules[name])).values():
            if isinstance(value, self._of) and value.name == name:
                return value
        raise KeyError(name)

    def __contains__(self, name: object) -> bool:
        return name in self._modules

    def __iter__(self) -> Iterator[str]:
        return (entry.name for entry in sorted(map(self.__getitem__, self._modules), key=_PLACE))

    def __len__(self) -> int:
        return len(self._modules)


def class_entries(package: str, path: Iterable[str], of: type[Entry]) -> tuple[type[Entry], ...]:
    """The entries that are classes: subclasses that state a place of their own; see `entries`."""
    found = [
        value
        for module in _modules(package, path)
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, of)
        if value.__module__ == module.__name__ and "place" in vars(value)
    ]
    return tuple(sorted(found, key=_PLACE))


def module_names(path: Iterable[str]) -> list[str]:
    """Names of the modules in a folder, by the alphabet; those that begin with `_` aside.

    Args:
        path: the folder's `__path__`.
    """
    stems = (file.removesuffix(".py") for folder in path for file in os.listdir(folder)
             if file.endswith(".py"))  # fmt: skip
    # What editors leave beside a file is no identifier.
    return sorted(stem for stem in stems if stem.isidentifier() and not stem.startswith("_"))


def _modules(package: str, path: Iterable[str]) -> Iterator[ModuleType]:
    return (import_module(f"{package}.{name}") for name in module_names(path))
