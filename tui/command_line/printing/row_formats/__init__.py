"""The formats of lists: a module for each, found by being here.

A new one is a module with a `RowFormat`, and its name in `options.FORMAT`.
"""

from __future__ import annotations

from collections.abc import Mapping

from store.entries import EntriesByName
from store.typed import Final
from tui.command_line.printing.row_format import RowFormat

ROW_FORMATS: Final[Mapping[str, RowFormat]] = EntriesByName(__name__, __path__, RowFormat)
"""Every format by its name, in the order of the help."""
