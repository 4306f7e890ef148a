"""Samples of records read beside their sources: drawn the same each time, counted as read."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from benchmarks.quality.sample import Reading, claims, drawn, read_samples, sentences
from store.model.records import Bilingual, Citation, Fact, Record, Relation
from store.store import Store

KEYS = [f"record-{number}" for number in range(200)]


def test_a_seed_draws_the_same_records_and_another_seed_others() -> None:
    assert drawn(KEYS, "8", 20) == drawn(reversed(KEYS), "8", 20)
    assert drawn(KEYS, "8", 20) != drawn(KEYS, "9", 20)


def test_a_record_that_comes_in_moves_no_other() -> None:
    before = drawn(KEYS, "8", 20)
    after = drawn([*KEYS, "one-more"], "8", 21)

    assert [key for key in after if key != "one-more"][:19] == before[:19]


def test_what_another_seeds_reader_had_is_not_drawn_again() -> None:
    first = drawn(KEYS, "8", 20)
    read = [Reading("8", key, 10, 0, 0) for key in first]

    assert drawn(KEYS, "8", 20, read) == first
    assert not set(drawn(KEYS, "9", 180, read)) & set(first)


def test_values_relations_and_sentences_are_claims() -> None:
    cited = (Citation("somebody", "3"),)
    record = Record(
        "truce",
        "agreement",
        Bilingual("Truce", "هدنة"),
        summary=Bilingual(
            "It began in May.[^somebody-3] It held.", "بدأت في أيار.[^somebody-3] وصمدت."
        ),
        facts=(Fact("date", "2014-05", citations=cited),),
        relations=(Relation("covers", "homs", citations=cited),),
    )

    assert [about for about, _, _ in claims(record)] == ["date", "covers", "summary", "summary"]


def test_a_language_without_a_sentence_leaves_its_place_empty() -> None:
    assert sentences(Bilingual("One. Two.", "واحد.")) == [
        Bilingual("One.", "واحد."),
        Bilingual("Two.", ""),
    ]
    assert sentences(Bilingual("", "")) == []


def test_the_log_names_each_record_once_a_seed_and_the_docs_tell_its_sums(shipped: Store) -> None:
    read = read_samples()
    told = Path("docs/quality.md").read_text(encoding="utf-8")

    assert max(Counter((reading.seed, reading.key) for reading in read).values()) == 1
    assert {reading.key for reading in read} <= {row.key for row in shipped.records()}
    for seed in {reading.seed for reading in read if reading.claims}:
        rows = [reading for reading in read if reading.seed == seed]
        assert f"| {seed} | {len(rows)} | {sum(row.claims for row in rows)} |" in told


def test_the_collection_tells_of_many_agreements_and_of_what_came_after_2018(
    shipped: Store,
) -> None:
    agreements = [row for row in shipped.records() if row.kind == "agreement"]

    assert len(agreements) >= 90
    assert sum(row.date[:7] > "2018-09" for row in agreements) >= 15
