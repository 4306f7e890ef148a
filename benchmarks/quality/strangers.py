"""Names that mean nothing in the shipped collection: how many of them look-up answers all the same.

    python -m benchmarks.quality.strangers [--found]

`strangers.tsv` has agreements of other conflicts, countries (as CLDR calls them in five languages),
people, places and groups, and other matters; none was chosen by what it finds. Half of each kind,
by a digest of the name, is held out: rules are judged on it and not made by it. Beside them stand
the look-ups of `lookups.tsv`: how many that are answered rightly are told to be so surely.
"""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from benchmarks.quality.collection import LOOKUPS, read_questions
from store.store import Store

STRANGERS: Final = Path(__file__).parent / "strangers.tsv"


class Stranger(NamedTuple):
    """A name that means nothing here."""

    query: str
    about: str
    part: str
    """`tuning`, or `held out` where it was not looked at when rules were made."""


class Count(NamedTuple):
    """What became of the names of one kind."""

    asked: int = 0
    found: int = 0
    """Answered with a record at all …"""
    sure: int = 0
    """… and as if that record were meant."""

    def __add__(self, other: object) -> Count:
        """The count of both."""
        if not isinstance(other, Count):
            return NotImplemented
        return Count(self.asked + other.asked, self.found + other.found, self.sure + other.sure)


def read_strangers(file: Path = STRANGERS) -> list[Stranger]:
    """The names of a list, in the file's order."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Stranger(row["query"], row["about"], row["part"]) for row in rows]


def counted(store: Store, strangers: list[Stranger]) -> dict[tuple[str, str], Count]:
    """What a store makes of each kind and part."""
    counts: dict[tuple[str, str], Count] = defaultdict(Count)
    for stranger in strangers:
        hits = store.lookup(stranger.query, limit=1)
        counts[stranger.about, stranger.part] += Count(1, len(hits), sum(hit.sure for hit in hits))
    return dict(counts)


def sure_of_right(store: Store) -> tuple[int, int, int]:
    """Of the look-ups that mean something: how many, those right in first place, these surely."""
    asked = right = sure = 0
    for question in read_questions(LOOKUPS):
        if question.within:
            asked += 1
            hits = store.lookup(question.query, limit=1)
            is_right = bool(hits) and hits[0].key in question.wanted
            right += is_right
            sure += is_right and hits[0].sure
    return asked, right, sure


def _print_table(counts: dict[tuple[str, str], Count]) -> None:
    print("| what it names | part | asked | found | surely |\n| --- | --- | ---: | ---: | ---: |")
    for about, part in sorted(counts):
        count = counts[about, part]
        print(f"| {about} | {part} | {count.asked} | {count.found} | {count.sure} |")


def main() -> None:
    """Print the table, and what was found where that is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--found", action="store_true", help="list what the tuning half finds")
    wanted = parser.parse_args()
    strangers = read_strangers()
    with TemporaryDirectory() as folder, Store(Path(folder) / "collection.db") as store:
        _print_table(counted(store, strangers))
        asked, right, sure = sure_of_right(store)
        print(f"\nOf {asked} look-ups {right} are right in first place, {sure} of these surely.")
        for stranger in strangers if wanted.found else []:
            hits = store.lookup(stranger.query, limit=1) if stranger.part == "tuning" else []
            for hit in hits:
                mark = "sure" if hit.sure else "unsure"
                print(f"{stranger.query} → {hit.key} ({hit.matched}), {hit.score:.1f}, {mark}")


if __name__ == "__main__":
    main()
