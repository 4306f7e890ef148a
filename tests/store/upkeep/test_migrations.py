"""Stores of older models: brought to today's step by step, they are as new ones are."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from store.errors import StoreError
from store.model.records import Bilingual, Origin
from store.store import Store
from store.upkeep.database import MODEL_VERSION
from store.upkeep.migrations import STEPS

FIXTURES = {number: Path(__file__).with_name(f"model_{number}.sql") for number in (1, 2)}
"""Stores as the programs of their time wrote them; no store of model 3 left its makers."""

LATER_THAN_MODEL_9 = (
    "DROP INDEX external_ids_by_identifier",
    "DROP TABLE sentence_text",
    "DROP TABLE text_sentences",
    "DROP TABLE texts",
    "ALTER TABLE records DROP COLUMN parts",
    "ALTER TABLE sources DROP COLUMN parts",
)
"""What takes away all that a store of model 9 has not."""

PROVENANCE = {"records", "sources", "lexicon", "settings"}
"""Tables that also say what was shipped, which nobody ships to the new store."""


@pytest.fixture(params=FIXTURES)
def older(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A store as the program wrote it when its model was that of the parameter."""
    return made_from(FIXTURES[request.param], tmp_path)


def made_from(fixture: Path, folder: Path) -> Path:
    path = folder / "older.db"
    connection = sqlite3.connect(path)
    connection.executescript(fixture.read_text("utf-8"))
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    return path


def schema(path: Path) -> set[tuple[str, str, str]]:
    """What there is in a store, by its definition without comments, layout and quotes."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT type, name, sql FROM sqlite_schema").fetchall()
    return {(kind, name, normalised(sql or "")) for kind, name, sql in rows}


def normalised(sql: str) -> str:
    without_comments = re.sub(r"--.*", "", sql).replace('"', "")
    return re.sub(r"\s*([(),])\s*", r"\1", " ".join(without_comments.split()))


def contents(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of a store, by table; those behind full text as full text shows them."""
    with closing(sqlite3.connect(path)) as connection:
        tables = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            " AND name NOT LIKE '%_text_%'"
        ).fetchall()
        return {table: sorted(connection.execute(f"SELECT * FROM {table}"), key=repr)
                for (table,) in tables}  # fmt: skip


def test_steps_lead_from_each_model_to_the_next() -> None:
    assert list(STEPS) == list(range(2, MODEL_VERSION + 1))


