"""Which words and names are looked at, through indexes and in bounded numbers."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest

from store.lookup.candidates import Candidates
from store.lookup.index import NameRow, index_names
from tests.store.lookup.test_matches import nameless

KHANS = ["Khan Touman", "Khan Arnabah", "Khan al-Shih", "خان شيخون", "خان الشيح", "الزبداني"]


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with nameless() as filled:
        index_names(filled, [NameRow(i, "en", "name", 0, text) for i, text in enumerate(KHANS, 1)])
        yield filled


@pytest.fixture
def candidates(connection: sqlite3.Connection) -> Candidates:
    return Candidates(connection, None)


def test_only_an_unfinished_word_is_sought_as_a_beginning_by_sound(candidates: Candidates) -> None:
    assert "زبداني" in candidates.sounding("zabad", 5, unfinished=True)
    assert "زبداني" not in candidates.sounding("zabad", 5, unfinished=False)
    assert "زبداني" in candidates.sounding("zabadany", 5, unfinished=False)


def test_a_word_is_spelled_by_itself_and_by_those_that_begin_with_it(
    candidates: Candidates,
) -> None:
    assert list(candidates.spelled("khan")) == ["khan", "khanshih", "khantouman", "khanarnabah"]


def test_a_slip_is_found_where_sound_is_not(candidates: Candidates) -> None:
    assert "touman" not in candidates.sounding("touban", 5, unfinished=False)
    assert "touman" in candidates.a_slip_away("touban", 5)


def test_names_that_hold_two_words_lead_then_those_of_the_most_alike_words(
    candidates: Candidates,
) -> None:
    def ids(*words: str) -> dict[int, int]:
        return {candidates.written(word)[word][1]: 1 for word in words}

    found = candidates.by_words([ids("khan"), ids("شيح", "arnabah")], single=2)
    assert [name.text for name in found.values()][:2] == ["Khan Arnabah", "Khan Touman"]
    most_alike = candidates.by_words([ids("شيح", "touman")], single=1)
    assert [name.text for name in most_alike.values()] == ["خان الشيح", "Khan Touman"]
