"""A damaged store is mended: what can be made anew is, what can be read is saved, the rest told."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from store import Patience
from store.errors import StoreError
from store.exchange.exporting import export
from store.exchange.importing import import_path
from store.model.records import (
    Aliases,
    Bilingual,
    Citation,
    Fact,
    Origin,
    Qualifiers,
    Record,
    Relation,
    Source,
)
from store.paths import SEEDS_FOLDER
from store.repairs.repair import Repair
from store.repairs.repair import repair as mend
from store.store import Store
from store.upkeep.database import MODEL_VERSION
from tests.store.damage import INDEXES, LEXICON, RECORDS, damage, damage_bytes, put_of_any_type
from tests.thoroughly import thorough_but

MINE = Record(
    key="mine",
    kind="zone",
    name=Bilingual("Mine", "لي"),
    type="town",
    collection="my-own",
    aliases=Aliases(("My place",), ("مكاني",)),
    summary=Bilingual("Words.", "كلمات."),
    coordinates=(35.5, 36.5),
    citations=(Citation("notebook", "7"),),
    facts=(Fact("date", "2017", Bilingual("about")), Fact("extent", Bilingual("wide", "واسع"))),
    relations=(Relation("lies-in", "yours", since="2016"),),
    external=(("geonames", "7"),),
    other_fields=(("tags", '["a"]'),),
)
YOURS = Record("yours", "zone", Bilingual("Yours"))
NOTEBOOK = Source("notebook", Bilingual("Notebook"), date="2017", sentences=((0, 5), (6, 9)))


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A store of the user's own records, without any that are shipped."""
    path = tmp_path / "store.db"
    with Store(path, seeds=None) as store:
        store.put_many([(MINE, Origin("mine.md", 3)), (YOURS, Origin())], [(NOTEBOOK, Origin())])
        store.mark("mine")
    return path


def repaired(path: Path, **settings: object) -> Repair:
    return mend(str(path), seeds=None, **settings)  # type: ignore[arg-type]


def contents(path: Path) -> tuple[list[Record], list[Source], list[str]]:
    with Store(path, seeds=None) as store:
        assert list(store.examine()) == []
        marked = [hit.key for hit in store.search("marked:yes")]
        return list(store.every_record()), store.sources(), marked


def test_a_sound_store_is_left_alone(small: Path) -> None:
    before = small.read_bytes()
    assert repaired(small) == Repair(str(small), ())
    assert small.read_bytes() == before
    assert not list(small.parent.glob("*before-repair*"))


@pytest.mark.parametrize("what", INDEXES)
def test_indexes_are_made_anew_and_nothing_is_lost(small: Path, what: str) -> None:
    damage(small, INDEXES[what].statements)

    repair = repaired(small)

    assert repair.damages
    assert repair.losses == ()
    assert contents(small) == ([MINE, YOURS], [NOTEBOOK], ["mine"])


@pytest.mark.parametrize("what", RECORDS)
def test_what_can_be_read_is_saved(small: Path, what: str) -> None:
    damage(small, RECORDS[what].statements)

    repair = repaired(small)

    assert repair.damages
    assert not repair.is_rebuilt
    records, _, _ = contents(small)
    assert {record.key for record in records} <= {"mine", "yours"}
    assert records
    with closing(sqlite3.connect(str(repair.kept))) as kept:
        assert kept.execute("PRAGMA quick_check").fetchone() == ("ok",)


@pytest.mark.parametrize("what", LEXICON)
def test_a_damaged_lexicon_is_mended(small: Path, tmp_path: Path, what: str) -> None:
    (tmp_path / "mine.yaml").write_text("meanings:\n  - [alpha, beta]\n  - [gamma, delta]\n")
    with Store(small, seeds=None) as store:
        import_path(store, tmp_path / "mine.yaml")
        assert list(store.examine()) == []
    damage(small, LEXICON[what].statements)

    repair = repaired(small)

    assert any(LEXICON[what].says in damage.what for damage in repair.damages)
    assert contents(small) == ([MINE, YOURS], [NOTEBOOK], ["mine"])


