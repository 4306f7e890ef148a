"""Reading many at once gives what reading each by itself gives, in the order asked for."""

from __future__ import annotations

import pytest

from store.errors import UnknownKeyError
from store.model.records import Bilingual, Citation, Origin, Record, Related, Relation
from store.store import Store
from store.tables.batches import BATCH, in_batches

KEYS = ["qatar", "zabadani", "kefraya", "zabadani", "four-towns"]


def test_many_records_come_in_the_order_of_their_keys_each_whole(
    small_store: Store, records: list[Record]
) -> None:
    by_key = {record.key: record for record in records}
    assert list(small_store.get_many(KEYS)) == [by_key[key] for key in KEYS]
    assert list(small_store.every_record()) == sorted(records, key=lambda record: record.key)


def test_relations_of_many_are_those_of_each(small_store: Store) -> None:
    assert list(small_store.related_many(KEYS)) == [small_store.related(key) for key in KEYS]


def _ends(related: list[Related]) -> list[tuple[str, str, str]]:
    return [(each.predicate, each.direction, each.other.key) for each in related]


def test_a_relation_has_two_ends_and_one_to_itself_has_one(small_store: Store) -> None:
    towards = [Relation("borders", "zabadani"), Relation("lies-in", "kefraya")]
    kefraya = small_store.get("kefraya")._replace(relations=tuple(towards))
    small_store.put(kefraya)

    assert sorted(_ends(small_store.related("kefraya"))) == [
        ("borders", "out", "zabadani"),
        ("evacuates", "in", "four-towns"),
        ("exchanged-for", "out", "zabadani"),
        ("lies-in", "out", "kefraya"),
    ]
    # Symmetric relations read the same from either end.
    assert ("borders", "out", "kefraya") in _ends(small_store.related("zabadani"))


def test_the_first_key_that_no_record_has_is_named(small_store: Store) -> None:
    keys = ["qatar", "zabadany", "nothing"]
    for read in (
        lambda: list(small_store.get_many(keys)),
        lambda: list(small_store.related_many(keys)),
        lambda: small_store.sources_of(keys),
        lambda: small_store.rows(keys, missing_ok=False),
    ):
        with pytest.raises(UnknownKeyError, match="'zabadany'; did you mean zabadani"):
            read()
    assert [row.key for row in small_store.rows(keys)] == ["qatar"]


def test_records_before_the_unknown_batch_are_read(small_store: Store) -> None:
    found = small_store.get_many(["qatar"] * BATCH + ["nothing"])
    assert [next(found).key for _ in range(BATCH)] == ["qatar"] * BATCH
    with pytest.raises(UnknownKeyError):
        next(found)


def test_keys_come_kind_by_kind_by_name(small_store: Store) -> None:
    assert small_store.every_key() == [
        "kefraya", "rif-dimashq", "zabadani", "four-towns", "qatar", "demographic-change",
    ]  # fmt: skip
    assert small_store.every_key("actor") == ["qatar"]


def test_an_entry_is_a_record_or_else_a_source(small_store: Store) -> None:
    assert small_store.entry("zabadani") == small_store.get("zabadani")
    assert small_store.entry("article") == small_store.source("article")
    small_store.put(Record("article", "actor", Bilingual("Article")))
    assert small_store.entry("article") == small_store.get("article")
    with pytest.raises(UnknownKeyError, match="no record with the key 'zabadany'"):
        small_store.entry("zabadany")


def test_sources_are_read_by_their_keys_with_their_sentences(small_store: Store) -> None:
    both = small_store.sources()
    assert [source.key for source in both] == ["agency-2017", "article"]
    assert both[1].sentences == ((0, 10), (11, 30))
    assert small_store.sources(["article", "nothing", "article"]) == both[1:]
    assert small_store.sources([]) == []


def test_sources_of_records_are_those_that_they_or_their_relations_cite(
    small_store: Store,
) -> None:
    cited = {key: small_store.sources_of([key]) for key in small_store.every_key()}
    for key, sources in cited.items():
        citations: set[Citation] = set(small_store.get(key).every_citation())
        for related in small_store.related(key):
            citations.update(related.citations)
        assert {source.key for source in sources} == {citation.source for citation in citations}
    assert small_store.sources_of(["qatar", "kefraya"]) == small_store.sources()


def test_origins_come_with_what_was_read(small_store: Store) -> None:
    records = list(small_store.every_record_with_origin())
    assert [record for record, _ in records] == list(small_store.every_record())
    assert all(origin == Origin(f"zones/{record.key}.md", 2) for record, origin in records)
    assert small_store.sources_with_origin() == [
        (source, Origin()) for source in small_store.sources()
    ]


@pytest.mark.parametrize(
    ("count", "sizes"),
    [(0, []), (1, [1]), (BATCH, [BATCH]), (2 * BATCH + 1, [BATCH, BATCH, 1])],
)
def test_batches_hold_everything_in_order(count: int, sizes: list[int]) -> None:
    batches = list(in_batches(range(count)))
    assert [len(batch) for batch in batches] == sizes
    assert [number for batch in batches for number in batch] == list(range(count))
