"""A damaged row is left out and told, and whatever is done with the store, all else goes on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from store.checking.check import check_store
from store.errors import StoreError
from store.exchange.exporting import export
from store.model.records import Aliases, Bilingual, Fact, Origin, Record, Relation, Source
from store.store import Store
from tests.thoroughly import in_turns_of

LAST: Final = 2**63 - 1
NO_TEXT: Final = "CAST(X'ff41' AS TEXT)"
NEW: Final = Record(
    "new-place",
    "zone",
    Bilingual("New place", "مكان جديد"),
    aliases=Aliases(("Novelty",)),
    facts=(Fact("extent", Bilingual("wide")),),
    relations=(Relation("lies-in", "kefraya"),),
)


def change(store: Store, statement: str) -> None:
    store._connection.execute("PRAGMA foreign_keys = OFF")
    store._connection.execute("PRAGMA ignore_check_constraints = ON")
    store._connection.execute(statement)
    store._connection.commit()


@pytest.mark.parametrize("number", [LAST, LAST - 1, 2**62 + 1])
@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("records", "id"),
        ("sources", "id"),
        ("facts", "id"),
        ("relations", "id"),
        ("names", "id"),
        ("words", "id"),
        ("citations", "id"),
        ("lexicon", "meaning"),
    ],
)
def test_rows_are_written_beside_one_whose_number_leaves_no_room(
    table: str, column: str, number: int, small_store: Store, tmp_path: Path
) -> None:
    lexicon = tmp_path / "lexicon.yaml"
    lexicon.write_text("places: [[novelty, newness]]")
    small_store.load_lexicon(lexicon)
    change(
        small_store,
        f"UPDATE {table} SET {column} = {number}"
        f" WHERE {column} = (SELECT max({column}) FROM {table})",
    )
    source = Source("new-source", Bilingual("New source"))
    for key in ("new-place", "newer-place"):
        record = NEW._replace(key=key)
        small_store.put_many([(record, Origin())], [(source, Origin())])
        assert small_store.get(key) == record
    lexicon.write_text("places: [[place, spot], [wide, broad]]")
    assert small_store.load_lexicon(lexicon) == 2
    assert {"new-place", "newer-place"} <= {match.key for match in small_store.lookup("New place")}


LOST: Final = {
    "the newest record": ("records", "zones", "actors", "consequences"),
    "the newest facts": ("facts",),
    "the newest relations": ("relations",),
}


@pytest.mark.parametrize("what", LOST)
def test_a_new_row_takes_nothing_over_that_was_left_of_a_lost_one(
    what: str, small_store: Store
) -> None:
    for table in LOST[what]:
        change(small_store, f"DELETE FROM {table}")

    small_store.put(NEW._replace(relations=()))

    assert small_store.get("new-place") == NEW._replace(relations=())
    assert small_store.related("new-place") == []


NOT_UTF_8: Final = {
    "a record's key": "UPDATE records SET key = {} WHERE key = 'four-towns'",
    "a record's name": "UPDATE records SET name_en = {} WHERE key = 'four-towns'",
    "a name": "UPDATE names SET text = {0}, folded = {0} WHERE id = 1",
    "an alias": "UPDATE names SET text = {} WHERE role = 'alias'",
    "a source's key": "UPDATE sources SET key = {} WHERE key = 'article'",
    "a source's title": "UPDATE sources SET title_en = {} WHERE key = 'article'",
    "a source's file": "UPDATE sources SET file = {}",
    "a record's file": "UPDATE records SET file = {}",
    "locators": "UPDATE citations SET locator = {}",
    "a relation's note": "UPDATE relations SET note_en = {}",
    "a fact's note": "UPDATE facts SET note_en = {}",
    "other fields": "UPDATE records SET other_fields = {}",
    "a collection": "UPDATE records SET collection = {} WHERE key = 'four-towns'",
    "an identifier": "UPDATE external_ids SET identifier = {}",
    "a state": "UPDATE facts SET state = {}",
    "a confidence": "UPDATE records SET confidence = {} WHERE key = 'four-towns'",
}


@pytest.mark.parametrize(
    ("name", "what"),
    in_turns_of(["vault", "report.md", "records.jsonl", "sources.bib", "map.geojson"], NOT_UTF_8),
)
def test_what_is_no_utf_8_is_left_out_of_an_export(
    what: str, name: str, small_store: Store, tmp_path: Path
) -> None:
    change(small_store, NOT_UTF_8[what].format(NO_TEXT))

    written = export(small_store, None, tmp_path / name)

    assert written.records == 6 or small_store.damaged


WORDS: Final = {
    "no words": "DELETE FROM words",
    "words of no sound": "UPDATE words SET fine = '', rough = ''",
    "words that no name has": "UPDATE words SET frequency = 0",
    "words fewer than none": "UPDATE words SET frequency = -7",
    "no names of words": "DELETE FROM name_words",
    "names below none": "UPDATE names SET id = -id",
    "no folded names": "UPDATE names SET folded = ''",
    "other words": "UPDATE words SET word = 'x' || id",
}


@pytest.mark.parametrize("what", WORDS)
def test_look_up_goes_on_with_a_damaged_index(what: str, small_store: Store) -> None:
    change(small_store, WORDS[what])
    for query in ("zabadani", "الزبداني", "four towns", "rif dimashq", "z"):
        small_store.lookup(query)
    assert isinstance(small_store.lookup("zabadani"), list)


READERS: Final[dict[str, Callable[[Store], object]]] = {
    "list": lambda store: list(store.records()),
    "show": lambda store: store.related("zabadani"),
    "citing": lambda store: store.citing("article"),
    "citing keys": lambda store: store.sources_of(store.every_key()),
    "unknown key": lambda store: store.rows(["zabadanx"]),
    "search": lambda store: store.search("town"),
    "slip": lambda store: store.suggest("zabadanx"),
    "sources": lambda store: store.complete("source:"),
    "collections": lambda store: store.complete("collection:"),
    "origins": lambda store: list(store.sources_with_origin()),
    "whole": lambda store: list(store.every_record_with_origin()),
}


@pytest.mark.parametrize(("how", "what"), in_turns_of(READERS, NOT_UTF_8))
def test_reading_goes_on_beside_what_is_no_utf_8(how: str, what: str, small_store: Store) -> None:
    change(small_store, NOT_UTF_8[what].format(NO_TEXT))
    READERS[how](small_store)


def test_a_word_of_no_record_is_no_suggestion(small_store: Store) -> None:
    change(small_store, "INSERT INTO full_text (rowid, names) VALUES (999, 'haradansa')")
    assert small_store.suggest("haradansx") in ("", "haradansa")


@pytest.mark.parametrize("marks", ["[not json", '{"a": 7}', "7", "[" * 100_000])
def test_marks_that_cannot_be_read_cost_nothing_else_and_are_kept(
    marks: str, small_store: Store
) -> None:
    change(small_store, f"INSERT OR REPLACE INTO settings VALUES ('marked', '{marks}')")

    assert len(list(small_store.records())) == 6
    assert list(small_store.search("marked:yes")) == []
    with pytest.raises(StoreError, match="list of marked records cannot be read"):
        small_store.mark("zabadani")
    kept = small_store._connection.execute("SELECT value FROM settings WHERE name = 'marked'")
    assert kept.fetchone() == (marks,)


def test_a_date_is_looked_at_whatever_word_it_stands_beside(
    small_store: Store, tmp_path: Path
) -> None:
    change(small_store, "UPDATE facts SET property = 'colour-' || id, date = '2017-99'")

    assert any("four-towns" in str(finding) for finding in check_store(small_store))
    assert export(small_store, None, tmp_path / "report.md").records == 5
    assert list(small_store.damaged) == ["four-towns"]
