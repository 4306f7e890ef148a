"""Which sentences of a source are cited."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping

from store.tables.batches import fetch
from store.texts.held import is_number


def locators_of_sentences(
    connection: sqlite3.Connection, source_key: str
) -> Mapping[int, list[str]]:
    """For each sentence that is cited, how citations write its number: 3 may also stand as 03.

    Args:
        connection: of an open store.
        source_key: of the source.
    """
    found = fetch(
        connection,
        "SELECT DISTINCT locator FROM citations JOIN sources ON sources.id = source WHERE key = ?",
        [source_key],
    )
    numbers: dict[int, list[str]] = defaultdict(list)
    for (locator,) in found:
        if is_number(locator):
            numbers[int(locator)].append(locator)
    return dict(numbers)
