"""All examinations of a store, one after the other: none of them stops the others."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from typing import Final

from store.errors import Sentence
from store.examination.examination import Damage, Examination
from store.examination.examinations import EXAMINATIONS
from store.sqlite.connection import open_connection
from store.upkeep.copies import copy_pages

MOST_TOLD: Final = 200
"""Damages that an examination tells one by one."""


def examine(connection: sqlite3.Connection) -> Iterator[Damage]:
    """Find what is wrong with a store.

    A copy is examined, as it is at one moment: nobody is kept from writing meanwhile, and a store
    that may only be read is examined as any other.

    Args:
        connection: of the store.
    """
    with closing(open_connection("")) as copy:
        try:
            copy_pages(connection, copy)
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            yield Damage(Sentence("the pages cannot be read: {error}", error=error))
            return
        yield from examine_copy(copy)


def examine_copy(copy: sqlite3.Connection) -> Iterator[Damage]:
    """Find what is wrong with a store that nobody else uses.

    Args:
        copy: of the store; it is left as it was.
    """
    copy.execute("PRAGMA foreign_keys = OFF")
    for examination in EXAMINATIONS:
        yield from _bounded(examination, copy)


def _bounded(examination: Examination, copy: sqlite3.Connection) -> Iterator[Damage]:
    damages = _to_the_end(examination, copy)
    yield from islice(damages, MOST_TOLD)
    others = list(damages)
    if others:
        sentence = Sentence("and {count:,} more of this kind", count=len(others))
        yield Damage(sentence, all(damage.is_of_index for damage in others))


def _to_the_end(examination: Examination, copy: sqlite3.Connection) -> Iterator[Damage]:
    try:
        yield from examination.damages(copy)
    except (sqlite3.Error, ArithmeticError, LookupError, TypeError, ValueError) as error:
        sentence = "{examined} cannot be examined to the end: {error}"
        what = Sentence(sentence, examined=examination.name, error=error)
        yield Damage(what, examination.is_of_index)