def test_a_migrated_store_has_the_form_of_a_new_one(older: Path, tmp_path: Path) -> None:
    Store(older, seeds=None).close()
    Store(tmp_path / "new.db", seeds=None).close()

    assert schema(older) == schema(tmp_path / "new.db")
    with closing(sqlite3.connect(older)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (MODEL_VERSION,)
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_migrated_store_holds_what_a_new_one_does_with_the_same_records(
    older: Path, tmp_path: Path
) -> None:
    with Store(older, seeds=None) as store, Store(tmp_path / "new.db", seeds=None) as new:
        keys = [row.key for row in reversed(store.records(order="newest"))]
        new.put_many(
            [(store.get(key), store.origin(key)) for key in keys if key != "spring"],
            [(source, store.origin(source.key)) for source in reversed(store.sources())],
        )
        for key in ("kefraya", "spring"):  # edited, and written, after the others
            if key in keys:
                new.put(store.get(key))

    before, after = contents(older), contents(tmp_path / "new.db")
    assert before.keys() == after.keys()
    for table in before.keys() - PROVENANCE:
        assert before[table] == after[table], table


def test_a_migrated_store_is_sound_and_misses_what_is_gone_from_then_on(older: Path) -> None:
    with Store(older, seeds=None) as store:
        assert list(store.examine()) == []
    with closing(sqlite3.connect(older)) as connection:
        connection.execute("DELETE FROM citations WHERE id = (SELECT max(id) FROM citations)")
        connection.commit()
    with Store(older, seeds=None) as store:
        assert any("parts (facts, places" in each.what for each in store.examine())


def test_each_column_of_an_older_store_keeps_its_values(older: Path) -> None:
    before = sqlite3.connect(older)
    tables = ("records", "zones", "agreements", "actors", "consequences", "external_ids",
              "relations", "sources", "sentences", "citations", "lexicon")  # fmt: skip
    kept = {}
    for table in tables:
        info = before.execute(f"PRAGMA table_info({table})")
        columns = ", ".join(f'"{row[1]}"' for row in info if not row[1].startswith("sort_"))
        kept[f"SELECT {columns} FROM {table}"] = None
    rows = {query: before.execute(query).fetchall() for query in kept}
    before.close()

    Store(older, seeds=None).close()

    with closing(sqlite3.connect(older)) as after:
        for query, expected in rows.items():
            assert after.execute(query).fetchall() == expected, query


def test_a_store_of_the_first_model_says_what_it_said(tmp_path: Path) -> None:
    with Store(made_from(FIXTURES[1], tmp_path), seeds=None) as store:
        truce = store.get("truce")
        assert truce.facts_of("finished")[0].value == "2017"
        assert truce.relations[0].object == "valley"
        assert truce.relations[0].citations[0].reference == "notebook#7"
        assert [hit.key for hit in store.lookup("wadi")] == ["valley"]
        assert [hit.key for hit in store.search("shelling")] == ["truce"]
        assert store.get("valley").aliases.en == ("Ouadi",)


def test_a_store_of_the_second_model_says_what_it_said(tmp_path: Path) -> None:
    with Store(made_from(FIXTURES[2], tmp_path), seeds=None) as store:
        assert store.get("kefraya").summary == Bilingual("My own words.", "كلماتي.")
        assert store.get("spring").collection == "my-notes"
        assert store.get("spring").relations[0].object == "zabadani"
        assert store.get("four-towns").confidence == "B"
        assert store.origin("qatar") == Origin("seeds/actors/qatar.md", 2)
        assert [row.key for row in store.rows(["zabadani", "qatar"]) if row.marked] == ["zabadani"]
        assert store.lookup("الزبدانى")[0].key == "zabadani"
        assert [hit.key for hit in store.search("nine months")] == ["four-towns"]
        assert [hit.key for hit in store.search("marked:yes")] == ["zabadani"]


def test_properties_that_said_of_whom_become_values_that_say_so(tmp_path: Path) -> None:
    path = made_from(FIXTURES[2], tmp_path)
    connection = sqlite3.connect(path)
    (truce,) = connection.execute("SELECT id FROM records WHERE key = 'four-towns'").fetchone()
    connection.execute("DELETE FROM facts WHERE record = ?", (truce,))
    for name, position, value in (
        ("evacuees", 0, "3000"), ("fighters", 0, "700"), ("fighters", 1, "1200/2250"),
        ("civilians", 0, "9"), ("detainees", 0, "85"), ("deaths", 0, "126"),
    ):  # fmt: skip
        connection.execute(
            "INSERT INTO facts (record, property, position, value) VALUES (?, ?, ?, ?)",
            (truce, name, position, value),
        )
    connection.commit()
    connection.close()

    with Store(path, seeds=None) as store:
        facts = store.get("four-towns").facts
        assert [(fact.property, fact.value, *fact.about) for fact in facts] == [
            ("evacuees", "3000", "", (), (), "", ""),
            ("evacuees", "700", "fighters", (), (), "", ""),
            ("evacuees", "1200/2250", "fighters", (), (), "", ""),
            ("evacuees", "9", "civilians", (), (), "", ""),
            ("released", "85", "detainees", (), (), "", "planned"),
            ("casualties", "126", "dead", (), (), "", ""),
        ]
        assert [hit.key for hit in store.search("disputed:yes kind:agreement")] == ["four-towns"]


def test_who_observed_an_agreement_attended_it(tmp_path: Path) -> None:
    path = made_from(FIXTURES[2], tmp_path)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE relations SET predicate = 'observed-by', note_en = 'its vehicles'"
                       " WHERE predicate = 'mediated-by'")  # fmt: skip
    connection.commit()
    connection.close()

    with Store(path, seeds=None) as store:
        (attended,) = (
            each for each in store.get("four-towns").relations if each.predicate == "attended-by"
        )
        assert (attended.object, attended.note.en) == ("qatar", "its vehicles")
    with closing(sqlite3.connect(path)) as connection:
        known = connection.execute("SELECT key FROM predicates").fetchall()
    assert ("observed-by",) not in known
    assert ("monitored-by",) in known


