"""Did you mean: what is suggested for a query that found nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.model.records import Origin, Record, Source
from store.search import suggestions
from store.search.suggestions import suggest
from store.store import Store


@pytest.fixture
def connection(
    records: list[Record], sources: list[Source], tmp_path: Path
) -> Iterator[sqlite3.Connection]:
    """A connection of its own to a store that holds the small collection."""
    file = tmp_path / "small.db"
    with Store(file, seeds=None) as store:
        store.put_many([(record, Origin()) for record in records], [(s, Origin()) for s in sources])
        connection = sqlite3.connect(file)
        yield connection
        connection.close()


@pytest.mark.parametrize(
    ("query", "suggested"),
    [
        ("demografic", "Demographic"),
        ("besiegd town", "besieged town"),
        ("evacution NOT Qatar", "evacuation NOT Qatar"),
        ('"nine monhts"', '"nine months"'),
        ("borddr kind:zone", "border kind:zone"),
        ("حدوود", "الحدود"),
        ("لبنانيه الحدد", "لبنانيه الحدود"),
        ("الحددود", "الحدود"),
        ("ديموغرفي", "ديموغرافي"),
    ],
)
def test_unknown_words_become_words_of_the_store(
    connection: sqlite3.Connection, query: str, suggested: str
) -> None:
    assert suggest(connection, query) == suggested


@pytest.mark.parametrize(
    ("query", "suggested"),
    [
        ("damographic", "Demographic"), ("dmographic", "Demographic"), ("deemographic",
        "Demographic"), ("edmographic", "Demographic"), ("demografic", "Demographic"),
        ("ديموغرفي", "ديموغرافي"), ("دموغرافي", "ديموغرافي"), ("دجموغرافي", "ديموغرافي"),
    ],
)  # fmt: skip
def test_in_a_large_store_a_slip_in_the_second_letter_is_found_too(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch, query: str, suggested: str
) -> None:
    monkeypatch.setattr(suggestions, "_SMALL", 0)

    assert suggest(connection, query) == suggested


def test_in_a_large_store_all_beginnings_are_asked_together(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(suggestions, "_SMALL", 0)
    run: list[str] = []
    connection.set_trace_callback(lambda it: None if it.startswith("--") else run.append(it))

    assert suggest(connection, "vulcanologist") == ""
    assert len(run) < 15


@pytest.mark.parametrize(
    "query", ["", " ", '"', "volcano", "zone", "kind:nonsense", "the border of", "xx", "AND OR"]
)
def test_where_nothing_is_near_nothing_is_suggested(
    connection: sqlite3.Connection, query: str
) -> None:
    assert suggest(connection, query) == ""


def test_one_word_like_none_is_enough_to_stay_silent(connection: sqlite3.Connection) -> None:
    assert suggest(connection, "borddr volcano") == ""


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.text(max_size=40))
def test_any_text_is_suggested_something_or_nothing(
    connection: sqlite3.Connection, query: str
) -> None:
    assert isinstance(suggest(connection, query), str)


@pytest.mark.parametrize(
    "query",
    [
        "Hamas",
        "Hungary",
        "السودان",
        "الهند",
        "اليمن",
        "وقف إطلاق النار في السودان",
        "Taba Agreement",
    ],
)
def test_a_name_elsewhere_is_no_form_and_no_slip_of_a_word_here(
    shipped_to_read: Store, query: str
) -> None:
    assert not shipped_to_read.search(query).has_what_was_asked


@pytest.mark.parametrize(
    "query", ["Iraq", "بالكويت", "militias", "evacuatn agreement", "Chemcal deal"]
)
def test_what_texts_hold_and_slips_of_words_are_found(shipped_to_read: Store, query: str) -> None:
    assert shipped_to_read.search(query).has_what_was_asked


def test_beside_a_name_elsewhere_the_other_words_are_still_found(shipped_to_read: Store) -> None:
    hits = shipped_to_read.search("Sudan unarmd observrs")
    assert [(hit.key, hit.match) for hit in hits] == [("unscr-2043", "some")]
