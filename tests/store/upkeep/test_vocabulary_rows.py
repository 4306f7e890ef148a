"""Words are rows: those of the program are written into every store, those of others are kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from contextlib import closing
from pathlib import Path

import pytest

from store.model import vocabulary
from store.model.mapping import record_to_mapping
from store.model.records import Bilingual, Fact, Record, Relation
from store.model.vocabulary import Label, Predicate, Property
from store.store import Store
from store.upkeep import vocabulary_rows


def keys(connection: sqlite3.Connection, query: str) -> list[str]:
    return [key for (key,) in connection.execute(query)]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "store.db"
    with Store(path, seeds=None) as store:
        store.put(Record("valley", "zone", Bilingual("Valley")))
    return path


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("SELECT key FROM kinds", vocabulary.KINDS),
        ("SELECT key FROM types WHERE kind = 'zone'", vocabulary.ZONE_TYPES),
        ("SELECT key FROM types WHERE kind = 'agreement'", vocabulary.AGREEMENT_TYPES),
        ("SELECT key FROM types WHERE kind = 'actor'", vocabulary.ACTOR_TYPES),
        ("SELECT key FROM types WHERE kind = 'consequence'", vocabulary.CONSEQUENCE_TYPES),
        ("SELECT key FROM collections", vocabulary.COLLECTIONS),
        ("SELECT key FROM confidences", vocabulary.CONFIDENCES),
        ("SELECT key FROM standings", vocabulary.STANDINGS),
        ("SELECT key FROM properties", vocabulary.PROPERTIES),
        ("SELECT property FROM stages", vocabulary.STAGES),
        ("SELECT key FROM predicates", vocabulary.PREDICATES),
        ("SELECT key FROM source_types", vocabulary.SOURCE_TYPES),
    ],
)
def test_a_new_store_has_the_words_in_order(file: Path, query: str, words: Collection[str]) -> None:
    with closing(sqlite3.connect(file)) as connection:
        assert keys(connection, f"{query} ORDER BY position") == list(words)


def test_words_have_their_labels_in_both_languages(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute(
            "SELECT label_en, label_ar FROM types WHERE key = 'ceasefire'"
        ).fetchone() == ("ceasefire", "وقف إطلاق نار")
        assert connection.execute(
            "SELECT plural_en, plural_ar FROM kinds WHERE key = 'actor'"
        ).fetchone() == ("actors", "أطراف")
        assert connection.execute(
            "SELECT value_type FROM properties WHERE key = 'duration'"
        ).fetchone() == ("duration",)


def test_a_new_word_can_be_used_in_a_store_that_exists(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(vocabulary.PROPERTIES, "tolls", Property("Tolls", "رسوم", "text"))
    monkeypatch.setitem(vocabulary.ZONE_TYPES, "canal", Label("canal", "قناة"))
    monkeypatch.setitem(
        vocabulary.PREDICATES, "overlooks", Predicate("overlooks", "يشرف على", "below", "تحت")
    )
    canal = Record(
        "canal",
        "zone",
        Bilingual("Canal"),
        type="canal",
        facts=(Fact("tolls", Bilingual("a tenth")),),
        relations=(Relation("overlooks", "valley"),),
    )

    with Store(file, seeds=None) as store:
        store.put(canal)
        assert store.get("canal") == canal


def test_what_a_newer_program_wrote_is_kept_and_read(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as newer:
        newer.setitem(vocabulary.PROPERTIES, "tolls", Property("Tolls", "رسوم", "text"))
        newer.setitem(vocabulary.ZONE_TYPES, "canal", Label("canal", "قناة"))
        fact = Fact("tolls", Bilingual("a tenth"))
        canal = Record("canal", "zone", Bilingual("Canal"), type="canal", facts=(fact,))
        with Store(file, seeds=None) as store:
            store.put(canal)

    with Store(file, seeds=None) as store:
        assert store.get("canal") == canal
        assert [hit.key for hit in store.search("tenth")] == ["canal"]
        assert store.row("canal").type == "canal"
        assert record_to_mapping(store.get("canal"))["tolls"] == [{"value": {"en": "a tenth"}}]


def test_two_programs_that_share_a_store_write_their_words_once(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    write_words = vocabulary_rows.write_words

    def counted(connection: sqlite3.Connection) -> None:
        written.append(vocabulary.stamp())
        write_words(connection)

    monkeypatch.setattr(vocabulary_rows, "write_words", counted)
    for _ in range(3):
        with monkeypatch.context() as newer:
            newer.setitem(vocabulary.ZONE_TYPES, "canal", Label("canal", "قناة"))
            Store(file, seeds=None).close()
        Store(file, seeds=None).close()

    assert len(written) == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE records SET kind = 'planet'",
        "UPDATE records SET confidence = 'Z'",
        "UPDATE records SET collection = 'nowhere'",
        "UPDATE zones SET type = 'planet'",
        "UPDATE zones SET type = 'ceasefire'",
        "INSERT INTO facts (record, property, position, value) VALUES (1, 'colour', 0, 'red')",
        "INSERT INTO sources (key, title_en, type) VALUES ('note', 'Note', 'hearsay')",
        "DELETE FROM kinds WHERE key = 'zone'",
    ],
)
def test_no_tool_can_write_an_unknown_word(file: Path, statement: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")

        with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
            connection.execute(statement)


def test_a_collection_is_entered_with_its_first_record(file: Path) -> None:
    with Store(file, seeds=None) as store:
        store.put(Record("spring", "zone", Bilingual("Spring"), collection="my-notes"))
        assert store.get("spring").collection == "my-notes"
    with closing(sqlite3.connect(file)) as connection:
        collections = keys(connection, "SELECT key FROM collections ORDER BY position, key")
        assert collections == [*vocabulary.COLLECTIONS, "my-notes"]
