"""The parts of the explorer's main screen; of those, the panes are entries of `PANES`.

A pane is a `Pane` in a module of its own, and its words in the catalogues: the screen lays out
whatever is listed here, leads `Tab` through it, and shows it the record.
"""

from typing import Final

from tui.explorer.panes.detail import Detail
from tui.explorer.panes.pane import Pane
from tui.explorer.panes.record_list import RecordList
from tui.explorer.panes.relations_list import RelationsList

PANES: Final[tuple[type[Pane], ...]] = (RecordList, Detail, RelationsList)
"""The panes in reading order; where there is no room for all, the first ones are shown."""
