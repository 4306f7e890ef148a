"""The records that a command draws: all, or those that a query finds; and what it says of none."""

from __future__ import annotations

from store.tuples import NamedTuple
from store.typed import TYPE_CHECKING, Final
from tui.command_line.errors import WrongUseError
from tui.command_line.exit_codes import NOTHING
from tui.command_line.invocation import take_query
from tui.command_line.output import print_message
from tui.command_line.printing.hits import no_hits
from tui.messages.sentences import translate, user_language

if TYPE_CHECKING:
    from store.store import Store

_ALL: Final = 2**31


class ToDraw(NamedTuple):
    """What is drawn."""

    query: str | None
    """As it is asked: that of a saved search in the place of its name."""
    keys: list[str]


def records_to_draw(store: Store, query: str | None, no_sources: str) -> ToDraw:
    """The records that a query finds, all of them without one.

    Args:
        store: open.
        query: as it was typed, or None.
        no_sources: why none can be drawn of sources, in the user's language.

    Raises:
        WrongUseError: it asks for sources.
        MasaratError: it holds too much, or no search has that name.
    """
    if query is None:
        return ToDraw(None, store.every_key())
    query = take_query(store, query)
    if store.asks_for_sources(query):
        raise WrongUseError(no_sources)
    found = store.search(query, limit=_ALL, language=user_language()).whole
    return ToDraw(query, [hit.key for hit in found])


def nothing_to_draw(query: str | None) -> int:
    """Say that there is no record to draw, and give the exit code of that."""
    if query is None:
        print_message(translate("There is no record in this store."))
        return NOTHING
    sentence = "There is no record that {query!r} finds in this store."
    return no_hits(query, translate(sentence, query=query))
