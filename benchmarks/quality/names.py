"""Quality of look-up by class of name: forms in which people, maps and data sets give a name.

    python -m benchmarks.quality.names [--half tuned|held] [--classes] [--failures]

`names.tsv` has for each query the records that are meant, any of those joined by |, or none where
nothing may be found. No query is a name that a record has. Half of each class, drawn by a seed, may
be looked at while look-up is changed (`tuned`); the others (`held`) only tell what it gave. Beside
our figures stand those of plain libraries over the same names; a hit of theirs counts as sure from
`_SURE` on, which for texts that are alike is what their users cut at.
"""

from __future__ import annotations

import argparse
import csv
import sqlite3
import weakref
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, NamedTuple

from rapidfuzz import fuzz, process

from store.model.passages import names_of
from store.store import Store

NAMES: Final = Path(__file__).parent / "names.tsv"
HALVES: Final = ("tuned", "held")
_LIMIT: Final = 20
_SURE: Final = 80.0


class Asked(NamedTuple):
    """A name in some form, and whom it may mean."""

    query: str
    wanted: frozenset[str]
    """Keys of records, any of which is right; none where nothing may be found."""
    of_class: str
    half: str


class Found(NamedTuple):
    """What a way of looking up gives for a query."""

    keys: Sequence[str]
    """Of records, best first."""
    sure: bool
    """Whether the first is given as what was asked for."""


Find = Callable[[str], Found]


class Figures(NamedTuple):
    """Shares of the names found, and of noise that was answered."""

    first: float
    first_three: float
    noise: float
    noise_sure: float


def read_names(half: str | None = None, file: Path = NAMES) -> list[Asked]:
    """The queries of one half, or of both, in the file's order."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Asked(row["query"], frozenset(row["wanted"].split("|")) - {""}, row["class"], row["half"])
        for row in rows
        if half in (None, row["half"])
    ]


def ask(asked: Iterable[Asked], find: Find) -> list[tuple[Asked, Found]]:
    """What a way of looking up gives for each query."""
    return [(one, find(one.query)) for one in asked]


def figures(answers: Sequence[tuple[Asked, Found]]) -> Figures:
    """The figures of a set's answers; 0 for a kind that the set has none of."""
    meant = [answer for answer in answers if answer[0].wanted]
    noise = [found for asked, found in answers if not asked.wanted]
    return Figures(
        _share(right(*answer, 1) for answer in meant),
        _share(right(*answer, 3) for answer in meant),
        _share(bool(found.keys) for found in noise),
        _share(bool(found.keys) and found.sure for found in noise),
    )


def right(asked: Asked, found: Found, most: int) -> bool:
    """Whether a record that is meant stands among the first."""
    return not asked.wanted.isdisjoint(found.keys[:most])


def _share(results: Iterable[bool]) -> float:
    counted = list(results)
    return sum(counted) / max(1, len(counted))


# --- ways of looking up ------------------------------------------------------------------------


def looked_up(store: Store) -> Find:
    """Our look-up."""

    def find(query: str) -> Found:
        hits = store.lookup(query, limit=_LIMIT)
        return Found([hit.key for hit in hits], bool(hits) and hits[0].sure)

    return find


def ways(store: Store) -> dict[str, Find]:
    """Our look-up and its baselines, by what the table calls them."""
    pairs = [(name, record.key) for record in store.every_record() for name in names_of(record)]
    found = {"masarat lookup": looked_up(store)}
    for label, make in (
        ("anyascii, rapidfuzz ratio", _transliterated),
        ("fingerprints, rapidfuzz ratio", _fingerprints),
        ("rapidfuzz WRatio", lambda pairs: _ranked(pairs, str.casefold, fuzz.WRatio)),
        ("SQLite trigram", _trigram),
    ):
        try:
            found[label] = make(pairs)
        except ImportError:
            print(f"({label}: not installed)")
    return found


def _transliterated(pairs: Sequence[tuple[str, str]]) -> Find:
    anyascii: Callable[[str], str] = import_module("anyascii").anyascii
    return _ranked(pairs, lambda text: anyascii(text).lower(), fuzz.ratio)


def _fingerprints(pairs: Sequence[tuple[str, str]]) -> Find:
    generate: Callable[[str], str | None] = import_module("fingerprints").generate
    return _ranked(pairs, lambda text: generate(text) or "", fuzz.ratio)


