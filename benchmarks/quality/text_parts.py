"""What each part of text search gives: all of it without one, and none of it but one.

    python -m benchmarks.quality.text_parts

Figures are of the half of the judged questions on which nothing was tuned, see
`benchmarks.quality.text`. A part is taken away by putting in its place what does nothing; the store
is filled anew each time.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple
from unittest.mock import patch

import yaml

from benchmarks.quality.text import Figures, Judged, ask, figures, read_judged, searched
from store.model.records import TextHits
from store.search import index, lexicon, ranking, suggestions
from store.search.full_text import Wanted, search
from store.search.query import parser
from store.search.query.tree import Query
from store.store import Store
from store.tables.soundness import Report
from store.text import stems

_phrases = lexicon._phrases


class Part(NamedTuple):
    """A part of search, and what stands in its place where it is taken away."""

    name: str
    replaced: Sequence[tuple[object, str, object]]


def _nothing(*_: object, **__: object) -> tuple[()]:
    return ()


def _never(*_: object) -> bool:
    return False


def _the_word(word: str) -> str:
    return word


def _uncorrected(
    connection: sqlite3.Connection, query: Query, wanted: Wanted, *, path: str, report: Report
) -> TextHits:
    return TextHits(search(connection, query, wanted, path=path, report=report))


def _without_the_fields_terms(file: Path) -> list[list[str]]:
    content = yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)
    for heading in ("field", "research"):
        content.pop(heading, None)
    return [_phrases(meaning) for meanings in content.values() for meaning in meanings]


PARTS: Final = (
    Part(
        "records with some of the words",
        [(ranking, "_is_enough", _never), (ranking, "_is_enough_by_name", _never)],
    ),
    Part("a slip is searched corrected", [(suggestions, "search_or_correct", _uncorrected)]),
    Part(
        "pronouns, duals, plurals of verbs; irregular English forms",
        [(stems, "_without_person", _the_word), (stems, "BASE_OF", {})],
    ),
    Part("broken plurals", [(parser, "in_other_number", _nothing)]),
    Part(
        "a verb, its participles and nouns, in both languages",
        [(parser, "other_verb_forms", _nothing), (parser, "made_of", _nothing)],
    ),
    Part("words of one passage", [(ranking, "_TOGETHER", 0.0)]),
    Part(
        "what is only called so stands behind the words themselves",
        [(ranking, "_without_the_loose", lambda _, __, hits: hits)],
    ),
    Part("particles written onto a word", [(parser, "_without_particles", _nothing)]),
    Part(
        "dates and numbers as one word",
        [
            (parser, "_readings", lambda *_: {}),
            (index, "dates_in", _nothing),
            (index, "numbers_in", _nothing),
            (stems, "DIGITS", {}),
        ],
    ),
    Part("the field's own terms", [(lexicon, "phrases_in", _without_the_fields_terms)]),
    Part(
        "what stands in names, and a record's own date as one",
        [(ranking, "_NAMED_AT_ALL", 0.0), (index, "_DATE", "")],
    ),
)


def figures_without(parts: Collection[Part], questions: Sequence[Judged]) -> Figures:
    """How well search does without some of its parts."""
    with ExitStack() as stack:
        for part in parts:
            for owner, name, other in part.replaced:
                stack.enter_context(patch.object(owner, name, other))
        stems.stem.cache_clear()
        stack.callback(stems.stem.cache_clear)
        folder = stack.enter_context(TemporaryDirectory())
        store = stack.enter_context(Store(Path(folder) / "collection.db"))
        return figures(ask(questions, searched(store)))


def main() -> None:
    """Print the table."""
    questions = [question for question in read_judged() if question.is_held_out]
    print("| | nDCG@10: alone | without it | right in five: alone | without it |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for name, parts in (("none of them", PARTS), ("all of them", ())):
        found = figures_without(parts, questions)
        print(f"| {name} | {found.ndcg:.3f} | | {found.right_in_five:.3f} | |")
    for part in PARTS:
        alone = figures_without([other for other in PARTS if other is not part], questions)
        without = figures_without([part], questions)
        print(
            f"| {part.name} | {alone.ndcg:.3f} | {without.ndcg:.3f}"
            f" | {alone.right_in_five:.3f} | {without.right_in_five:.3f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
