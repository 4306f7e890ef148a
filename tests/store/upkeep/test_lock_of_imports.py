"""The store is locked to write what is ready, and not while files are read and words indexed."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from store.exchange.import_formats import format_of
from store.exchange.importing import import_path
from store.files import json_lines, vault
from store.lookup import index as names
from store.model.records import Origin, Record
from store.search import index as texts
from store.search import lexicon
from store.store import Store
from store.upkeep import preparing, seed_update

ZONES = [
    {
        "key": f"zone-{number}",
        "kind": "zone",
        "name": {"en": f"Zone {number}", "ar": "منطقة"},
        "summary": {"en": "A valley.", "ar": "واد."},
        "relations": [{"predicate": "borders", "object": "zone-0"}],
    }
    for number in range(3)
]
COSTLY: dict[str, tuple[Any, ...]] = {
    "name_keys": (names,),
    "skeleton": (names,),
    "passages": (texts,),
    "stem": (texts, lexicon),
    "digest": (preparing,),
    "read_folder": (vault, seed_update),
    "_parse": (json_lines,),
}
"""What costs time, by its name, with the modules that call it by that name."""


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> tuple[list[str], list[Store]]:
    """Names of the costly functions that were called, marked where a store was locked."""
    called: list[str] = []
    stores: list[Store] = []

    def counted(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            is_locked = any(store._connection.in_transaction for store in stores)
            called.append(f"{name} in a transaction" if is_locked else name)
            return function(*arguments, **options)

        return call

    for name, modules in COSTLY.items():
        for module in modules:
            if hasattr(module, name):
                monkeypatch.setattr(module, name, counted(name, getattr(module, name)))
    return called, stores


def lines(path: Path, text: str) -> Path:
    zones = ({**zone, "summary": {"en": text}} for zone in ZONES)
    path.write_text("".join(json.dumps(zone) + "\n" for zone in zones), "utf-8")
    return path


def records_of(path: Path) -> Iterator[tuple[Record, Origin]]:
    return iter(format_of(path).read(path).records)


def test_nothing_is_read_or_indexed_while_an_import_has_the_lock(
    tmp_path: Path, work: tuple[list[str], list[Store]]
) -> None:
    called, stores = work
    with Store(tmp_path / "store.db", seeds=None) as store:
        stores.append(store)
        for text in ("A valley.", "A mountain."):  # new ones, and the same again
            import_path(store, lines(tmp_path / "zones.jsonl", text))
        (tmp_path / "words.yaml").write_text("meanings:\n  - [truce, هدنة]\n", "utf-8")
        import_path(store, tmp_path / "words.yaml")

        assert {"name_keys", "skeleton", "passages", "stem", "_parse"} <= {*called}
        assert [name for name in called if name.endswith("transaction")] == []
        assert [hit.key for hit in store.search("mountain")] == ["zone-0", "zone-1", "zone-2"]
        assert store.lookup("zone 2")[0].key == "zone-2"


def test_nothing_is_read_while_shipped_records_are_brought_up_to_date(
    tmp_path: Path, work: tuple[list[str], list[Store]], monkeypatch: pytest.MonkeyPatch
) -> None:
    called, _ = work
    seeds = tmp_path / "seeds"
    (seeds / "zones").mkdir(parents=True)
    (seeds / "lexicon.yaml").write_text("meanings:\n  - [truce, هدنة]\n", "utf-8")
    record = "---\nkey: first\nkind: zone\nname: {en: First}\n---\n\n# First\n\nSHIPPED\n"
    update = seed_update.update

    def watched(connection: sqlite3.Connection, shipped: seed_update.Shipped) -> tuple[str, ...]:
        assert connection.in_transaction
        before = len(called)
        notices = update(connection, shipped)
        assert called[before:] == []
        return notices

    monkeypatch.setattr(seed_update, "update", watched)
    for text in ("As shipped.", "As shipped later."):
        (seeds / "zones" / "first.md").write_text(record.replace("SHIPPED", text), "utf-8")
        with Store(tmp_path / "store.db", seeds) as store:
            assert store.get("first").summary.en == text
    assert "read_folder" in called


def test_a_file_that_is_read_for_long_keeps_nobody_from_writing(tmp_path: Path) -> None:
    with (
        Store(tmp_path / "store.db", seeds=None) as store,
        closing(sqlite3.connect(tmp_path / "store.db", timeout=0)) as other,
    ):

        def while_another_writes() -> Any:
            for entry in records_of(lines(tmp_path / "zones.jsonl", "A valley.")):
                with other:
                    other.execute("INSERT INTO settings VALUES (?, '')", (entry[0].key,))
                yield entry

        store.put_many(while_another_writes())

        assert sum(store.counts().values()) == 3


def test_many_records_wait_in_a_file_and_the_last_of_a_key_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preparing, "_BATCH", 2)
    monkeypatch.setattr(preparing, "_HELD_IN_MEMORY", 100)
    path = tmp_path / "zones.jsonl"
    valleys, mountains = (list(records_of(lines(path, text))) for text in ("Valley.", "Mountain."))

    with Store(tmp_path / "store.db", seeds=None) as store:
        store.put_many([*valleys, *mountains])

        assert store.get("zone-1").summary.en == "Mountain."
        assert store.search("valley") == []
        assert len(store.search("mountain")) == 3
        assert len(store.related("zone-0")) == 3
        words = store._connection.execute("SELECT frequency FROM words WHERE word = 'zone'")
        assert words.fetchall() == [(3,)]
