"""The table of commands: what `masarat` understands, each stated by the module of its name."""

from __future__ import annotations

from collections.abc import Mapping

from store.entries import EntriesByName
from store.typed import Final
from tui.command_line import commands
from tui.command_line.entry import Command

COMMANDS: Final[Mapping[str, Command]] = EntriesByName(
    commands.__name__, commands.__path__, Command
)
"""Every command by its name, in the order of the help."""
