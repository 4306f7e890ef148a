"""How many independent sources stand behind a record."""

from __future__ import annotations

from store.model.provenance import independent_reporters, supporting_citations
from store.model.records import Bilingual, Citation, Record, Relation, Source

SOURCES = {
    "tass": Source("tass", Bilingual("Text of the memorandum"), publisher="TASS"),
    "afp": Source("afp", Bilingual("Truce deal"), publisher="AFP"),
    "daily-news": Source("daily-news", Bilingual("Deal"), publisher="Daily News", relays="Afp"),
    "article": Source("article", Bilingual("Opinion article", "مقال رأي")),
}


def cited(*keys: str) -> list[Citation]:
    return [Citation(key) for key in keys]


def test_two_papers_that_pass_on_one_agency_count_once() -> None:
    reporters = independent_reporters(cited("daily-news", "afp", "tass"), SOURCES, "en")
    assert reporters == ("Afp", "TASS")


def test_two_places_in_one_source_count_once() -> None:
    citations = [Citation("tass", "1"), Citation("tass", "2")]
    assert independent_reporters(citations, SOURCES, "en") == ("TASS",)


def test_a_source_without_a_publisher_is_named_by_its_title() -> None:
    assert independent_reporters(cited("article"), SOURCES, "ar") == ("مقال رأي",)


def test_a_source_that_is_missing_counts_for_nothing() -> None:
    assert independent_reporters(cited("lost"), SOURCES, "en") == ()


def test_ties_to_other_records_are_no_support() -> None:
    record = Record(
        "k",
        "agreement",
        Bilingual("K"),
        citations=(Citation("afp"),),
        relations=(
            Relation("follows", "other", citations=(Citation("tass"),)),
            Relation("has-party", "russia", citations=(Citation("daily-news"),)),
        ),
    )
    assert supporting_citations(record) == (Citation("afp"), Citation("daily-news"))
