"""Why places of GeoNames are missed: what of it no look-up by name could find.

    python -m benchmarks.quality.geonames_misses

Questions are those of `benchmarks.quality.lookup_geonames`; each that is not answered at once is of
one kind, told by the names of its place alone, without a look at any single one:

- *namesake*: another place with the very same Arabic name, but for articles, stands before it;
- *another name*: of the consonants of question and name at most half are shared (Heliopolis);
- *hardly alike*: as one word each they are less than .6 alike, where look-up sees another word;
- *alike*: the others, which a better order or wider search could find.

The last row asks what is not among the first five again, with no bound on words or names that are
read and nothing left out as unlikely: what a wider search could gain at most. The three rows of
all questions say how far an order alone could get: what stands first, what a perfect order of what
is found would put first, and what of it can be expected where places of the very same name are
found, between which nothing in the name chooses.

    python -m benchmarks.quality.geonames_misses --all    # every question, not 1,500 drawn of them
"""

from __future__ import annotations

import argparse
import sqlite3
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing
from typing import Final, Literal, NamedTuple
from unittest.mock import patch

from rapidfuzz.distance import LCSseq

from benchmarks.quality.lookup_geonames import (
    HELD_OUT,
    QUESTIONS,
    TUNED,
    Place,
    indexed,
    places,
    questions,
)
from store.lookup import candidates, comparisons, matches, scores
from store.lookup.candidates import Read
from store.lookup.index import NameRow
from store.lookup.keys import name_keys
from store.lookup.likeness import likeness
from store.lookup.sounds import skeleton, skeletons
from store.lookup.weights import WEIGHTS

Kind = Literal["namesake", "another name", "hardly alike", "alike"]
KINDS: Final[tuple[Kind, ...]] = ("namesake", "another name", "hardly alike", "alike")
_ANOTHER_WORD: Final = 0.6
_HALF: Final = 0.5
_UNBOUNDED: Final = WEIGHTS._replace(
    most_begun=4_000, most_short=400, most_near=4_000, most_crossed=100, most_crossed_names=2_000,
    most_whole=400, least_names=400, most_names=2_000, sounds_compared=1_000_000,
    most_compared=2_000, least_compared=2_000, most_kept=400, longest_varied=9, least_score=40.0,
    least_score_of_few=40.0, least_across=40.0, least_across_of_few=40.0,
    most_compared_of_few=2_000, least_compared_of_few=2_000, sounds_compared_of_few=1_000_000,
)  # fmt: skip


class Miss(NamedTuple):
    """A question that was not answered at once."""

    kind: Kind
    place: int
    """At which place the right answer stands; 0 where it is not among twenty."""


def _as_one(name: str) -> str:
    keys = name_keys(name)
    return keys.joined or "".join(keys.words)


def _bare(place: Place) -> set[tuple[str, ...]]:
    return {name_keys(name).words for name in place.arabic}


def _consonants_shared(question: str, name: str) -> float:
    """The share of consonants in common, under the reading that has most; 1 where both are none."""
    other = skeleton(_as_one(name)).rough
    return max(
        2 * LCSseq.similarity(each.rough, other) / max(1, len(each.rough) + len(other))
        for each in skeletons(_as_one(question))
    )


def kind_of(question: str, right: Place, before: Iterable[Place]) -> Kind:
    """The kind of a miss.

    Args:
        question: what was asked.
        right: the place that was meant.
        before: the places that stand before it, or the first five.
    """
    if any(not _bare(right).isdisjoint(_bare(other)) for other in before):
        return "namesake"
    if max(_consonants_shared(question, name) for name in right.arabic) < _HALF:
        return "another name"
    asked = _as_one(question)
    if max(likeness(asked, _as_one(name), 0.0) for name in right.arabic) < _ANOTHER_WORD:
        return "hardly alike"
    return "alike"


def _found(connection: sqlite3.Connection, question: str, read: Read) -> list[int]:
    return [match.record for match in matches.lookup(connection, question, read=read)]


def misses(
    stored: list[Place], answers: Iterable[tuple[int, str, list[int]]]
) -> list[tuple[int, str, Miss]]:
    """Each question that is not answered at once, with what became of it."""
    missed = []
    for number, question, found in answers:
        if number not in found[:1]:
            place = found.index(number) + 1 if number in found else 0
            before = [stored[other] for other in found[: place - 1 if place else 5]]
            kind = kind_of(question, stored[number], before)
            missed.append((number, question, Miss(kind, place)))
    return missed


def _found_by_more(connection: sqlite3.Connection, missed: list[tuple[int, str, Miss]]) -> int:
    """How many of those not among the first five are, where nothing is bounded or left out."""
    with ExitStack() as stack:
        for module in (matches, scores, candidates, comparisons):
            stack.enter_context(patch.object(module, "WEIGHTS", _UNBOUNDED))
        stack.enter_context(patch.object(matches, "may_be_meant", lambda _: True))
        stack.enter_context(patch.object(scores, "is_of_kinds", lambda _: False))
        stack.enter_context(patch.object(matches, "is_elsewhere", lambda *_: False))
        read = Read()
        return sum(
            number in _found(connection, question, read)[:5]
            for number, question, miss in missed
            if not 0 < miss.place <= 5
        )


def by_chance(right: int, found: Iterable[int], stored: list[Place]) -> float:
    """How likely a perfect order puts a place first: it draws among found places of its name."""
    names = _bare(stored[right])
    return 1 / sum(not names.isdisjoint(_bare(stored[other])) for other in found)


def table(label: str, countries: Iterable[str], most: int) -> Iterator[str]:
    """The lines of the table for some countries, of so many questions."""
    stored = places(countries)
    asked = questions(stored, most)
    rows = (
        NameRow(number, "ar", "alias" if position else "name", position, name)
        for number, place in enumerate(stored)
        for position, name in enumerate(place.arabic)
    )
    with closing(indexed(rows)) as connection:
        read = Read()
        answers = [(number, text, _found(connection, text, read)) for number, text in asked]
        missed = misses(stored, answers)
        counts = Counter((miss.kind, 0 < miss.place <= 5) for _, _, miss in missed)
        for kind in KINDS:
            yield f"| {label} | {kind} | {counts[kind, True]} | {counts[kind, False]} |"
        not_in_five = sum(counts[kind, False] for kind in KINDS)
        more = _found_by_more(connection, missed)
        yield f"| {label} | of {len(asked)} | {len(missed) - not_in_five} | {not_in_five} |"
        yield f"| {label} | with nothing bounded or left out, found of these | | {more} |"
    yield from _ceiling(label, answers, stored)


def _ceiling(
    label: str, answers: list[tuple[int, str, list[int]]], stored: list[Place]
) -> Iterator[str]:
    """How many questions stand first, and how many a perfect order could put there."""
    found = [(number, among) for number, _, among in answers if number in among]
    now = sum(among[0] == number for number, among in found) / len(answers)
    expected = sum(by_chance(number, among, stored) for number, among in found) / len(answers)
    yield f"| {label} | all: right now | {now:.3f} first | |"
    yield f"| {label} | all: by a perfect order | {len(found) / len(answers):.3f} first | |"
    yield f"| {label} | all: of it expected, with namesakes | {expected:.3f} first | |"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--all", action="store_true", help="ask every question")
    most = sys.maxsize if parser.parse_args().all else QUESTIONS
    print("| countries | kind of miss | second to fifth | not in five |")
    print("| --- | --- | ---: | ---: |")
    for label, countries in (("tuned on", TUNED), ("held out", HELD_OUT)):
        for line in table(label, countries, most):
            print(line, flush=True)


if __name__ == "__main__":
    main()
