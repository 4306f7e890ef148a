"""Quality of finding in the shipped collection: look-ups and text questions as people ask them.

    python -m benchmarks.quality.collection [--kinds] [--failures]

`lookups.tsv` and `questions.tsv` say for each query which record must stand among the first 1, 3
or 5 (any of those named with |), which must not be found at all, and where nothing may be found
(within 0). Beside our figures stand those of baselines that know nothing of what we add: SQLite's
own tokenizers over the same texts, Snowball's stems, and rapidfuzz over the same names.
"""

from __future__ import annotations

import argparse
import csv
import re
import sqlite3
import weakref
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from rapidfuzz import fuzz, process
from Stemmer import Stemmer

from benchmarks.quality.text import Find, all_sure, searched
from store.model.passages import names_of, passages
from store.model.records import Record
from store.store import Store

FOLDER: Final = Path(__file__).parent
LOOKUPS: Final = FOLDER / "lookups.tsv"
QUESTIONS: Final = FOLDER / "questions.tsv"
_LIMIT: Final = 20
_ALIKE: Final = 70  # the score at which WRatio finds most without finding more for noise


class Question(NamedTuple):
    """A query and what must become of it."""

    query: str
    within: int
    """Among how many first hits a wanted record must stand; 0 when nothing may be found."""
    wanted: frozenset[str]
    never: frozenset[str]
    """Records that may not be found at all."""
    about: str


class Answer(NamedTuple):
    """What a way of finding made of a question."""

    question: Question
    found: Sequence[str]
    sure: int
    """How many of them, from the first, are given as what was asked for."""

    @property
    def place(self) -> int:
        """The place of the first wanted record from 1, 0 where there is none."""
        places = (n for n, key in enumerate(self.found, 1) if key in self.question.wanted)
        return next(places, 0)

    @property
    def right(self) -> bool:
        """Whether all that the question asks for is so."""
        if not self.question.within:
            return not self.sure
        in_time = 0 < self.place <= self.question.within
        return in_time and self.question.never.isdisjoint(self.found)


class Shares(NamedTuple):
    """How often finding did what it should, as shares of the questions."""

    first: float
    first_three: float
    first_five: float
    as_asked: float
    """In the place that the question asks for, and without what must not come."""
    silent: float
    """Of the questions that mean nothing in the collection: those that found nothing."""


def read_questions(file: Path) -> list[Question]:
    """The questions of a set, in the file's order."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Question(
            row["query"],
            int(row["within"]),
            _keys(row["wanted"]),
            _keys(row.get("never", "")),
            row["about"],
        )
        for row in rows
    ]


def _keys(text: str) -> frozenset[str]:
    return frozenset(filter(None, text.split("|")))


def ask(questions: Iterable[Question], find: Find) -> list[Answer]:
    """What a way of finding makes of each question."""
    return [Answer(question, *find(question.query)) for question in questions]


def shares(answers: list[Answer]) -> Shares:
    """The figures of a set's answers."""
    meant = [answer for answer in answers if answer.question.within]
    noise = [answer for answer in answers if not answer.question.within]
    first, first_three, first_five = (
        _share(0 < answer.place <= most for answer in meant) for most in (1, 3, 5)
    )
    return Shares(
        first,
        first_three,
        first_five,
        as_asked=_share(answer.right for answer in meant),
        silent=_share(answer.right for answer in noise),
    )


def _share(results: Iterable[bool]) -> float:
    counted = list(results)
    return sum(counted) / len(counted)


# --- ways of finding ---------------------------------------------------------------------------


def looked_up(store: Store) -> Find:
    """Our look-up by name."""
    return lambda query: all_sure([hit.key for hit in store.lookup(query, limit=_LIMIT)])


def plain_index(texts: dict[str, str], tokenizer: str, words: Callable[[str], list[str]]) -> Find:
    """SQLite's full-text search over texts as they are: all words, else any of them."""
    connection = sqlite3.connect(":memory:")
    connection.execute(f"CREATE VIRTUAL TABLE plain USING fts5 (key UNINDEXED, text, {tokenizer})")
    connection.executemany(
        "INSERT INTO plain VALUES (?, ?)",
        ((key, " ".join(words(text))) for key, text in texts.items()),
    )

    def find(query: str) -> list[str]:
        quoted = [f'"{word}"' for word in words(query)]
        for joint in (" ", " OR "):
            found = connection.execute(
                "SELECT key FROM plain WHERE plain MATCH ? ORDER BY rank LIMIT ?",
                (joint.join(quoted) or '""', _LIMIT),
            ).fetchall()
            if found:
                return all_sure([key for (key,) in found])
        return all_sure([])

    weakref.finalize(find, connection.close)
    return find


