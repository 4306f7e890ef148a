"""The store as everything else sees it: what goes in comes out, in order, and is found."""

from __future__ import annotations

from pathlib import Path

import pytest

import store
from store.errors import ImportRefused, StoreError, UnknownKeyError
from store.model.records import Bilingual, Citation, Origin, Record, Relation, Source
from store.store import Store


def test_records_come_back_as_they_were_put(small_store: Store, records: list[Record]) -> None:
    assert [small_store.get(record.key) for record in records] == records
    assert list(small_store.every_record()) == sorted(records, key=lambda record: record.key)


def test_sources_come_back_as_they_were_put(small_store: Store, sources: list[Source]) -> None:
    assert small_store.sources() == sorted(sources, key=lambda source: source.key)


def test_a_list_is_ordered_and_counts_without_reading_all(small_store: Store) -> None:
    rows = small_store.records()

    assert len(rows) == 6
    assert [row.key for row in rows] == [
        "demographic-change", "four-towns", "kefraya", "qatar", "rif-dimashq", "zabadani",
    ]  # fmt: skip
    assert rows[-1].name == Bilingual("Zabadani", "الزبداني")
    assert rows.position("kefraya") == 2
    assert rows.position("nowhere") is None
    with pytest.raises(IndexError):
        rows[6]


def test_an_arabic_list_is_ordered_without_the_article(small_store: Store) -> None:
    keys = [row.key for row in small_store.records("zone", language="ar")]

    assert keys == ["rif-dimashq", "zabadani", "kefraya"]


def test_a_list_by_date_puts_the_undated_last(small_store: Store) -> None:
    rows = small_store.records(order="date")

    assert (rows[0].key, rows[0].date) == ("four-towns", "2017-03-28")


def test_a_list_by_links_puts_the_most_related_first(small_store: Store) -> None:
    keys = [row.key for row in small_store.records(order="links")]

    assert keys[:3] == ["zabadani", "four-towns", "kefraya"]


def test_pages_of_a_long_list_are_in_order(tmp_path: Path) -> None:
    with Store(":memory:", seeds=None) as store:
        store.put_many(
            (Record(f"place-{n}", "zone", Bilingual(f"Place {n:04}")), Origin())
            for n in reversed(range(1_000))
        )
        rows = store.records("zone")

        assert [row.name.en for row in rows[498:502]] == [f"Place {n:04}" for n in range(498, 502)]
        assert [row.key for row in rows] == [f"place-{n}" for n in range(1_000)]
        assert [rows.position(f"place-{n}") for n in (0, 777, 999)] == [0, 777, 999]


def test_relations_are_seen_from_both_ends(small_store: Store) -> None:
    seen = [(r.predicate, r.direction, r.other.key) for r in small_store.related("zabadani")]

    assert seen == [
        ("evacuates", "in", "four-towns"),
        ("lies-in", "out", "rif-dimashq"),
        ("exchanged-for", "out", "kefraya"),
        ("affects", "in", "demographic-change"),
    ]


def test_a_symmetric_relation_reads_the_same_from_the_other_end(small_store: Store) -> None:
    (relation,) = (r for r in small_store.related("kefraya") if r.predicate == "exchanged-for")

    assert relation.direction == "out"
    assert relation.other.key == "zabadani"
    assert relation.disputed
    assert relation.note.en == "in two stages"
    assert relation.citations == (Citation("article", "2"), Citation("agency-2017"))


def test_putting_again_replaces_and_keeps_relations_from_others(
    small_store: Store, records: list[Record]
) -> None:
    zabadani = records[0]
    changed = zabadani._replace(name=Bilingual("Zebdani", "الزبداني"), relations=())
    small_store.put(changed)

    assert small_store.get("zabadani") == changed
    assert [hit.key for hit in small_store.lookup("zebdani")] == ["zabadani"]
    assert "four-towns" in [related.other.key for related in small_store.related("zabadani")]
    assert len(small_store.records()) == 6


def test_a_reference_that_leads_nowhere_refuses_the_whole_import(small_store: Store) -> None:
    good = Record("good", "zone", Bilingual("Good"))
    bad = Record(
        "bad",
        "zone",
        Bilingual("Bad"),
        citations=(Citation("no-source"),),
        relations=(Relation("lies-in", "no-place"),),
    )
    origin = Origin("bad.jsonl", 7)

    with pytest.raises(ImportRefused) as caught:
        small_store.put_many([(good, Origin()), (bad, origin)])

    assert [(finding.file, finding.line) for finding in caught.value.findings] == [
        ("bad.jsonl", 7),
        ("bad.jsonl", 7),
    ]
    assert "no-source" in str(caught.value)
    assert "no-place" in str(caught.value)
    with pytest.raises(UnknownKeyError):
        small_store.get("good")


