"""How the program was called: what every command is handed before its own parameters."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

import store as store_package
from store.errors import MasaratError, Sentence
from store.model.questions import LONGEST_QUERY
from tui.command_line.output import print_message
from tui.messages.sentences import translate_sentence

if TYPE_CHECKING:
    from store.model.vocabulary import Language
    from store.store import Store


class Invocation(NamedTuple):
    """The values of the options that belong to the program; None where one was not given."""

    store: str | None = None
    language: Language | None = None
    bidi: str | None = None

    @contextmanager
    def open_store(self) -> Iterator[Store]:
        """Open the store that was named, or the user's own, and print its notices.

        Raises:
            store.errors.StoreError: it cannot be opened.
        """
        with store_package.open(self.store) as opened:
            for notice in opened.notices:
                print_message(translate_sentence(notice))
            yield opened


def clean_query(query: str) -> str:
    """Make a query of an argument whose bytes may not have been UTF-8.

    Raises:
        MasaratError: it is longer than what can be asked.
    """
    if len(query) > LONGEST_QUERY:
        raise MasaratError(
            Sentence(
                "The query has {count:,} characters; shorten it to {most:,} or less.",
                count=len(query),
                most=LONGEST_QUERY,
            )
        )
    return query.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
