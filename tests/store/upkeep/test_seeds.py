"""The shipped records: whole, in the layout that export writes, and nothing wrong in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.checking.check import check_store
from store.exchange.exporting import export
from store.paths import SEEDS_FOLDER
from store.store import Store


@pytest.mark.thorough  # as a page of docs/ has them checked in a store, and `make lint` in files
def test_nothing_is_wrong_in_them(shipped_to_read: Store) -> None:
    assert list(check_store(shipped_to_read)) == []


def test_they_stand_as_export_writes_them(shipped_to_read: Store, tmp_path: Path) -> None:
    """After editing seeds, `make seeds` writes them anew."""
    export(
        shipped_to_read,
        shipped_to_read.every_key(),
        tmp_path / "vault",
        language="both",
        overwrite=False,
    )

    written = {path.relative_to(tmp_path / "vault"): path for path in tmp_path.rglob("*.md")}
    seeds = {path.relative_to(SEEDS_FOLDER): path for path in Path(SEEDS_FOLDER).glob("*/*.md")}
    assert written.keys() == seeds.keys()
    changed = [
        str(name) for name in seeds if written[name].read_bytes() != seeds[name].read_bytes()
    ]
    assert changed == []


def test_every_sentence_of_the_article_is_cited(shipped_to_read: Store) -> None:
    cited = {locator for _, locator in shipped_to_read.citing("article")}

    assert {str(number) for number in range(1, 20)} <= cited


def test_there_is_as_much_as_the_readme_promises(shipped_to_read: Store) -> None:
    statistics = shipped_to_read.statistics()

    assert statistics.records["agreement"] >= 45
    assert statistics.records["zone"] + statistics.records["actor"] >= 120
    assert statistics.relations >= 500
    assert statistics.sources >= 60


def test_what_cites_a_sentence_of_the_article_belongs_to_its_collection(
    shipped_to_read: Store,
) -> None:
    for record in shipped_to_read.every_record():
        cites = any(c.source == "article" and c.locator for c in record.every_citation())
        assert record.collection == ("article" if cites else "local-agreements"), record.key


def test_every_agreement_says_how_well_its_sources_agree(shipped_to_read: Store) -> None:
    graded = {record.key: record.confidence for record in shipped_to_read.every_record()
              if record.kind == "agreement"}  # fmt: skip
    assert all(graded.values()), graded


def test_facts_that_sources_differ_about_stand_side_by_side(shipped_to_read: Store) -> None:
    dates = [
        fact.value for fact in shipped_to_read.get("four-towns-agreement-2017").facts_of("date")
    ]

    assert dates == ["2017-03-28", "2017-04"]
    differing = [
        record.key
        for record in shipped_to_read.every_record()
        if any(len(record.facts_of(fact.property)) > 1 for fact in record.facts)
    ]
    assert len(differing) >= 5
