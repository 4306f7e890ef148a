"""Shipped records that change: what the user left alone is updated, what was edited is kept."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from store.errors import ImportRefused, UnknownKeyError
from store.model.records import Bilingual, Record, Relation
from store.store import Store
from store.upkeep import seed_update

RECORD = """---
key: {key}
kind: zone
name: {{en: {name}, ar: اسم}}
---

# {name}

{summary}
"""


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    (folder / "zones").mkdir(parents=True)
    (folder / "lexicon.yaml").write_text("meanings:\n  - [truce, هدنة]\n", encoding="utf-8")
    for key in ("first", "second"):
        ship(folder, key)
    return folder


def ship(seeds: Path, key: str, summary: str = "As shipped.") -> None:
    text = RECORD.format(key=key, name=key.title(), summary=summary)
    (seeds / "zones" / f"{key}.md").write_text(text, encoding="utf-8")


@pytest.fixture
def file(tmp_path: Path, seeds: Path) -> Path:
    path = tmp_path / "store.db"
    with Store(path, seeds):
        pass
    return path


def test_what_was_not_edited_is_updated(file: Path, seeds: Path) -> None:
    ship(seeds, "first", "A later version.")

    with Store(file, seeds) as store:
        assert store.get("first").summary.en == "A later version."
        assert store.notices == ()
        assert [hit.key for hit in store.search("later version")] == ["first"]


def test_what_was_edited_is_kept_and_named_once(file: Path, seeds: Path) -> None:
    with Store(file, seeds) as store:
        store.put(store.get("first")._replace(summary=Bilingual("My own words.")))
    ship(seeds, "first", "A later version.")
    ship(seeds, "second", "A later version.")

    with Store(file, seeds) as store:
        assert store.get("first").summary.en == "My own words."
        assert store.get("second").summary.en == "A later version."
        assert len(store.notices) == 1
        assert "first" in store.notices[0]
        assert "second" not in store.notices[0]
    with Store(file, seeds) as store:
        assert store.notices == ()


def test_putting_the_same_again_is_no_edit(file: Path, seeds: Path) -> None:
    with Store(file, seeds) as store:
        store.put(store.get("first"))
    ship(seeds, "first", "A later version.")

    with Store(file, seeds) as store:
        assert store.get("first").summary.en == "A later version."


def test_a_new_record_comes_and_a_withdrawn_one_goes(file: Path, seeds: Path) -> None:
    ship(seeds, "third")
    (seeds / "zones" / "second.md").unlink()

    with Store(file, seeds) as store:
        assert store.get("third").name.en == "Third"
        with pytest.raises(UnknownKeyError):
            store.get("second")


def test_a_withdrawn_record_stays_while_the_users_own_points_at_it(file: Path, seeds: Path) -> None:
    mine = Record("mine", "zone", Bilingual("Mine"), relations=(Relation("borders", "second"),))
    with Store(file, seeds) as store:
        store.put(mine)
    (seeds / "zones" / "second.md").unlink()

    with Store(file, seeds) as store:
        assert store.get("second").name.en == "Second"
        assert store.get("mine") == mine


def test_a_withdrawn_record_that_stays_keeps_those_to_which_it_refers(
    file: Path, seeds: Path
) -> None:
    second = seeds / "zones" / "second.md"
    bordering = "kind: zone\nrelations: [{predicate: borders, object: first}]"
    second.write_text(second.read_text("utf-8").replace("kind: zone", bordering), encoding="utf-8")
    mine = Record("mine", "zone", Bilingual("Mine"), relations=(Relation("borders", "second"),))
    with Store(file, seeds) as store:
        store.put(mine)
    for name in ("first", "second"):
        (seeds / "zones" / f"{name}.md").unlink()
    ship(seeds, "third")

    with Store(file, seeds) as store:
        assert [each.object for each in store.get("second").relations] == ["first"]
        assert list(store.examine()) == []


def test_the_users_own_record_is_never_overwritten_by_a_shipped_one(
    file: Path, seeds: Path
) -> None:
    with Store(file, seeds) as store:
        store.put(Record("third", "actor", Bilingual("Mine")))
    ship(seeds, "third")

    with Store(file, seeds) as store:
        assert store.get("third").name.en == "Mine"
        assert "third" in store.notices[0]


def test_broken_seeds_are_refused_and_nothing_is_stored(tmp_path: Path, seeds: Path) -> None:
    ship(seeds, "third")
    (seeds / "zones" / "third.md").write_text("---\nkey: third\nkind: zon\n---\n", encoding="utf-8")

    with pytest.raises(ImportRefused, match=r"third\.md"):
        Store(tmp_path / "new.db", seeds)
    (seeds / "zones" / "third.md").unlink()
    with Store(tmp_path / "new.db", seeds) as store:
        assert len(store.records()) == 2


def test_the_lexicon_is_loaded(file: Path, seeds: Path) -> None:
    ship(seeds, "first", "The truce held.")

    with Store(file, seeds) as store:
        assert [hit.key for hit in store.search("هدنة")] == ["first"]


@pytest.fixture
def updates(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders from which a store was filled since the test began."""
    filled: list[Path] = []
    update = seed_update.update

    def counted(connection: sqlite3.Connection, shipped: seed_update.Shipped) -> tuple[str, ...]:
        filled.append(shipped.folder)
        return update(connection, shipped)

    monkeypatch.setattr(seed_update, "update", counted)
    return filled


@contextmanager
def statements(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The statements that connections opened meanwhile execute."""
    executed: list[str] = []
    connect = sqlite3.connect

    def traced(*args: object, **options: object) -> sqlite3.Connection:
        connection = connect(*args, **options)  # type: ignore[call-overload]
        connection.set_trace_callback(executed.append)
        return connection

    with monkeypatch.context() as patched:
        patched.setattr(sqlite3, "connect", traced)
        yield executed


def copied(seeds: Path, name: str) -> Path:
    """The same records in another place, with times of their own, as a second checkout has them."""
    place = seeds.with_name(name)
    shutil.copytree(seeds, place)
    for number, file in enumerate(sorted(place.rglob("*"))):
        os.utime(file, (1_500_000_000 + number, 1_500_000_000 + number))
    return place


def test_checkouts_that_share_a_store_fill_it_once(
    file: Path, seeds: Path, updates: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    other = copied(seeds, "other")
    Store(file, other).close()

    with statements(monkeypatch) as executed:
        for _ in range(3):
            for place in (seeds, other):
                Store(file, place).close()

    assert updates == []
    assert len(executed) == 6 * 6


def test_checkouts_that_differ_each_see_their_own_records(
    file: Path, seeds: Path, updates: list[Path]
) -> None:
    other = copied(seeds, "other")
    ship(other, "first", "As changed there.")

    for place, words in ((other, "As changed there."), (seeds, "As shipped.")) * 2:
        with Store(file, place) as store:
            assert store.get("first").summary.en == words

    assert updates == [other, seeds] * 2


def test_new_times_alone_fill_nothing(file: Path, seeds: Path, updates: list[Path]) -> None:
    for time in range(20):
        os.utime(seeds / "zones" / "first.md", (time, time))
        Store(file, seeds).close()

    assert updates == []
    with closing(sqlite3.connect(file)) as connection:
        (note,) = connection.execute("SELECT value FROM settings WHERE name = 'seeds'")
    assert len(note[0]) < 500


def test_an_ordinary_start_executes_six_statements(
    file: Path, seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with statements(monkeypatch) as executed:
        Store(file, seeds).close()

    assert len(executed) == 6
