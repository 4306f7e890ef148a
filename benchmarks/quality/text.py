"""Quality of text search: graded questions about the shipped collection, beside plain libraries.

    python -m benchmarks.quality.text [--classes] [--halves] [--failures] [--once|--later]

`judged.tsv` says for each question which records answer it (2) and which help (1), as judged twice
(docs/quality.md). A record's grade is the mean of both; one of 1.5 or more is a right answer. A
question that names no record is noise: nothing of the collection is about it. Half of the questions
of each class, drawn by a seed, are those that may be tuned on; the other half is held out.
`asked_once.tsv` has questions that were judged from the records before anything was searched, and
that nothing is tuned on at all; `asked_later.tsv` more of them, of the kinds that did worst,
written before what was then changed.

The baselines are given the same texts: tantivy and bm25s with Snowball's stemmers, and SQLite's
FTS5; each ranks whatever holds any of the words.
"""

from __future__ import annotations

import argparse
import csv
import math
import random
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from benchmarks.quality.baselines import baselines
from store.model.passages import names_of, passages
from store.store import Store

JUDGED: Final = Path(__file__).parent / "judged.tsv"
ASKED_ONCE: Final = Path(__file__).parent / "asked_once.tsv"
ASKED_LATER: Final = Path(__file__).parent / "asked_later.tsv"
DEPTH: Final = 10
"""Hits that are graded."""
RIGHT: Final = 1.5
_SEED: Final = 15
_LIMIT: Final = 20


class Judged(NamedTuple):
    """A question with the grades of the records that answer it."""

    query: str
    about: str
    first: Mapping[str, int]
    second: Mapping[str, int]
    is_held_out: bool

    @property
    def is_noise(self) -> bool:
        """Nothing in the collection is about it."""
        return not self.first and not self.second

    def grade(self, key: str) -> float:
        """The mean of both judgings."""
        judgings = [self.first, self.second] if self.second else [self.first]
        return sum(judging.get(key, 0) for judging in judgings) / len(judgings)


class Found(NamedTuple):
    """What a way of finding makes of a question."""

    keys: Sequence[str]
    """Best first."""
    sure: int
    """How many of them, from the first, are given as what was asked for."""


Find = Callable[[str], Found]


def all_sure(keys: Sequence[str]) -> Found:
    """What a way of finding gives that knows no difference."""
    return Found(keys, len(keys))


class Result(NamedTuple):
    """What was found for a question, and in how many milliseconds of the processor."""

    question: Judged
    found: Found
    milliseconds: float

    @property
    def ndcg(self) -> float:
        """Normalised discounted cumulative gain of the first ten (Järvelin and Kekäläinen 2002)."""
        question = self.question
        all_grades = sorted(map(question.grade, {*question.first, *question.second}), reverse=True)
        best = _gain(all_grades)
        return _gain([question.grade(key) for key in self.found.keys]) / best if best else 0.0

    def has_right(self, most: int) -> bool:
        """Whether a right answer stands among the first."""
        return any(self.question.grade(key) >= RIGHT for key in self.found.keys[:most])


def _gain(grades: Sequence[float]) -> float:
    return sum(grade / math.log2(place + 2) for place, grade in enumerate(grades[:DEPTH]))


