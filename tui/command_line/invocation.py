"""How the program was called: what every command is handed before its own parameters."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import store as store_package
from store.errors import MasaratError, Sentence, StoreError
from store.model.questions import LONGEST_QUERY
from store.tuples import NamedTuple
from store.typed import TYPE_CHECKING, Final
from tui.command_line.errors import WrongUseError
from tui.command_line.output import print_message
from tui.messages.sentences import translate, translate_sentence

if TYPE_CHECKING:
    from store import Patience
    from store.errors import DamagedRowError
    from store.model.vocabulary import Language
    from store.store import Store


_MOST_DAMAGED: Final = 20
MEMORY: Final = ":memory:"


class Invocation(NamedTuple):
    """The values of the options that belong to the program; None where one was not given."""

    damaged: list[DamagedRowError]
    """What the command leaves out as it cannot be read, filled while it runs."""
    store: str | None = None
    language: Language | None = None
    bidi: str | None = None
    plain: bool = False
    no_mouse: bool = False
    debug: bool = False

    @staticmethod
    def patience() -> Patience:
        """How long a command waits for other programs that write, which it tells."""
        return store_package.Patience(tell=_tell_of_waiting)

    def refuse_missing_store(self) -> None:
        """See that the store that was named is there; the user's own one is made when it is not.

        Raises:
            WrongUseError: it is not.
        """
        if self.store not in (None, MEMORY) and _is_missing(self.store):
            sentence = "There is no store {path}; masarat create makes one, or masarat import."
            raise WrongUseError(translate(sentence, path=self.store))

    @contextmanager
    def open_store(
        self, *, tells_of_damage: bool = True, at_a_glance: bool = False
    ) -> Iterator[Store]:
        """Open the store that was named, or the user's own, and print its notices.

        Args:
            tells_of_damage: False where what is damaged is told one by one anyway.
            at_a_glance: whether the shipped records are not looked at one by one; see `store.open`.

        Raises:
            store.errors.StoreError: it cannot be opened.
        """
        with store_package.open(
            self.store, patience=self.patience(), at_a_glance=at_a_glance
        ) as opened:
            for notice in opened.notices:
                print_message(translate_sentence(notice))
            yield opened
        if tells_of_damage:
            self.damaged.extend(opened.damaged.values())

    def refuse_damaged(self) -> None:
        """Tell what was left out, when all is done that could be.

        Raises:
            store.errors.StoreError: something was.
        """
        if not self.damaged:
            return
        for error in self.damaged[:_MOST_DAMAGED]:
            print_message(translate_sentence(error.sentence))
        sentence = (
            "{count:,} damaged in the store, and left out where they cannot be read; masarat check "
            "tells all that is wrong."
        )
        raise StoreError(Sentence(sentence, count=len(self.damaged)))


def _tell_of_waiting() -> None:
    """Say why nothing happens, to somebody who watches."""
    if sys.stderr.isatty():
        print_message(translate("Waiting for another masarat that writes to the store …"))


def take_query(store: Store, query: str) -> str:
    """Print why a query is not asked as it is written, or refuse it where it holds too much.

    Returns:
        The query; that of the saved search where `@` and its name is given.

    Raises:
        MasaratError: it holds too much, or no search has that name.
    """
    if query.startswith("@"):
        from tui.command_line.saved import saved_query  # few save any

        query = saved_query(query)
    if remark := store.remark_on(query):
        if remark.refusal:
            raise MasaratError(remark.refusal)
        print_message(translate_sentence(remark.told))
    return query


def refuse_long_query(query: str) -> None:
    """Refuse a query that is longer than what can be asked.

    Raises:
        MasaratError: it is.
    """
    if len(query) > LONGEST_QUERY:
        sentence = "The query has {count:,} characters; shorten it to {most:,} or less."
        raise MasaratError(Sentence(sentence, count=len(query), most=LONGEST_QUERY))


def _is_missing(store: str) -> bool:
    """Whether nothing is there; what may not be looked at is, and opening it tells why not."""
    try:
        os.stat(store)  # noqa: PTH116 — a path costs more than a look-up
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError):
        return False
    return False
