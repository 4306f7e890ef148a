"""Which words and names are looked at, through indexes and in bounded numbers."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest

from store.lookup.candidates import Candidates, Read
from store.lookup.index import NameRow, index_names
from store.lookup.matches import lookup
from store.model.records import Bilingual, Record
from store.store import Store
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


def test_a_word_of_several_parts_of_a_query_is_looked_for_once(
    connection: sqlite3.Connection, candidates: Candidates
) -> None:
    def look() -> list[object]:
        return [
            candidates.written("khan"),
            candidates.spelled("khan"),
            candidates.sounding("zabad", 5, unfinished=True),
            candidates.a_slip_away("zabdani", 5),
        ]

    first = look()
    asked: list[str] = []
    connection.set_trace_callback(asked.append)

    assert look() == first
    assert not asked


def _read_statements(connection: sqlite3.Connection, queries: list[str], read: Read) -> list[str]:
    """What SQLite is asked for the last of some queries."""
    asked: list[str] = []
    for query in queries:
        asked.clear()
        connection.set_trace_callback(asked.append)
        lookup(connection, query, read=read)
        connection.set_trace_callback(None)
    return asked


def test_a_letter_more_asks_only_what_the_query_before_has_not_read(
    connection: sqlite3.Connection,
) -> None:
    afresh = _read_statements(connection, ["khan arnabah shih"], Read())
    typed = _read_statements(connection, ["khan", "khan arnabah shi", "khan arnabah shih"], Read())

    assert [statement for statement in afresh if "FROM words" in statement]
    assert not [statement for statement in typed if "FROM words" in statement]


def test_once_it_is_ready_no_query_reads_words(connection: sqlite3.Connection) -> None:
    read = Read()
    steps = 0
    while not read.get_ready(connection):
        steps += 1

    assert steps > 1  # each of them short
    assert not [
        statement
        for statement in _read_statements(connection, ["khan", "zabdani"], read)
        if "FROM words" in statement
    ]


@pytest.mark.parametrize("word", ["khan", "zabdani", "zabad", "خان", "شيخ", "a", "qwertyuiop"])
def test_words_in_memory_are_those_of_the_indexes_in_their_order(
    connection: sqlite3.Connection, candidates: Candidates, word: str
) -> None:
    held = Read()
    held.begin()
    held.begin()
    in_memory = Candidates(connection, None, held)

    assert held.held(connection) is not None
    assert list(in_memory.written(word).items()) == list(candidates.written(word).items())
    assert list(in_memory.spelled(word).items()) == list(candidates.spelled(word).items())
    for most in (2, 200):
        for unfinished in (True, False):
            found = in_memory.sounding(word, most, unfinished=unfinished)
            expected = candidates.sounding(word, most, unfinished=unfinished)
            assert list(found.items()) == list(expected.items())
        found, expected = in_memory.a_slip_away(word, most), candidates.a_slip_away(word, most)
        assert list(found.items()) == list(expected.items())


@pytest.mark.parametrize(
    "query", ["khan touban", "خان شيخان", "khan arnaba zabadani", "qwertyuiop"]
)
def test_what_has_been_read_changes_no_answer(connection: sqlite3.Connection, query: str) -> None:
    read = Read()
    afresh = lookup(connection, query)
    for text in (query[:-2], query[:-1], "zabadani", query):
        found = lookup(connection, text, read=read)

    assert found == afresh


def test_what_has_been_read_is_forgotten_when_the_store_changes(small_store: Store) -> None:
    assert not small_store.lookup("kharsa")
    assert not small_store.lookup("kharsa valley")
    small_store.put(Record("kharsa", "zone", Bilingual("Kharsa")))

    assert [hit.key for hit in small_store.lookup("kharsa")] == ["kharsa"]
