"""Whatever spares a long question work finds in the text what is found without it."""

from __future__ import annotations

from unittest.mock import patch

import pytest

from store.search import full_text, ranking
from store.search.query import parser
from store.store import Store

QUESTIONS = [
    "9 foreign ministers",  # of 9 May the index knows no 9
    "خمس عشرة حافلة درعا",
    "buses with fighters left the towns after the siege",
    "the besieged town near the border with Lebanon",
    "هدنة في الغوطة بين الجيش وفصائل المعارضة",
    '"cessation of hostilities" Russia Turkey Iran',
    "ceasefire agreement zone evacu",
    "truce Homs 20",
    "خروج المقاتلين من حمص القديمة إلى الريف الشمالي",
]


def _found(store: Store, question: str) -> list[tuple[str, float, str]]:
    store._last_parsed = None
    return [(hit.row.key, hit.score, hit.match) for hit in store.search(question, limit=60)]


@pytest.mark.parametrize("question", QUESTIONS)
def test_texts_that_are_not_read_are_no_answers(shipped_to_read: Store, question: str) -> None:
    found = _found(shipped_to_read, question)
    weighted = ranking._weighted

    def knowing_nothing(*args: object) -> object:
        return weighted(*args)._replace(stands_otherwise=True, are_all_known=False)  # type: ignore[arg-type]

    with patch.object(ranking, "_weighted", knowing_nothing):
        assert _found(shipped_to_read, question) == found


def test_few_texts_are_read_of_records_that_lack_most_words(shipped_to_read: Store) -> None:
    with patch.object(ranking, "_texts", side_effect=ranking._texts) as read:
        answers = _found(shipped_to_read, QUESTIONS[2])
    texts = sum(len(call.args[1]) for call in read.call_args_list)
    assert len(answers) <= texts < 2 * len(answers) + 5


@pytest.mark.parametrize("question", QUESTIONS)
def test_phrases_that_are_asked_about_at_once_are_all_that_have_other_names(
    shipped_to_read: Store, question: str
) -> None:
    found = full_text.parse(shipped_to_read._connection, question)
    asked_each = patch.object(full_text.lexicon, "with_alternatives", lambda _, some: set(some))
    with asked_each:
        assert full_text.parse(shipped_to_read._connection, question) == found
    assert parser.all_of_them([("old", "city")]) == {("old", "city")}