def test_what_is_lost_is_told_and_all_else_is_there(small: Path) -> None:
    damage(small, "UPDATE facts SET value = '-1' WHERE property = 'date'")

    repair = repaired(small)

    (loss,) = repair.losses
    assert loss.startswith("mine: date[1].value: '-1'")
    without_date = MINE._replace(facts=MINE.facts[1:])
    assert contents(small) == ([without_date, YOURS], [NOTEBOOK], ["mine"])
    with Store(small, seeds=None) as store:
        assert store.origin("mine") == Origin("mine.md", 3)


def test_a_relation_to_what_is_lost_is_told(small: Path) -> None:
    damage(small, "DELETE FROM records WHERE key = 'yours'; DELETE FROM names WHERE text = 'Yours'")

    repair = repaired(small)

    records, _, _ = contents(small)
    assert records == [MINE._replace(relations=())]
    assert any("mine: relations[1]" in loss for loss in repair.losses)


def first_page(content: bytearray) -> None:
    content[:100] = bytes(100)


def magic(content: bytearray) -> None:
    content[:16] = b"?" * 16


def way_to_tables(content: bytearray) -> None:
    content[100:4096] = bytes(3996)


def whole_page(content: bytearray) -> None:
    content[:4096] = bytes(4096)


def noise(content: bytearray) -> None:
    content[:4096] = bytes(range(1, 129)) * 32


def page_size(content: bytearray) -> None:
    content[16:18] = b"\x00\x10"


def ways_to_write(content: bytearray) -> None:
    content[18] = 255


def fractions(content: bytearray) -> None:
    content[21:24] = bytes(3)


def encoding(content: bytearray) -> None:
    content[59] = 255


def another_page_size(content: bytearray) -> None:
    content[16:18] = b"\x00\x01"


def another_encoding(content: bytearray) -> None:
    content[56:60] = (2).to_bytes(4, "big")


def no_model(content: bytearray) -> None:
    content[60:64] = bytes(4)


def no_application(content: bytearray) -> None:
    content[68:72] = bytes(4)


def another_application(content: bytearray) -> None:
    content[68] ^= 4


HEADERS = [
    first_page, magic, page_size, ways_to_write, fractions, encoding, another_page_size,
    another_encoding,
]  # fmt: skip


@pytest.mark.parametrize("change", [*HEADERS, way_to_tables, whole_page, noise])
def test_a_file_that_lost_its_first_page_is_read_all_the_same(
    small: Path, change: Callable[[bytearray], None]
) -> None:
    damage_bytes(small, change)
    before = small.read_bytes()

    repair = repaired(small)

    assert repair.losses == ()
    assert contents(small) == ([MINE, YOURS], [NOTEBOOK], ["mine"])
    assert repair.kept
    assert Path(repair.kept).read_bytes() == before


ENTRIES = [
    "UPDATE sqlite_schema SET type = 'view' WHERE name = 'facts'",
    "UPDATE sqlite_schema SET rootpage = 0 WHERE name = 'records'",
    "UPDATE sqlite_schema SET rootpage = 99999 WHERE name = 'records'",
    "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'kinds')"
    " WHERE name = 'citations'",
    "UPDATE sqlite_schema SET name = 'mine' WHERE name = 'relations'",
    "UPDATE sqlite_schema SET sql = replace(sql, 'name_', 'namf_') WHERE name = 'records'",
    "UPDATE sqlite_schema SET sql = 'CREATE' WHERE name = 'external_ids'",
    "DELETE FROM sqlite_schema WHERE name = 'sources'",
    "DELETE FROM sqlite_schema",
]


@pytest.mark.parametrize("statement", ENTRIES)
def test_a_table_that_cannot_be_found_is_found_where_it_was_made(
    small: Path, statement: str
) -> None:
    with closing(sqlite3.connect(small)) as connection, connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(statement)

    repair = repaired(small)

    assert repair.damages
    assert repair.losses == ()
    assert contents(small) == ([MINE, YOURS], [NOTEBOOK], ["mine"])


