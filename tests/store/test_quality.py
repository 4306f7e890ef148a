"""Quality of finding in the shipped collection: no change may lose what has been reached.

The thresholds stand a little below the figures of docs/quality.md.
"""

from __future__ import annotations

from benchmarks.quality.collection import (
    LOOKUPS,
    QUESTIONS,
    ask,
    looked_up,
    read_questions,
    searched,
    shares,
)
from store.store import Store


def test_names_are_found_as_people_remember_them(shipped: Store) -> None:
    reached = shares(ask(read_questions(LOOKUPS), looked_up(shipped)))

    assert reached.first_three >= 0.98
    assert reached.first >= 0.93
    assert reached.silent == 1.0


def test_texts_are_found_by_words_people_remember(shipped: Store) -> None:
    reached = shares(ask(read_questions(QUESTIONS), searched(shipped)))

    assert reached.first_five >= 0.96
    assert reached.first >= 0.75
    assert reached.as_asked >= 0.96
    assert reached.silent == 1.0


def test_the_sets_are_of_the_size_that_figures_need_and_name_records(shipped: Store) -> None:
    lookups, questions = read_questions(LOOKUPS), read_questions(QUESTIONS)
    keys = {row.key for row in shipped.records()}

    assert len(lookups) >= 150
    assert len(questions) >= 100
    for question in (*lookups, *questions):
        assert question.wanted | question.never <= keys
        assert bool(question.wanted) == bool(question.within)
