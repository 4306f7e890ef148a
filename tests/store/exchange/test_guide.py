"""The reader's guide: lists made from the store, put where a template asks for them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from store.exchange.guide import guide
from store.model.mapping import record_from_mapping, source_from_mapping
from store.model.records import Origin
from store.store import Store

SOURCES = [
    {"key": "afp", "kind": "source", "type": "agency", "title": {"en": "A"}, "publisher": "AFP"},
    {"key": "daily", "kind": "source", "type": "news", "title": {"en": "D"}, "relays": "AFP"},
    {"key": "sohr", "kind": "source", "type": "ngo", "title": {"en": "S"}, "publisher": "SOHR"},
]
DARAYA = {
    "key": "daraya-evacuation",
    "kind": "agreement",
    "type": "evacuation",
    "collection": "local-agreements",
    "confidence": "A",
    "name": {"en": "Daraya deal", "ar": "إخلاء داريا"},
    "cite": ["afp", "daily"],
    "date": [{"value": "2016-08-25", "cite": ["afp"]}],
    "evacuees": [{"value": "5000", "cite": ["daily"]}, {"value": "8000", "cite": ["sohr"]}],
}
BARZEH = {
    "key": "barzeh-truce",
    "kind": "agreement",
    "type": "ceasefire",
    "name": {"en": "Barzeh truce", "ar": "هدنة برزة"},
    "cite": ["sohr"],
    "date": [{"value": "2014-01", "cite": ["sohr"]}],
    "relations": [{"predicate": "mediated-by", "object": "notables", "cite": ["sohr"]}],
}
NOTABLES = {"key": "notables", "kind": "actor", "name": {"en": "Notables", "ar": "وجهاء"}}
TOWN = {"key": "town", "kind": "zone", "type": "town", "name": {"en": "A | town", "ar": "بلدة"}}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "guide.db", seeds=None) as opened:
        opened.put_many(
            [(record_from_mapping(one), Origin()) for one in (DARAYA, BARZEH, NOTABLES, TOWN)],
            [(source_from_mapping(one), Origin()) for one in SOURCES],
        )
        yield opened


def test_agreements_stand_in_the_order_of_their_dates_with_their_support(store: Store) -> None:
    lines = guide(store, "{agreements}", "1").splitlines()
    assert lines[2:] == [
        "| January 2014 | Barzeh truce | ceasefire |  | 1 | `barzeh-truce` |",
        "| 25 August 2016 | Daraya deal | evacuation agreement | A | 2 | `daraya-evacuation` |",
    ]


def test_the_arabic_list_is_in_arabic(store: Store) -> None:
    assert "| 25 آب/أغسطس 2016 | إخلاء داريا | اتفاق إخلاء | A | 2 |" in guide(
        store, "{agreements_ar}", "1"
    )


def test_differing_values_stand_side_by_side_each_with_who_says_it(store: Store) -> None:
    written = guide(store, "{differences}", "1").splitlines()
    assert written[2:] == ["| Daraya deal | People evacuated | 5,000 (AFP) · 8,000 (SOHR) |"]


def test_gaps_are_found_in_the_records(store: Store) -> None:
    assert guide(store, "{gaps}", "1").splitlines() == [
        "- Agreements dated to no day (1): Barzeh truce",
        "- Agreements without a known mediator (1): Daraya deal",
        "- Agreements told by one reporter (1): Barzeh truce",
        "- Places without coordinates (1): A \\| town",
    ]


def test_records_are_counted_by_collection_and_kind(store: Store) -> None:
    written = guide(store, "{counts}", "1")
    assert "| local agreements | 0 | 1 | 0 | 0 |" in written
    assert "| your own | 1 | 1 | 1 | 0 |" in written
    assert written.endswith("Relations: 1, sources: 3.")


def test_sources_are_counted_by_type_and_reporter(store: Store) -> None:
    written = guide(store, "{sources}", "1").splitlines()
    assert "| news agency | 1 | AFP (1) |" in written
    assert "| news report | 1 | AFP (1) |" in written


def test_the_version_is_for_those_who_cite(store: Store) -> None:
    assert guide(store, "version {version}", "1.2") == "version 1.2"


def test_a_damaged_word_of_a_vocabulary_gives_no_command_to_a_terminal(
    store: Store, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(tmp_path / "guide.db")) as connection, connection:
        connection.executescript("""
            PRAGMA ignore_check_constraints = ON;
            PRAGMA foreign_keys = OFF;
            UPDATE agreements SET type = char(27) || ']0;x';
            UPDATE records SET confidence = char(27), collection = char(27);
            UPDATE sources SET type = char(27), read = char(27);
        """)

    lists = "agreements counts confidence differences gaps codings readings sources".split()
    written = guide(store, " ".join(f"{{{name}}} {{{name}_ar}}" for name in lists), "1")

    assert "Daraya deal" in written
    assert "\x1b" not in written


def test_a_list_that_there_is_none_of_is_an_error(store: Store) -> None:
    with pytest.raises(KeyError, match="treaties"):
        guide(store, "{treaties}", "1")
