"""Reading takes a fixed number of SQL statements a batch of records, however many they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from store.checking.check import Elsewhere, check_store, check_vault
from store.errors import Finding
from store.exchange.exporting import export, page
from store.exchange.guide import guide
from store.files.vault import Vault
from store.model.records import Bilingual, Citation, Fact, Origin, Record, Relation, Source
from store.store import Store
from store.tables.batches import BATCH
from tests.store.statements import statements

SIZES = (40, 400)
"""Records of a small and of a larger store: one batch each."""

Read = Callable[[Store, Path], object]
READINGS: dict[str, tuple[int, Read]] = {
    "a record": (7, lambda store, _: store.get("record-1")),
    "its relations": (4, lambda store, _: store.related("record-1")),
    "a source": (2, lambda store, _: store.source("source-1")),
    "all sources": (2, lambda store, _: store.sources()),
    "a source by any key": (3, lambda store, _: store.entry("source-1")),
    "many records": (8, lambda store, _: list(store.get_many(store.every_key("zone")))),
    "relations of many": (5, lambda store, _: list(store.related_many(store.every_key("zone")))),
    "every record": (7, lambda store, _: list(store.every_record())),
    "a page": (19, lambda store, _: page(store, store.get("record-1"))),
    "a report of one": (21, lambda store, folder: export(store, ["record-1"], folder / "r.md")),
    "a report of all": (25, lambda store, folder: export(store, None, folder / "r.md")),
    "a folder of all": (25, lambda store, folder: export(store, None, folder / "f")),
    "check": (19, lambda store, _: list(check_store(store))),
    "a check of files": (7, lambda store, _: _check_files(store)),
    "guide": (10, lambda store, _: guide(store, "{counts} {agreements} {gaps} {sources}", "1")),
}
"""By what is read: the most statements that it may take, and how."""


def _check_files(store: Store) -> list[Finding]:
    """Check files that refer to everything in the store."""
    cited = tuple(Citation(source.key) for source in store.sources())
    relations = tuple(Relation("borders", key) for key in store.every_key("zone"))
    record = Record("new", "zone", Bilingual("New"), citations=cited, relations=relations)
    elsewhere = Elsewhere(store.rows, store.sources)
    return list(check_vault(Vault([(record, Origin())]), elsewhere))


def _store(count: int) -> Store:
    """Zones, each with a fact, a relation to the one before, and a source of its own."""
    store = Store(":memory:", seeds=None)
    store.put_many(
        (
            (
                Record(
                    f"record-{number}",
                    "zone",
                    Bilingual(f"Town {number}", f"بلدة {number}"),
                    citations=(Citation(f"source-{number}"),),
                    facts=(Fact("inhabitants", str(number), citations=(Citation("source-0"),)),),
                    relations=(Relation("borders", f"record-{number - 1}"),) if number else (),
                ),
                Origin(),
            )
            for number in range(count)
        ),
        [
            (Source(f"source-{number}", Bilingual("S"), sentences=((0, 1), (2, 3))), Origin())
            for number in range(count)
        ],
    )
    return store


@pytest.fixture(scope="module")
def stores() -> Iterator[list[Store]]:
    opened = [_store(count) for count in SIZES]
    yield opened
    for store in opened:
        store.close()


@pytest.mark.parametrize("what", READINGS)
def test_more_records_take_no_more_statements(
    stores: list[Store], what: str, tmp_path: Path
) -> None:
    most, read = READINGS[what]
    counts = []
    for size, store in zip(SIZES, stores, strict=True):
        with statements(store) as run:
            read(store, tmp_path / str(size))
        counts.append(len(run))
    assert counts[0] == counts[1]
    assert 0 < counts[0] <= most


def test_each_further_batch_takes_as_many_statements(stores: list[Store]) -> None:
    store = stores[1]
    keys = [f"record-{number % SIZES[1]}" for number in range(3 * BATCH)]
    with statements(store) as once:
        one = list(store.get_many(keys[:BATCH]))
    with statements(store) as thrice:
        three = list(store.get_many(keys))
    assert len(thrice) == 3 * len(once)
    assert three[:BATCH] == one
    assert [record.key for record in three] == keys
