"""What is surely meant, what may be, and what is no answer at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from store.lookup.index import NameRow, index_names
from store.lookup.matches import lookup
from store.paths import SCHEMA_FILE
from store.store import Store

NAMES: Final = {
    "en": [
        ["al-Tall agreement"],
        ["Zabadani agreement", "Zabadani deal"],
        ["Zabadani", "Zabdani"],
        ["Homs", "Hims"],
        ["Nubl"],
        ["Iran"],
        ["Shabab al-Sunna"],
        ["Ceasefire agreements"],
        ["Kefraya"],
    ],
    "ar": [
        ["اتفاق التل"],
        ["اتفاق الزبداني"],
        ["الزبداني"],
        ["حمص"],
        ["نبل"],
        ["إيران"],
        ["شباب السنة"],
        ["اتفاقات الهدنة"],
        ["كفريا"],
    ],
}


@pytest.fixture(scope="module")
def connection() -> Iterator[sqlite3.Connection]:
    filled = sqlite3.connect(":memory:", isolation_level=None)
    filled.executescript(Path(SCHEMA_FILE).read_text(encoding="utf-8"))
    count = len(NAMES["en"])
    filled.executemany(
        "INSERT INTO records (id, key, kind, name_en, sort_en, sort_ar)"
        " VALUES (?, ?, 'zone', 'x', '', '')",
        [(record, f"r{record}") for record in range(1, count + 1)],
    )
    index_names(
        filled,
        (
            NameRow(record, language, "alias" if place else "name", max(0, place - 1), text)
            for language, names in NAMES.items()
            for record, texts in enumerate(names, start=1)
            for place, text in enumerate(texts)
        ),
    )
    yield filled
    filled.close()


@pytest.mark.parametrize(
    "query",
    ["Oslo Agreement", "هدنة غزة", "Dayton Accords", "Accord de Lomé", "Abuja Ceasefire Agreement"],
)
def test_a_word_that_tells_nothing_finds_nothing_beside_one_that_is_not_known(
    connection: sqlite3.Connection, query: str
) -> None:
    assert lookup(connection, query) == []


@pytest.mark.parametrize("query", ["Hamas truce", "Nabil accord", "اتفاق نابل", "accord sunn"])
def test_a_short_name_that_is_only_like_ours_finds_nothing_beside_a_word_of_agreements(
    connection: sqlite3.Connection, query: str
) -> None:
    assert lookup(connection, query) == []


@pytest.mark.parametrize("query", ["Zabadni truce", "Kefria deal", "اتفاق الزب"])
def test_a_slip_in_a_name_is_found_beside_a_word_of_agreements(
    shipped_to_read: Store, query: str
) -> None:
    found = [hit.key for hit in shipped_to_read.lookup(query)]
    assert {"zabadani-agreement", "kefraya"}.intersection(found)


@pytest.mark.parametrize(
    ("query", "record"),
    [
        ("Zabadani", 3),
        ("zabadany", 3),
        ("Zabadani deal", 2),
        ("اتفاق الزبداني", 2),
        ("the besieged town of Kefraya", 9),
        ("zabad", 3),
    ],
)
def test_what_is_meant_is_found_surely(
    connection: sqlite3.Connection, query: str, record: int
) -> None:
    found = [match.record for match in lookup(connection, query) if not match.why.doubt]
    assert record in found


@pytest.mark.parametrize(
    ("query", "doubt"),
    [
        ("Hamas", "unmet"),
        ("Kefraia Oslo", "unmet"),
        ("IRA", "begun"),
        ("al-Shabaab", "left"),
        ("Zabadani agreement 1938", "date"),
    ],
)
def test_what_may_be_meant_has_a_doubt(
    connection: sqlite3.Connection, query: str, doubt: str
) -> None:
    found = lookup(connection, query)
    assert found
    assert all(match.why.doubt for match in found)
    assert found[0].why.doubt == doubt


@pytest.mark.parametrize("query", ["the", "in", "على", "de"])
def test_words_that_only_join_others_mean_none_of_the_names_that_have_them(
    shipped_to_read: Store, query: str
) -> None:
    hits = shipped_to_read.lookup(query)
    assert hits
    assert [hit.matched for hit in hits if hit.sure] == []


@pytest.mark.parametrize("query", ["Nepal", "نيبال", "Népal", "Sudan agreement"])
def test_a_country_of_which_the_store_has_nothing_is_no_record(
    connection: sqlite3.Connection, query: str
) -> None:
    assert lookup(connection, query) == []


def test_a_country_that_the_store_has_is_found(connection: sqlite3.Connection) -> None:
    assert [match.record for match in lookup(connection, "Irán")] == [6]
    assert lookup(connection, "Îran")[0].record == 6


def test_those_that_are_surely_meant_come_first(connection: sqlite3.Connection) -> None:
    doubts = [bool(match.why.doubt) for match in lookup(connection, "zabadani")]
    assert doubts == sorted(doubts)
    assert not doubts[0]


def test_why_a_name_was_found_is_kept_word_by_word(connection: sqlite3.Connection) -> None:
    (match,) = lookup(connection, "Hamas")

    (met,) = match.why.meeting.words
    assert (met.word, met.other, met.tells) == ("hamas", "homs", True)
    assert dict(match.why.costs) == {}
