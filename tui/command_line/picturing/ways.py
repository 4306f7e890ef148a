"""How two records are connected as a command saves it: every claim, with its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.messages import speak
from tui.messages.sentences import user_language
from tui.pictures.cells import SAVED_COLUMNS
from tui.pictures.network.ways import draw_whole_ways

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from store.connecting import Connection
    from store.model.records import Source
    from tui.pictures.cells import Picture


def drawn_ways(found: Connection, read: Callable[[list[str]], Iterable[Source]]) -> Picture:
    """Draw ways as wide as a page.

    Args:
        found: one way at least.
        read: reads the sources with some keys.
    """
    language = user_language()
    speak(language)
    return draw_whole_ways(found, SAVED_COLUMNS, language, read)