def test_a_damaged_record_stops_no_migration(tmp_path: Path) -> None:
    path = made_from(FIXTURES[2], tmp_path)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE facts SET value = '2017-99' WHERE property = 'date'")
    counted = "SELECT count(DISTINCT record) FROM facts WHERE value = '2017-99'"
    (damaged,) = connection.execute(counted).fetchone()
    connection.commit()
    connection.close()

    with Store(path, seeds=None) as store:
        assert [hit.key for hit in store.lookup("zabadani")][:1] == ["zabadani"]
        assert len(list(store.every_record())) > 0
        assert len(store.damaged) == damaged > 0


def test_a_copy_of_the_older_store_stays_beside_it(older: Path) -> None:
    with closing(sqlite3.connect(older)) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]

    Store(older, seeds=None).close()

    with closing(sqlite3.connect(f"{older}.model-{version}")) as copy:
        assert copy.execute("PRAGMA user_version").fetchone() == (version,)
        assert copy.execute("SELECT count(*) FROM records").fetchone() > (0,)


def test_a_store_whose_rows_refer_to_nothing_is_refused_and_left_as_it_was(older: Path) -> None:
    with closing(sqlite3.connect(older)) as connection:
        connection.execute("INSERT INTO sentences VALUES (99, 1, 0, 10)")
        connection.commit()
        before = list(connection.iterdump())

        with pytest.raises(StoreError, match="FOREIGN KEY constraint failed in sentences"):
            Store(older, seeds=None)

        assert list(connection.iterdump()) == before


def test_programs_that_start_at_once_migrate_it_once_and_keep_the_older_copy(older: Path) -> None:
    """The slower ones wait for the first, and do not copy what it has made of the store."""
    with closing(sqlite3.connect(older)) as connection:
        (model,) = connection.execute("PRAGMA user_version").fetchone()
    code = "import sys; from store.store import Store; Store(sys.argv[1], seeds=None).close()"
    starts = [
        subprocess.Popen([sys.executable, "-c", code, str(older)], stderr=subprocess.PIPE)
        for _ in range(4)
    ]
    assert [(start.communicate()[1], start.returncode) for start in starts] == [(b"", 0)] * 4

    copy = sqlite3.connect(older.with_name(f"{older.name}.model-{model}"))
    assert copy.execute("PRAGMA user_version").fetchone() == (model,)
    copy.close()


def test_the_text_of_an_older_store_is_indexed_anew(older: Path) -> None:
    Store(older, seeds=None).close()
    connection = sqlite3.connect(older)
    for statement in LATER_THAN_MODEL_9:
        connection.execute(statement)
    connection.execute("PRAGMA user_version = 9")
    connection.execute("UPDATE full_text SET stems = 'older'")
    connection.execute("DELETE FROM lexicon")
    connection.execute("INSERT INTO lexicon VALUES (1, 'four', 0), (1, 'women', 0)")
    connection.commit()
    connection.close()

    with Store(older, seeds=None) as store:
        assert store.search("older ") == []
    with closing(sqlite3.connect(older)) as connection:
        assert not connection.execute("SELECT 1 FROM full_text WHERE stems = 'older'").fetchall()
        phrases = connection.execute("SELECT phrase FROM lexicon ORDER BY phrase").fetchall()
        assert phrases == [("4",), ("woman",)]
