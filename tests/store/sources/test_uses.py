"""Every citation of a source is told: which record makes it, where in the source, for what."""

from __future__ import annotations

from store.store import Store


def test_each_citation_says_for_what(small_store: Store) -> None:
    told = [
        (
            each.record.key,
            each.citation.locator,
            each.fact.property if each.fact else "",
            f"{each.relation.predicate} {each.relation.other.key}" if each.relation else "",
        )
        for each in small_store.cited_for("agency-2017")
    ]

    assert told == [
        ("zabadani", "", "", "exchanged-for kefraya"),
        ("four-towns", "", "date", ""),
        ("four-towns", "", "duration", ""),
        ("four-towns", "", "", "mediated-by qatar"),
    ]


def test_a_citation_in_a_text_brings_the_text(small_store: Store) -> None:
    (first, *_) = small_store.cited_for("article")

    assert (first.record.key, first.citation.locator) == ("zabadani", "1")
    assert first.summary.en.startswith("A besieged town")
    assert first.summary.ar


def test_no_more_records_are_read_than_wanted(small_store: Store) -> None:
    assert {each.record.key for each in small_store.cited_for("article", most=1)} == {"zabadani"}


def test_a_source_that_nobody_cites_has_no_uses(small_store: Store) -> None:
    assert small_store.cited_for("missing") == []
