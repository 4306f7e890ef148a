"""The panes of the explorer's main screen, each an entry of `PANES`.

A pane is a `Pane` in a module of its own here, and its words in the catalogues: the screen lays out
each, leads `Tab` through it, and shows it the record.
"""

from __future__ import annotations

from typing import Final

from store.entries import class_entries
from tui.explorer.panes.pane import Pane

PANES: Final = class_entries(__name__, __path__, Pane)
"""The panes in reading order; where there is no room for all, the first ones are shown."""