def _ranked(
    pairs: Sequence[tuple[str, str]], plain: Callable[[str], str], scorer: Callable[..., float]
) -> Find:
    texts = [plain(name) for name, _ in pairs]

    def find(query: str) -> Found:
        best: list[Any] = process.extract(plain(query), texts, scorer=scorer, limit=5 * _LIMIT)
        keys = dict.fromkeys(pairs[place][1] for _, score, place in best if score)
        return Found(list(keys)[:_LIMIT], bool(best) and best[0][1] >= _SURE)

    return find


def _trigram(pairs: Sequence[tuple[str, str]]) -> Find:
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE plain USING fts5 (key UNINDEXED, text, tokenize = 'trigram')"
    )
    connection.executemany("INSERT INTO plain (text, key) VALUES (?, ?)", pairs)

    def find(query: str) -> Found:
        text = query.casefold().replace('"', " ")
        parts = dict.fromkeys(text[start : start + 3] for start in range(len(text) - 2))
        rows = connection.execute(
            "SELECT key FROM plain WHERE plain MATCH ? ORDER BY rank LIMIT ?",
            (" OR ".join(f'"{part}"' for part in parts) or '""', 5 * _LIMIT),
        )
        keys = list(dict.fromkeys(key for (key,) in rows))[:_LIMIT]
        return Found(keys, bool(keys))

    weakref.finalize(find, connection.close)
    return find


# --- tables ------------------------------------------------------------------------------------


Answers = dict[str, list[tuple[Asked, Found]]]
"""What each way of looking up gives for each query, by what the table calls the way."""


def table(answers: Answers) -> Iterator[str]:
    """The lines of the table: each way of looking up, and ours for each half."""
    yield "| names | first | first three | noise answered | noise answered as sure |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    ours, answered = next(iter(answers.items()))
    for half in dict.fromkeys(asked.half for asked, _ in answered):
        yield _row(f"{ours}, {half} half", [one for one in answered if one[0].half == half])
    for label, answered in answers.items():
        yield _row(label, answered)


def _row(label: str, answered: Sequence[tuple[Asked, Found]]) -> str:
    return f"| {label} | " + " | ".join(f"{share:.3f}" for share in figures(answered)) + " |"


def classes(answers: Answers) -> Iterator[str]:
    """The lines of a table with a class of names each: first and first three, by two ways."""
    answers = dict(islice(answers.items(), 2))
    yield "| class | names | " + " | ".join(answers) + " |"
    yield "| --- | ---: |" + " ---: |" * len(answers)
    ours = next(iter(answers.values()))
    for of_class in dict.fromkeys(asked.of_class for asked, _ in ours if asked.wanted):
        cells = []
        for answered in answers.values():
            some = [answer for answer in answered if answer[0].of_class == of_class]
            cells.append("{:.2f} / {:.2f}".format(*figures(some)[:2]))
        yield f"| {of_class} | {len(some)} | " + " | ".join(cells) + " |"


def main() -> None:
    """Print the table, by class and what was missed where that is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--half", choices=HALVES, help="ask one half only")
    parser.add_argument("--classes", action="store_true", help="the figures by class, too")
    parser.add_argument("--failures", action="store_true", help="list what was missed (tuned half)")
    wanted = parser.parse_args()
    asked = read_names(wanted.half)
    noise = sum(not one.wanted for one in asked)
    with TemporaryDirectory() as folder, Store(Path(folder) / "collection.db") as store:
        print(f"\nNames: {len(asked) - noise} that mean something, {noise} that mean nothing\n")
        answers = {label: ask(asked, find) for label, find in ways(store).items()}
        print("\n".join(table(answers)))
        if wanted.classes:
            print()
            print("\n".join(classes(answers)))
        if wanted.failures:
            _print_failures(ask(read_names("tuned"), looked_up(store)))


def _print_failures(answers: Iterable[tuple[Asked, Found]]) -> None:
    for asked, found in answers:
        if asked.wanted and not right(asked, found, 1):
            meant = "|".join(sorted(asked.wanted))
            print(f"{asked.of_class}: {asked.query!r}: {meant}; found {list(found.keys[:4])}")
        elif not asked.wanted and found.keys:
            sure = "sure" if found.sure else "unsure"
            print(f"noise: {asked.query!r}: found {found.keys[0]} ({sure})")


if __name__ == "__main__":
    main()