def test_records_of_one_import_may_refer_to_each_other_in_any_order(small_store: Store) -> None:
    first = Record("first", "zone", Bilingual("First"), relations=(Relation("borders", "second"),))
    second = Record("second", "zone", Bilingual("Second"))
    small_store.put_many([(first, Origin()), (second, Origin())])

    assert [related.other.key for related in small_store.related("second")] == ["first"]


def test_the_same_key_twice_in_one_import_keeps_the_last(small_store: Store) -> None:
    small_store.put_many(
        (Record("twice", "zone", Bilingual(name)), Origin()) for name in ("One", "Two")
    )

    assert small_store.get("twice").name.en == "Two"
    assert [hit.matched for hit in small_store.lookup("two")] == ["Two"]


def test_an_unknown_key_names_the_nearest(small_store: Store) -> None:
    with pytest.raises(UnknownKeyError, match="did you mean zabadani"):
        small_store.get("zabadanny")
    with pytest.raises(UnknownKeyError, match="did you mean agency-2017"):
        small_store.source("agency-2018")


def test_origins_and_citations_can_be_asked_for(small_store: Store) -> None:
    assert small_store.origin("qatar") == Origin("zones/qatar.md", 2)
    assert ("four-towns", "2") in small_store.citing("article")
    assert small_store.statistics().relations == 6


@pytest.mark.parametrize("query", ["zabadani", "Zabadany", "الزبداني", "زبدانى", "zabdani", "zab"])
def test_look_up_finds_a_name_in_either_script(small_store: Store, query: str) -> None:
    hit = small_store.lookup(query)[0]

    assert hit.key == "zabadani"
    assert hit.score > 60


def test_look_up_keeps_to_kinds_and_limit(small_store: Store) -> None:
    assert small_store.lookup("zabadani", kinds={"actor"}) == []
    assert len(small_store.lookup("a", limit=2)) <= 2


def test_look_up_finds_nothing_for_noise(small_store: Store) -> None:
    assert small_store.lookup("qqqqzzzz") == []


def test_a_store_in_a_file_is_filled_once_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with store.open(path) as first:
        first.put(Record("mine", "zone", Bilingual("Mine")))
        counts = first.counts()
    with store.open(path) as second:
        assert second.counts() == counts
        assert second.get("mine").name.en == "Mine"
        assert second.notices == ()


def test_damage_found_while_reading_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with Store(path, seeds=None) as opened:
        opened.put_many(
            (Record(f"place-{n}", "zone", Bilingual(f"Place {n}")), Origin()) for n in range(2_000)
        )
    content = bytearray(path.read_bytes())
    content[400_000:] = b"\xff" * (len(content) - 400_000)
    path.write_bytes(content)

    with Store(path, seeds=None) as opened:
        with pytest.raises(StoreError, match="damaged"):
            list(opened.every_record())
        with pytest.raises(StoreError, match="damaged"):
            list(opened.records())


def test_damage_found_while_scrolling_is_a_sentence(small_store: Store) -> None:
    rows = small_store.records()
    small_store.close()

    with pytest.raises(StoreError):
        rows[0]


def test_what_others_write_changes_the_data_version_and_what_oneself_writes_does_not(
    tmp_path: Path,
) -> None:
    path = tmp_path / "store.db"
    with Store(path, seeds=None) as mine, Store(path, seeds=None) as another:
        before = mine.data_version()
        mine.put(Record("a", "zone", Bilingual("A")))
        assert mine.data_version() == before

        another.put(Record("b", "zone", Bilingual("B")))
        assert mine.data_version() != before
        assert mine.get("b").name.en == "B"


def test_what_lasts_is_stored_each_time_that_it_begins(small_store: Store) -> None:
    twice = tuple(
        Relation("controls", "zabadani", since=since, until=until, as_of=as_of)
        for since, until, as_of in (("2012", "2014", ""), ("2016", "", "2018-02"))
    )
    small_store.put(Record("army", "actor", Bilingual("Army"), relations=twice))

    assert small_store.get("army").relations == twice
    told = [(one.since, one.until, one.as_of) for one in small_store.related("army")]
    assert told == [("2012", "2014", ""), ("2016", "", "2018-02")]
