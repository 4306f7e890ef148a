"""Whatever spares a long question work answers as if nothing were spared."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from unittest.mock import patch

import pytest

from store.lookup.comparisons import Comparisons, Known
from store.lookup.likeness import likeness, likeness_if_sure
from store.lookup.matches import lookup
from store.lookup.name_match import NameMatch
from store.lookup.scores import Scorer
from store.lookup.weights import WEIGHTS
from store.store import Store

SENTENCES = [
    "Nusra fighters leave the Lebanese border in buses for Idlib",
    "road closed by the army in Jul",
    "Zabadani and Madaya besieged by Hezbollah in the summer of the year",
    "four towns agreement foua kefraya zabadani madaya evacuation Iran Qatar",
    "قوات النظام وحزب الله تسيطر على القصير",
    "اتفاق المدن الأربع كفريا والفوعة والزبداني ومضايا برعاية قطر وإيران",
    "وقف إطلاق النار في الغوطة الشرقية وجيش الإسلام وفيلق الرحمن",
    "Géorgie du Sud-et-les Îles Sandwich du Sud",
    "zabadanimadayakefrayafuaagreement",
    "a v i o g z a o f e o u o y y",
    "eastern ghouta ceasefire jaysh al islam faylaq al rahman",
    "Syrian Democratic Forces and the Autonomous Administration",
]


def _found(store: Store, question: str) -> list[NameMatch]:
    return lookup(store._connection, question)


@pytest.mark.parametrize("question", SENTENCES)
def test_names_that_are_not_scored_are_no_answers(shipped_to_read: Store, question: str) -> None:
    found = _found(shipped_to_read, question)
    with patch.object(Scorer, "_is_beyond", lambda *_: False):
        assert _found(shipped_to_read, question) == found


def test_most_names_are_not_scored_for_a_sentence(shipped_to_read: Store) -> None:
    with patch.object(Scorer, "_score", autospec=True, side_effect=Scorer._score) as scored:
        _found(shipped_to_read, SENTENCES[0])
        few = scored.call_count
        with patch.object(Scorer, "_is_beyond", lambda *_: False):
            _found(shipped_to_read, SENTENCES[0])
    assert few < (scored.call_count - few) * 0.8


@pytest.mark.parametrize("question", SENTENCES)
def test_names_that_are_hardly_compared_are_unlike(shipped_to_read: Store, question: str) -> None:
    def compared(known: Comparisons, word: str, other: str) -> float:
        found = known.likeness(word, other, WEIGHTS.sure_together)
        return found if found >= WEIGHTS.sure_together else 0.0

    found = _found(shipped_to_read, question)
    with patch.object(Comparisons, "sure_likeness", compared):
        assert _found(shipped_to_read, question) == found


def _pairs() -> Iterator[tuple[str, str]]:
    written = [question.replace(" ", "").lower()[:40] for question in SENTENCES]
    words = ["zabadani", "zabadany", "madaya", "kefraya", "kafraya", "الزبداني", "زبداني", "مضايا"]
    for word, other in pairwise([*written, *words, *reversed(written)]):
        yield word, other
    for word in words:
        yield from ((word, other) for other in words)


@pytest.mark.parametrize("least", [0.7, 0.87])
def test_what_is_surely_alike_is_as_like_as_it_is(least: float) -> None:
    for word, other in _pairs():
        exact, found = likeness(word, other, least), likeness_if_sure(word, other, least)
        assert found == exact or (exact < least and found < least), (word, other)


def test_words_that_are_unlike_as_whole_names_are_compared_when_asked_for() -> None:
    known = Known({}, {}, {}, {}, {}, {}, {})
    asked = Comparisons(["zabadani"], {}, known)
    assert asked.sure_likeness("zabadanimadaya", "zabadanikefraya") == 0.0
    assert known.compared == {"zabadanimadaya": 1}
    found = asked.likeness("zabadanimadaya", "zabadanikefraya", WEIGHTS.sure_together)
    assert found == likeness("zabadanimadaya", "zabadanikefraya", WEIGHTS.sure_together)
    assert known.compared == {"zabadanimadaya": 1}  # it counted once
