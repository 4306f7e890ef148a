"""Sources are found by their own words, by filters, and by who cites them; never among records."""

from __future__ import annotations

import pytest

from store.model.questions import Question
from store.model.records import Bilingual, Origin, Source, SourceRow
from store.store import Store

_NO_ORIGIN = Origin()
EXTRA = [
    Source(
        "reuters-2016",
        Bilingual("Rebels leave Daraya", "مقاتلو المعارضة يغادرون داريا"),
        type="news",
        publisher="Reuters",
        date="2016-08-27",
        language="en",
        url="https://example.org/%D8%AF%D8%A7%D8%B1%D9%8A%D8%A7/leaving",
        read="part",
    ),
    Source("undated", Bilingual("Notes on Al-Hal", ""), publisher="Al-Hal"),
]


@pytest.fixture
def store(small_store: Store) -> Store:
    small_store.put_many([], [(source, _NO_ORIGIN) for source in EXTRA])
    return small_store


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("kind:source", {"agency-2017", "article", "reuters-2016", "undated"}),
        ("نوع:مصادر", {"agency-2017", "article", "reuters-2016", "undated"}),
        ("kind:source year:2017", {"agency-2017"}),
        ("kind:source before:2017", {"reuters-2016"}),
        ("kind:source after:2016 -type:news", {"agency-2017"}),
        ("kind:source type:news", {"reuters-2016"}),
        ("kind:source type:evacuation", {"agency-2017", "article"}),
        ("kind:source source:reuters", {"reuters-2016"}),
        ("kind:source zone:zabadani -source:article", {"agency-2017"}),
        ("kind:source rebels OR dispatch", {"agency-2017", "reuters-2016"}),
        ("kind:source -reuters -dispatch", {"article", "undated"}),
        ('kind:source "leave daraya"', {"reuters-2016"}),
        ("kind:source kind:zone", set()),
    ],
)
def test_a_query_finds_sources(store: Store, query: str, found: set[str]) -> None:
    assert {hit.key for hit in store.search_sources(query)} == found
    assert store.asks_for_sources(query)
    assert store.remark_on(query) is None
    assert store.search(query) == []


@pytest.mark.parametrize(
    ("words", "how"),
    [
        ("reuters-2016", "key"),
        ("rebels leave daraya", "title"),
        ("مقاتلو المعارضه يغادرون داريا", "title"),
        ("reut", "publisher"),
        ("leaving داريا", "words"),
        ("رويترز", "spelling"),
        ("Reutres", "spelling"),
    ],
)
def test_a_source_is_looked_up_in_either_script(store: Store, words: str, how: str) -> None:
    (hit,) = store.lookup_sources(words)

    assert (hit.key, hit.how) == ("reuters-2016", how)


@pytest.mark.parametrize("words", ["", "  ", "xyzzy", "kind:", "\0", "\ud800"])
def test_what_no_source_is_like_finds_none(store: Store, words: str) -> None:
    assert store.lookup_sources(words) == []


def test_what_is_written_together_is_found(store: Store) -> None:
    assert [hit.key for hit in store.lookup_sources("alhal")] == ["undated"]


def test_no_record_is_among_the_sources_and_no_source_among_the_records(store: Store) -> None:
    hits = store.find(Question("dispatch"))

    assert (list(hits.names), list(hits.texts), sum(hits.by_kind.values())) == ([], [], 0)
    assert [hit.key for hit in hits.sources] == ["agency-2017"]
    assert not hits.is_of_sources


def test_asked_for_sources_the_records_are_counted(store: Store) -> None:
    hits = store.find(Question("zabadani", of_sources=True))

    assert (list(hits.names), list(hits.texts)) == ([], [])
    assert hits.by_kind["zone"] == 1
    assert hits.is_of_sources


def test_minus_leaves_all_records(store: Store) -> None:
    assert len(store.search("-kind:source")) == len(store.every_key())
    assert not store.asks_for_sources("-kind:source")


@pytest.mark.parametrize(
    ("order", "keys"),
    [
        ("name", ["agency-2017", "article", "undated", "reuters-2016"]),
        ("date", ["reuters-2016", "agency-2017", "article", "undated"]),
        ("newest", ["agency-2017", "reuters-2016", "article", "undated"]),
        ("links", ["agency-2017", "article", "undated", "reuters-2016"]),
    ],
)
def test_sources_have_the_orders_of_lists(store: Store, order: str, keys: list[str]) -> None:
    assert [hit.key for hit in store.search_sources("", order=order)] == keys  # type: ignore[arg-type]


def test_a_source_that_is_new_is_found(store: Store) -> None:
    assert store.lookup_sources("herald") == []

    store.put_many([], [(Source("herald-1", Bilingual("Herald")), _NO_ORIGIN)])

    assert [hit.key for hit in store.lookup_sources("herald")] == ["herald-1"]


def test_rows_say_how_many_records_cite(store: Store) -> None:
    rows = store.source_rows(["agency-2017", "reuters-2016", "missing", "\ud800"])

    assert [(row.key, row.citing) for row in rows] == [("agency-2017", 2), ("reuters-2016", 0)]
    assert rows[1].publisher == "Reuters"
    assert (rows[1].kind, rows[1].marked) == ("source", False)


def test_words_are_folded_little_by_little_and_after_a_change_only_those_that_changed(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    from store.sources import words

    folded: list[str] = []
    lines = words._lines

    def noted(row: SourceRow) -> words.Lines:
        folded.append(row.key)
        return lines(row)

    monkeypatch.setattr(words, "_lines", noted)
    assert not store.get_sources_ready(3)
    assert len(folded) == 3
    assert [hit.row.key for hit in store.search_sources("reuters")] == ["reuters-2016"]
    assert store.get_sources_ready(1)
    assert len(folded) == 4
    other = Source("undated", Bilingual("Other notes", ""), publisher="Reuters")
    store.put_many([], [(other, _NO_ORIGIN)])
    assert {hit.row.key for hit in store.search_sources("reuters")} == {"reuters-2016", "undated"}
    assert folded[4:] == ["undated"]
