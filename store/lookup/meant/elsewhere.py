"""Countries of the world, which look like names of the store by chance: *Nepal* is not Nubl."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from functools import lru_cache

from store.lookup.keys import telling_words
from store.tables.batches import listed
from store.text.folding import fold, words
from store.typed import Final

_FILE: Final = "countries.txt"
_MOST_WORDS: Final = 8


def is_elsewhere(connection: sqlite3.Connection, asked: tuple[str, ...]) -> bool:
    """Whether some words are the name of a country of which the store has nothing.

    Args:
        connection: of an open store.
        asked: folded words without articles, in order.
    """
    if not 0 < len(asked) <= _MOST_WORDS:
        return False
    names = _countries().get(" ".join(asked))  # folded line by line, as that costs a fifth
    if names is None:
        return False
    row = connection.execute(
        "SELECT 1 FROM names WHERE folded IN (SELECT value FROM json_each(?)) LIMIT 1",
        (listed(names),),
    ).fetchone()
    return row is None


@lru_cache(maxsize=1)
def _countries() -> Mapping[str, tuple[str, ...]]:
    """By each name of a country, without articles, all of its names; both folded."""
    from pathlib import Path  # few names are looked for there

    lines = Path(__file__).with_name(_FILE).read_text(encoding="utf-8").splitlines()
    countries: dict[str, tuple[str, ...]] = {}
    for line in lines:
        if line.startswith("#"):
            continue
        folded = [words(name) for name in fold(line).partition(":")[2].split("|")]
        names = tuple(" ".join(name) for name in folded)
        countries |= {" ".join(telling_words(name)): names for name in folded if name}
    return countries