def by_ratio(named: dict[str, list[str]]) -> Find:
    """The WRatio of rapidfuzz over all names, cut where it separates names from noise best."""
    pairs = [(name.casefold(), key) for key, some in named.items() for name in some]

    def find(query: str) -> list[str]:
        best = process.extract(
            query.casefold(),
            [name for name, _ in pairs],
            scorer=fuzz.WRatio,
            limit=_LIMIT * 5,
            score_cutoff=_ALIKE,
        )
        return all_sure(list(dict.fromkeys(pairs[place][1] for _, _, place in best))[:_LIMIT])

    return find


def _written(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _snowball() -> Callable[[str], list[str]]:
    english, arabic = Stemmer("english"), Stemmer("arabic")
    return lambda text: [
        (english if word.isascii() else arabic).stemWord(word) for word in _written(text)
    ]


def _text(record: Record) -> str:
    return "\n".join((*names_of(record), *(passage.text for passage in passages(record))))


# --- tables ------------------------------------------------------------------------------------


def lookup_ways(store: Store) -> dict[str, Find]:
    """Our look-up and its baselines, by what the table calls them."""
    named = {record.key: list(names_of(record)) for record in store.every_record()}
    together = {key: "\n".join(some) for key, some in named.items()}
    return {
        "masarat lookup": looked_up(store),
        "rapidfuzz WRatio": by_ratio(named),
        "SQLite trigram": plain_index(together, "tokenize = 'trigram'", _written),
        "SQLite unicode61": plain_index(together, "tokenize = 'unicode61'", _written),
    }


def search_ways(store: Store) -> dict[str, Find]:
    """Our search and its baselines, by what the table calls them."""
    texts = {record.key: _text(record) for record in store.every_record()}
    return {
        "masarat search": searched(store),
        "Snowball stems": plain_index(texts, "tokenize = 'unicode61'", _snowball()),
        "SQLite unicode61": plain_index(texts, "tokenize = 'unicode61'", _written),
        "SQLite trigram": plain_index(texts, "tokenize = 'trigram'", _written),
    }


def _print_table(title: str, questions: list[Question], ways: dict[str, Find]) -> list[Answer]:
    counts: dict[bool, int] = defaultdict(int)
    for question in questions:
        counts[bool(question.within)] += 1
    print(f"\n{title}: {counts[True]} that mean something, {counts[False]} that mean nothing\n")
    print("| | first | first three | first five | as asked | nothing for noise |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    ours: list[Answer] = []
    for name, find in ways.items():
        answers = ask(questions, find)
        ours = ours or answers
        print(f"| {name} | " + " | ".join(f"{share:.3f}" for share in shares(answers)) + " |")
    return ours


def _print_kinds(answers: list[Answer]) -> None:
    print("\n| kind of question | number | as asked |\n| --- | ---: | ---: |")
    for about in dict.fromkeys(answer.question.about for answer in answers):
        of_kind = [answer.right for answer in answers if answer.question.about == about]
        print(f"| {about} | {len(of_kind)} | {_share(of_kind):.3f} |")


def main() -> None:
    """Print both tables, and by kind and what failed where it is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--failures", action="store_true", help="list what did not come as asked")
    parser.add_argument("--kinds", action="store_true", help="our figures by kind of question")
    wanted = parser.parse_args()
    with TemporaryDirectory() as folder, Store(Path(folder) / "collection.db") as store:
        answers = _print_table("Look-up", read_questions(LOOKUPS), lookup_ways(store))
        answers += _print_table("Text search", read_questions(QUESTIONS), search_ways(store))
    if wanted.kinds:
        _print_kinds(answers)
    for answer in answers if wanted.failures else []:
        if not answer.right:
            question = answer.question
            meant = f"{'|'.join(sorted(question.wanted))} in {question.within}, at {answer.place}"
            bad = sorted(question.never.intersection(answer.found))
            print(f"{question.query!r}: {meant}; found {answer.found[:5]} {bad or ''}")


if __name__ == "__main__":
    main()
