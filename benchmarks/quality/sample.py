"""Records drawn for a reader who wrote none of them: each claim, to be put beside its sources.

    python -m benchmarks.quality.sample --seed 8 [--count 20]    # the claims to read, by record
    python -m benchmarks.quality.sample --table                  # what was read so far

A claim is a value of a fact, a relation, or a sentence of the summary; each is read in English and
in Arabic. `samples.tsv` holds what was read: for each seed and record how many claims, and how
many of them failed in each language. What another seed's reader had is not drawn again, as that
reader corrected it. The order is that of a digest of seed and key, so that records that the
collection gains or loses shift no other.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from store.model.records import Bilingual, Citation, Qualifiers, Record
from store.store import Store

SAMPLES: Final = Path(__file__).parent / "samples.tsv"
_SENTENCE: Final = re.compile(r"(?<=[.!?؟\]])\s+(?=[^\s\[])")


class Reading(NamedTuple):
    """What a reader found in one record; no claims where only the sum of a sample was kept."""

    seed: str
    key: str
    claims: int
    failed_english: int
    failed_arabic: int


def read_samples(path: Path = SAMPLES) -> list[Reading]:
    """What was read so far, as `samples.tsv` has it."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t")
        return [
            Reading(
                row["seed"], row["key"], *(int(row[name] or 0) for name in ("claims", "en", "ar"))
            )
            for row in rows
        ]


def drawn(keys: Iterable[str], seed: str, count: int, read: Iterable[Reading] = ()) -> list[str]:
    """The records that a seed draws, without those that a reader of another seed had."""
    had = {reading.key for reading in read if reading.seed != seed}
    return sorted(set(keys) - had, key=lambda key: sha256(f"{seed}:{key}".encode()).digest())[
        :count
    ]


def claims(record: Record) -> list[tuple[str, Bilingual, Sequence[Citation]]]:
    """What a record claims: what it is about, its words in both languages, what it cites."""
    told = [
        (fact.property, _words(fact.value, fact.note, _about(fact.about)), fact.citations)
        for fact in record.facts
    ]
    for relation in record.relations:
        days = " ".join(filter(None, (relation.since, relation.until, relation.as_of)))
        told.append(
            (relation.predicate, _words(relation.object, relation.note, days), relation.citations)
        )
    return [*told, *(("summary", sentence, ()) for sentence in sentences(record.summary))]


def sentences(summary: Bilingual) -> list[Bilingual]:
    """A summary's sentences side by side; the longer list decides how many there are."""
    english, arabic = (_SENTENCE.split(text.strip()) for text in summary)
    length = max(len(english), len(arabic)) if summary.en or summary.ar else 0
    english += [""] * (length - len(english))
    arabic += [""] * (length - len(arabic))
    return [Bilingual(*pair) for pair in zip(english, arabic, strict=False)][:length]


def _about(about: Qualifiers) -> str:
    fields = zip(about._fields, about, strict=True)
    shown = ((name, value if isinstance(value, str) else " ".join(value)) for name, value in fields)
    return " ".join(f"{name}:{value}" for name, value in shown if value)


def _words(value: str | Bilingual, note: Bilingual, about: str) -> Bilingual:
    both = value if isinstance(value, Bilingual) else Bilingual(value, value)
    english, arabic = (
        " · ".join(filter(None, (text, beside, about)))
        for text, beside in zip(both, note, strict=True)
    )
    return Bilingual(english, arabic)


def _print_sheet(record: Record) -> None:
    print(f"\n## {record.key} ({record.name.en} | {record.name.ar})\n")
    for number, (about, words, citations) in enumerate(claims(record), 1):
        cited = " ".join("#".join(filter(None, citation)) for citation in citations)
        print(f"{number}. {about}: {words.en}\n   {words.ar}\n   {cited}")


def _print_table() -> None:
    print("| seed | records | claims | failed, English | failed, Arabic |")
    print("| --- | ---: | ---: | ---: | ---: |")
    read = read_samples()
    for seed in dict.fromkeys(reading.seed for reading in read):
        rows = [reading for reading in read if reading.seed == seed]
        total = sum(row.claims for row in rows)
        if not total:
            continue  # only the sum of that sample was kept, not its records' numbers
        failed = (sum(row.failed_english for row in rows), sum(row.failed_arabic for row in rows))
        shares = " | ".join(f"{number} ({number / total:.1%})" for number in failed)
        print(f"| {seed} | {len(rows)} | {total} | {shares} |")


def main() -> None:
    """Print the claims of the records drawn, or what was read so far."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seed", default="8", help="which shuffle to draw from")
    parser.add_argument("--count", type=int, default=20, help="how many records")
    parser.add_argument("--table", action="store_true", help="what was read so far, by seed")
    wanted = parser.parse_args()
    if wanted.table:
        _print_table()
        return
    with TemporaryDirectory() as folder, Store(Path(folder) / "collection.db") as store:
        keys = [row.key for row in store.records()]
        for key in drawn(keys, wanted.seed, wanted.count, read_samples()):
            _print_sheet(store.get(key))


if __name__ == "__main__":
    main()
