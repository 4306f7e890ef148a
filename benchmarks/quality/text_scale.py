"""Time of text search over made-up documents with a Zipf distribution of words.

    python -m benchmarks.quality.text_scale [documents]

Beside it, in the same run: SQLite's own BM25 over the same index (`ORDER BY rank LIMIT 20`), which
scores every document that holds the words, and a naive scan of all texts with LIKE.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from store.records import Bilingual, Origin, Record
from store.store import Store

_VOCABULARY: Final = 30_000
_LETTERS: Final = "abcdefghijklmnoprstuvwyz"
_WORDS_A_TEXT: Final = 60
_QUERIES: Final = 60
_NAIVE_QUERIES: Final = 5

Search = Callable[[str], object]


def vocabulary(choose: random.Random) -> list[str]:
    """Made-up words, the commonest first."""
    words: dict[str, None] = {}
    while len(words) < _VOCABULARY:
        words["".join(choose.choices(_LETTERS, k=choose.randint(3, 9)))] = None
    return list(words)


def documents(count: int, words: list[str], choose: random.Random) -> Iterator[Record]:
    """Records whose words are the rarer the later they stand in the vocabulary (Zipf)."""
    weights = list(accumulate(1 / (rank + 1) for rank in range(len(words))))
    for number in range(count):
        text = choose.choices(words, cum_weights=weights, k=_WORDS_A_TEXT)
        name = " ".join(text[:3])
        yield Record(f"text-{number}", "zone", Bilingual(name), summary=Bilingual(" ".join(text)))


def queries(words: list[str], choose: random.Random) -> dict[str, list[str]]:
    """Queries by the frequency of their words; complete words, as a blank ends each."""

    def some(first: int, last: int, length: int) -> list[str]:
        picked = [choose.choices(words[first:last], k=length) for _ in range(_QUERIES)]
        return [" ".join(query) + " " for query in picked]

    return {
        "one of the 3 commonest words": some(0, 3, 1),
        "one of the 100 commonest": some(0, 100, 1),
        "a rare word": some(1_000, 20_000, 1),
        "two of the 100 commonest": some(0, 100, 2),
        "two words of any frequency": some(0, 3_000, 2),
        "three words of any frequency": some(0, 3_000, 3),
        "words that none holds": ["qqqqqqqqqq ", "qqqqqqqqqq wwwwwwwwww "] * (_QUERIES // 2),
    }


def _peers(path: Path) -> dict[str, Search]:
    connection = sqlite3.connect(path)

    def ranked(query: str) -> object:
        sql = (
            "SELECT rowid FROM full_text WHERE full_text MATCH ?"
            " ORDER BY bm25(full_text, 10, 3, 5, 1) LIMIT 20"
        )
        return connection.execute(sql, (query,)).fetchall()

    def scanned(query: str) -> object:
        sql = " AND ".join("summary_en LIKE ?" for _ in query.split())
        values = [f"%{word}%" for word in query.split()]
        return connection.execute(f"SELECT id FROM records WHERE {sql}", values).fetchall()

    return {"SQLite's BM25, no snippets": ranked, "naive scan": scanned}


def _times(search: Search, some: list[str]) -> list[float]:
    times = []
    for query in some:
        started = time.perf_counter()
        search(query)
        times.append((time.perf_counter() - started) * 1_000)
    return sorted(times)


def main() -> None:
    """Fill a store and print median and slowest search in milliseconds."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("documents", nargs="?", type=int, default=100_000)
    count = parser.parse_args().documents
    choose = random.Random(20261124)
    words = vocabulary(choose)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "texts.db"
        with Store(path, seeds=None) as store:
            started = time.perf_counter()
            store.put_many((record, Origin()) for record in documents(count, words, choose))
            print(f"{count} documents of {_WORDS_A_TEXT} words, filled in", end=" ")
            print(f"{time.perf_counter() - started:.0f} s\n")
        with Store(path, seeds=None) as store:
            ways = {"masarat search, with snippets": store.search, **_peers(path)}
            print("| words | " + " | ".join(f"{way}, median / max ms" for way in ways) + " |")
            print("| --- |" + " ---: |" * len(ways))
            for name, some in queries(words, choose).items():
                cells = []
                for way, search in ways.items():
                    times = _times(search, some[:_NAIVE_QUERIES] if "naive" in way else some)
                    cells.append(f"{times[len(times) // 2]:.1f} / {times[-1]:.1f}")
                print(f"| {name} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
