"""The table of commands: what `masarat` understands, each stated by the module of its name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from operator import attrgetter
from typing import Final

from store.entries import module_names
from tui.command_line import commands
from tui.command_line.entry import Command


class _Commands(Mapping[str, Command]):
    """Commands by name, in the order of the help; asked for one, it loads that one alone."""

    def __init__(self) -> None:
        self._modules: Final = {
            # `import_`, as a module cannot be called `import`.
            module.removesuffix("_").replace("_", "-"): f"{commands.__name__}.{module}"
            for module in module_names(commands.__path__)
        }

    def __getitem__(self, name: str) -> Command:
        command: Command = import_module(self._modules[name]).COMMAND
        return command

    def __contains__(self, name: object) -> bool:
        return name in self._modules

    def __iter__(self) -> Iterator[str]:
        entries = sorted(map(self.__getitem__, self._modules), key=attrgetter("place"))
        return (entry.name for entry in entries)

    def __len__(self) -> int:
        return len(self._modules)


COMMANDS: Final[Mapping[str, Command]] = _Commands()
"""Every command by its name, in the order of the help."""
