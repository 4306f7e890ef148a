"""Making a store that was not there, with what we ship or empty."""

from __future__ import annotations

import os
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from store.errors import Sentence, StoreError
from store.sqlite.part_files import JOURNALS
from store.store import Store
from store.upkeep import seeding
from store.upkeep.database import connect

if TYPE_CHECKING:
    from pathlib import Path


def create(path: Path | str, *, empty: bool = False) -> Store:
    """Make a store where nothing is.

    Args:
        path: a file that does not exist; folders above it are made.
        empty: whether it is to hold no shipped record, now and whenever it is opened.

    Returns:
        The store, to be used as a context manager.

    Raises:
        StoreError: something is there already, or no store can be made there; nothing is left then.
    """
    if os.path.lexists(path):
        sentence = "There is something at {path} already; name a file that does not exist."
        raise StoreError(Sentence(sentence, path=str(path)))
    try:
        if empty:
            with closing(connect(str(path))) as connection:
                seeding.leave_empty(connection)
        return Store(path)
    except BaseException:
        for ending in ("", *JOURNALS):
            with suppress(OSError):
                os.unlink(f"{path}{ending}")
        raise