def test_a_table_that_was_dropped_is_not_made_of_what_is_left_of_it(small: Path) -> None:
    damage(small, "DROP TABLE facts")
    repair = repaired(small)
    assert any("facts" in loss for loss in repair.losses)
    records, _, _ = contents(small)
    assert records[0] == MINE._replace(facts=())


@pytest.mark.parametrize("change", [no_model, no_application, another_application])
def test_a_store_that_does_not_say_that_it_is_one_is_known_by_its_tables(
    small: Path, change: Callable[[bytearray], None]
) -> None:
    damage_bytes(small, change)
    with pytest.raises(StoreError):
        Store(small, seeds=None)

    repair = repaired(small)

    assert (repair.is_rebuilt, repair.losses) == (True, ())
    assert contents(small) == ([MINE, YOURS], [NOTEBOOK], ["mine"])


def test_any_page_of_definitions_may_be_gone(small: Path, tmp_path: Path) -> None:
    content = small.read_bytes()
    pages = [content[start : start + 4096] for start in range(0, len(content), 4096)]
    defining = [n for n, page in enumerate(pages) if page[0] == 13 and b"CREATE " in page]
    for number in defining:
        path = tmp_path / f"{number}.db"
        path.write_bytes(b"".join([*pages[:number], bytes(4096), *pages[number + 1 :]]))
        assert repaired(path).losses == ()
        assert contents(path) == ([MINE, YOURS], [NOTEBOOK], ["mine"])
    assert len(defining) > 3


