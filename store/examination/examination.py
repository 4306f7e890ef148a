"""What an examination is: one question asked of a whole store."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator

from store.errors import Sentence
from store.tuples import NamedTuple


class Damage(NamedTuple):
    """One thing that is wrong with a store."""

    what: Sentence
    is_of_index: bool = False
    """Whether it can be made anew from the rest of the store, so that nothing is lost."""


class Examination(NamedTuple):
    """One question, whose module says in its first line what it asks.

    It may write to the connection, which is of a copy, and may raise `sqlite3.Error` where what it
    reads is too damaged to go on.
    """

    name: Sentence
    """What it looks at: the beginning of a sentence where it has to give up."""
    place: int
    """When it is asked; see `store.entries`."""
    damages: Callable[[sqlite3.Connection], Iterator[Damage]]
    is_of_index: bool = False
    """Whether all that it looks at can be made anew."""