def read_judged(file: Path = JUDGED) -> list[Judged]:
    """The questions in the file's order, half of each class held out."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    by_class: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        by_class[row["about"]].append(row["query"])
    held_out: set[str] = set()
    for about, queries in by_class.items():
        some = random.Random(f"{_SEED} {about}").sample(queries, len(queries) // 2)
        held_out.update(some)
    return [
        Judged(
            row["query"],
            row["about"],
            _grades(row["first_2"], row["first_1"]),
            _grades(row["second_2"], row["second_1"]),
            row["query"] in held_out,
        )
        for row in rows
    ]


def _grades(answers: str, helps: str) -> dict[str, int]:
    graded = dict.fromkeys(filter(None, helps.split("|")), 1)
    return graded | dict.fromkeys(filter(None, answers.split("|")), 2)


def searched(store: Store) -> Find:
    """Our search of the text."""

    def find(query: str) -> Found:
        hits = store.search(query, limit=_LIMIT)
        sure = sum(getattr(hit, "match", "all") == "all" for hit in hits)
        return Found([hit.key for hit in hits], sure)

    return find


def ask(questions: Iterable[Judged], find: Find) -> list[Result]:
    """What a way of finding makes of each question, each asked as if it had just been typed."""
    results = []
    for question in questions:
        start = time.process_time()
        found = find(question.query)
        results.append(Result(question, found, 1000 * (time.process_time() - start)))
    return results


class Figures(NamedTuple):
    """How well a way of finding did."""

    ndcg: float
    right_first: float
    right_in_five: float
    nothing_found: float
    noise_as_found: float
    """Questions about nothing here to which something was given as an answer."""
    noise_shown: float
    """The same, with what stands under a heading of its own."""


def figures(results: Iterable[Result]) -> Figures:
    """The means over the questions of a set."""
    results = list(results)
    meant = [result for result in results if not result.question.is_noise]
    noise = [result for result in results if result.question.is_noise]
    return Figures(
        _mean([result.ndcg for result in meant]),
        _mean([result.has_right(1) for result in meant]),
        _mean([result.has_right(5) for result in meant]),
        _mean([not result.found.keys for result in meant]),
        _mean([result.found.sure > 0 for result in noise]),
        _mean([bool(result.found.keys) for result in noise]),
    )


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else math.nan


def agreement(questions: Iterable[Judged]) -> tuple[float, float]:
    """Linearly weighted kappa of both judgings, and the share of equal grades.

    Over all records that either judging names.
    """
    pairs = [
        (question.first.get(key, 0), question.second.get(key, 0))
        for question in questions
        for key in {*question.first, *question.second}
    ]
    equal = _mean([first == second for first, second in pairs])
    apart = _mean([abs(first - second) for first, second in pairs])
    firsts, seconds = zip(*pairs, strict=True)
    by_chance = _mean([abs(first - second) for first in firsts for second in seconds])
    return 1 - apart / by_chance, equal


# --- tables ------------------------------------------------------------------------------------

_HEAD: Final = (
    "| | nDCG@10 | right first | right in five | nothing found | noise answered as if found"
    " | noise shown | processor ms p50, p99 |\n"
    "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
)


def _row(name: str, results: list[Result]) -> str:
    shares = " | ".join(f"{share:.3f}" for share in figures(results))
    times = sorted(result.milliseconds for result in results)
    p99 = times[min(len(times) - 1, int(0.99 * len(times)))]
    return f"| {name} | {shares} | {statistics.median(times):.1f}, {p99:.1f} |"


def _print_classes(answers: dict[str, list[Result]]) -> None:
    names = list(answers)
    print("\n| nDCG@10 | questions | " + " | ".join(names) + " |")
    print("| --- | ---: |" + " ---: |" * len(names))
    classes = dict.fromkeys(result.question.about for result in answers[names[0]])
    for about in classes:
        if about == "noise":
            continue
        of_class = [
            [result.ndcg for result in answers[name] if result.question.about == about]
            for name in names
        ]
        shares = " | ".join(f"{_mean(each):.3f}" for each in of_class)
        print(f"| {about} | {len(of_class[0])} | {shares} |")


def _print_failures(results: Iterable[Result]) -> None:
    for result in results:
        question, keys = result.question, result.found.keys
        if question.is_noise:
            if keys:
                print(f"NOISE {question.query!r}: {result.found.sure} sure, {keys[:5]}")
        elif not result.has_right(5):
            right = [key for key in question.first if question.grade(key) >= RIGHT]
            print(f"[{question.about}] {question.query!r}: {right[:3]}; {keys[:5]}")


def main() -> None:
    """Print the table, and what else is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--classes", action="store_true", help="nDCG by class of question")
    parser.add_argument("--halves", action="store_true", help="the halves apart")
    parser.add_argument("--failures", action="store_true", help="what has no right answer in five")
    parser.add_argument("--alone", action="store_true", help="without the baselines")
    once = parser.add_mutually_exclusive_group()
    of_file = partial(once.add_argument, action="store_const", dest="file", default=JUDGED)
    of_file("--once", const=ASKED_ONCE, help="the questions that were asked once")
    of_file("--later", const=ASKED_LATER, help="those of the kinds that did worst, asked once")
    wanted = parser.parse_args()
    questions = read_judged(wanted.file)
    with TemporaryDirectory() as folder, Store(Path(folder) / "collection.db") as store:
        ways: dict[str, Find] = {"masarat search": searched(store)}
        if not wanted.alone:
            texts = {
                record.key: "\n".join((*names_of(record), *(p.text for p in passages(record))))
                for record in store.every_record()
            }
            ways |= {
                name: lambda query, rank=rank: all_sure(rank(query))
                for name, rank in baselines(texts, _LIMIT).items()
            }
        answers = {name: ask(questions, find) for name, find in ways.items()}
    meant = [question for question in questions if not question.is_noise]
    print(f"{len(meant)} questions with answers, {len(questions) - len(meant)} of noise")
    if any(question.second for question in questions):
        kappa, equal = agreement(questions)
        print(f"agreement of both judgings: weighted kappa {kappa:.2f}, equal {equal:.2f}")
    halves = {"": (True, False)}
    if wanted.halves:
        halves |= {", tuned on": (False,), ", held out": (True,)}
    for half, parts in halves.items():
        print(f"\n{_HEAD.replace('| |', f'| {half[2:]} |')}")
        for name, results in answers.items():
            print(_row(name, [r for r in results if r.question.is_held_out in parts]))
    if wanted.classes:
        _print_classes(answers)
    if wanted.failures:
        _print_failures(answers["masarat search"])


if __name__ == "__main__":
    main()
