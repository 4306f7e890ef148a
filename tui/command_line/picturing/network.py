"""The network of a record as a command draws it: all of it, with its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tui.command_line.picturing.printed import is_to_a_terminal
from tui.messages import speak
from tui.messages.sentences import user_language
from tui.pictures.cells import SAVED_COLUMNS
from tui.pictures.network.content import network_of, to_follow
from tui.pictures.network.drawing import draw_whole_network
from tui.pictures.network.laying import LEAST_WIDTH
from tui.terminal.safe_output import terminal_columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.model.records import Related
    from store.store import Store
    from tui.pictures.cells import Picture

_MOST_COLUMNS: Final = 400


def is_room_for_network() -> bool:
    """Whether what is printed goes to a terminal that is wide enough for a picture."""
    return is_to_a_terminal() and terminal_columns() >= LEAST_WIDTH


def drawn_network(
    store: Store, key: str, near: Sequence[Related], *, beyond: bool, is_saved: bool
) -> Picture:
    """Draw a record with all that it is related to.

    Args:
        store: where it is.
        key: of the record.
        near: its relations.
        beyond: whether what lies two steps away is wanted.
        is_saved: as wide as a page, and not as the terminal.
    """
    language = user_language()
    speak(language)
    row = store.row(key)
    further = None
    if beyond:
        keys, _ = to_follow(row, near)
        further = dict(zip(keys, store.related_many(keys), strict=True))
    network = network_of(row, near, language, further)
    columns = SAVED_COLUMNS if is_saved else min(terminal_columns(), _MOST_COLUMNS)
    return draw_whole_network(network, columns, language, store.sources)