@pytest.mark.thorough
def test_a_file_that_was_cut_off_gives_what_is_left(filled_file: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(filled_file, tmp_path / "store.db"))
    with Store(path) as store:
        store.put(YOURS)
        count = sum(store.counts().values())

    def cut(content: bytearray) -> None:
        del content[len(content) * 9 // 10 // 4096 * 4096 :]

    damage_bytes(path, cut)
    repair = mend(str(path))

    assert repair.damages
    assert repair.records in (count, count - 1)  # whether ours lay in what was cut off
    with Store(path) as store:
        assert list(store.examine()) == []


def test_shipped_records_come_back_from_what_is_shipped(small_store: Store, tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    export(small_store, None, seeds)
    shutil.copy(Path(SEEDS_FOLDER, "lexicon.yaml"), seeds)
    path = tmp_path / "store.db"
    with Store(path, seeds) as store:
        before = {record.key: record for record in store.every_record()}
    damage(path, "DELETE FROM records WHERE id % 3 = 0; DELETE FROM names; DELETE FROM zones")

    repair = mend(str(path), seeds=seeds)

    assert repair.losses == ()
    assert len(before) > 3
    with Store(path, seeds) as store:
        assert {record.key: record for record in store.every_record()} == before


@pytest.mark.parametrize("zeroed", thorough_but(range(2, 40, 6), range(2, 40, 3)))
def test_any_page_may_be_gone(small: Path, zeroed: int) -> None:
    def zero(content: bytearray) -> None:
        content[zeroed * 4096 : (zeroed + 1) * 4096] = bytes(4096)

    damage_bytes(small, zero)
    before = small.read_bytes()
    try:
        repair = repaired(small)
    except StoreError:
        assert small.read_bytes() == before
        return
    records, _, _ = contents(small)
    assert repair.losses or not repair.damages or records == [MINE, YOURS]


def test_nothing_is_put_in_the_place_of_a_file_of_which_nothing_can_be_read(small: Path) -> None:
    def zero(content: bytearray) -> None:
        content[:] = bytes(len(content))

    damage_bytes(small, zero)
    before = small.read_bytes()
    with pytest.raises(StoreError, match="Nothing can be read"):
        repaired(small)
    assert small.read_bytes() == before


def test_a_store_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("CREATE TABLE records (id)")
    with pytest.raises(StoreError, match="of another program"):
        repaired(path)


def test_a_store_of_a_newer_masarat_is_left_alone(small: Path) -> None:
    def newer(content: bytearray) -> None:
        content[60:64] = (MODEL_VERSION + 1).to_bytes(4, "big")

    damage_bytes(small, newer)
    with pytest.raises(StoreError, match="newer masarat"):
        repaired(small)


def test_where_there_is_none_there_is_nothing_to_repair(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="nothing to repair"):
        repaired(tmp_path / "none.db")
    with pytest.raises(StoreError, match="in memory"):
        repaired(Path(":memory:"))


def test_a_store_that_another_program_writes_to_is_left_alone(small: Path) -> None:
    damage(small, "DROP VIEW readable_relations")
    with closing(sqlite3.connect(small, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="locked by another program"):
            repaired(small, patience=Patience(tries=2))
        other.execute("ROLLBACK")
    assert not list(small.parent.glob("*before-repair*"))
    assert repaired(small).is_rebuilt


def test_who_has_the_store_open_sees_the_mended_one(small: Path) -> None:
    damage(small, "UPDATE facts SET value = '-1' WHERE property = 'date'")
    with Store(small, seeds=None) as open_before:
        repaired(small)
        assert open_before.get("mine").facts == MINE.facts[1:]


KEPT = {
    "a key": ("UPDATE records SET key = 'Mine!' WHERE key = 'mine'", MINE),
    "a key that is no text": (
        "UPDATE records SET key = CAST(X'ff41' AS TEXT) WHERE key = 'mine'",
        MINE,
    ),
    "no key": ("UPDATE records SET key = '' WHERE key = 'mine'", MINE),
    "a kind": ("UPDATE records SET kind = 'planet' WHERE key = 'mine'", MINE),
    "its names": ("UPDATE records SET name_en = '', name_ar = '' WHERE key = 'mine'", MINE),
    "its number": ("UPDATE records SET id = 9223372036854775807 WHERE key = 'mine'", MINE),
    "numbers of names": ("UPDATE names SET record = record + 1000", MINE),
    "its row": (
        "DELETE FROM records WHERE key = 'mine'; UPDATE settings SET value = '[]'",
        MINE._replace(collection="user", summary=Bilingual(), other_fields=()),
    ),
    "a byte of a text": (
        "UPDATE records SET summary_en = CAST(X'576fff' AS TEXT) WHERE key = 'mine'",
        MINE._replace(summary=Bilingual("Wo\ufffd", "كلمات.")),
    ),
    "a NUL": (
        "UPDATE records SET name_en = 'Mi' || char(0) || 'e' WHERE key = 'mine'",
        MINE._replace(name=Bilingual("Mi\ufffde", "لي")),
    ),
    "a locator": (
        "UPDATE citations SET locator = CAST(X'ff41' AS TEXT)",
        MINE._replace(citations=(Citation("notebook"),)),
    ),
    "when a relation began": (
        "UPDATE relations SET since = 'then'",
        MINE._replace(relations=(Relation("lies-in", "yours"),)),
    ),
    "of what a fact is, no text": (
        "UPDATE facts SET property = CAST(X'61ff' AS TEXT) WHERE property = 'extent'",
        MINE._replace(facts=tuple(fact for fact in MINE.facts if fact.property != "extent")),
    ),
    "of what a fact is, with signs that a message does not show": (
        "UPDATE facts SET property = char(0xE0041) || property",
        MINE._replace(facts=()),
    ),
    "a value of which nothing is left": (
        "UPDATE facts SET value = char(0x2028) WHERE property = 'date'",
        MINE._replace(facts=tuple(fact for fact in MINE.facts if fact.property != "date")),
    ),
    "when a fact was so": (
        "UPDATE facts SET date = 'then' WHERE property = 'extent'",
        MINE,
    ),
}


@pytest.mark.parametrize("what", KEPT)
def test_what_is_damaged_costs_no_more_than_it_must(small: Path, what: str) -> None:
    statements, expected = KEPT[what]
    damage(small, "PRAGMA ignore_check_constraints = ON;" + statements)

    repair = repaired(small)

    assert repair.damages
    records, sources, marked = contents(small)
    assert records == [expected, YOURS]
    assert sources == [NOTEBOOK]
    assert marked == ["mine"] or what == "its row"


@pytest.mark.parametrize("name", ["vocabulary", "seeds", "without", "description"])
def test_a_setting_that_is_no_text_keeps_nobody_from_the_records(small: Path, name: str) -> None:
    damage(small, f"INSERT OR REPLACE INTO settings VALUES ('{name}', CAST(X'61ff' AS TEXT))")

    assert repaired(small).damages
    assert contents(small) == ([MINE, YOURS], [NOTEBOOK], ["mine"])


def test_the_key_of_a_source_comes_back_or_is_made_of_its_title(small: Path) -> None:
    damage(small, "UPDATE sources SET key = '!', title_ar = ''")

    repair = repaired(small)

    _, sources, _ = contents(small)
    assert sources == [NOTEBOOK]
    assert [str(loss) for loss in repair.losses] == ["notebook: its own key, which was !"]


def test_two_records_of_one_name_keep_keys_of_their_own(small: Path) -> None:
    damage(
        small, "UPDATE records SET key = 'Bad ' || id, name_en = 'Same', name_ar = '', file = ''"
    )

    repaired(small)

    records, _, _ = contents(small)
    assert [record.key for record in records] == ["bad-1", "bad-2"]


@pytest.mark.thorough
def test_a_shipped_record_is_known_by_its_digest(filled_file: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(filled_file, tmp_path / "store.db"))
    with Store(path) as store:
        before = {record.key: record for record in store.every_record()}
    damage(path, "UPDATE records SET key = 'Bad Key ' || id WHERE id % 3 = 0")

    repair = mend(str(path))

    assert repair.losses == ()
    with Store(path) as store:
        assert {record.key: record for record in store.every_record()} == before


@pytest.mark.parametrize(
    ("statements", "loss", "expected"),
    [
        (
            "DELETE FROM sources",
            "mine: citations of sources that are lost: 1",
            MINE._replace(citations=()),
        ),
        ("DELETE FROM zones", "mine: its row of zones", MINE._replace(type="", coordinates=None)),
    ],
)
def test_nothing_is_lost_without_a_word(
    small: Path, statements: str, loss: str, expected: Record
) -> None:
    damage(small, statements)

    repair = repaired(small)

    assert loss in [str(each) for each in repair.losses]
    records, _, _ = contents(small)
    assert records == [expected, YOURS]


MOVED = MINE._replace(
    key="moved",
    kind="agreement",
    type="evacuation",
    coordinates=None,
    external=(),
    facts=(
        Fact("date", "2017", citations=(Citation("notebook", "1"),)),
        Fact("evacuees", "300", about=Qualifiers(destinations=("yours",))),
    ),
)


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("fact_places", "fact", 2.5), ("fact_places", "role", "x"), ("citations", "fact", 999),
        ("citations", "relation", 1), ("sentences", "source", 77), ("relations", "subject", 77),
    ],
)  # fmt: skip
def test_what_belongs_to_nothing_is_told(
    small: Path, table: str, column: str, value: object
) -> None:
    with Store(small, seeds=None) as store:
        store.put(MOVED)
    put_of_any_type(small, table, column, value)

    assert any(table in loss for loss in repaired(small).losses)


def test_names_of_an_unknown_role_or_language_are_aliases(small: Path) -> None:
    damage(
        small, "PRAGMA ignore_check_constraints = ON; UPDATE names SET role = 'x', language = 'y'"
    )

    repaired(small)

    assert contents(small) == ([MINE, YOURS], [NOTEBOOK], ["mine"])
