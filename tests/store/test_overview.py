"""What a store holds at a glance, counted as its queries count it."""

from __future__ import annotations

import json

from store.model.mapping import record_from_mapping
from store.model.questions import Question
from store.model.records import Bilingual, Origin
from store.overview import FIELDS, MOST_PERIODS, Overview
from store.store import Store
from tests.store.statements import statements


def found(store: Store, query: str, kind: str | None) -> int:
    question = Question(query, [kind] if kind else None, most_texts=1_000)  # type: ignore[list-item]
    hits = store.find(question)
    return len(hits.names) + len(hits.texts)


def test_the_shipped_records_at_a_glance(shipped_to_read: Store) -> None:
    with statements(shipped_to_read) as run:
        overview = shipped_to_read.overview()

    assert len(run) <= 10
    assert "Syria" in overview.description.en
    assert overview.description.ar
    assert overview.statistics == shipped_to_read.statistics()
    assert [each.key for each in overview.collections] == ["article", "local-agreements"]
    for period in overview.periods:
        assert period.number == found(shipped_to_read, period.query, overview.dated)
    for field in FIELDS:
        assert [each for each in overview.shares if each.field == field]
    for share in overview.shares:
        if share.field == "reading":
            assert share.number == len(shipped_to_read.search_sources(f"kind:source {share.query}"))
        else:
            assert share.number == found(shipped_to_read, share.query, "agreement")
    for kind, connected in (("actor", overview.actors), ("zone", overview.zones)):
        assert [each.row.kind for each in connected] == [kind] * 6
        links = [each.links for each in connected]
        assert links == sorted(links, reverse=True)
        related = [len(shipped_to_read.related(each.row.key)) for each in connected]
        assert links == related
    for each in overview.disagreements:
        facts = shipped_to_read.get(each.row.key).facts
        assert len([fact for fact in facts if fact.property == each.property]) >= each.number > 1


def test_of_a_store_that_says_nothing_of_itself_what_it_holds_is_told() -> None:
    with Store(":memory:", seeds=None) as store:
        assert store.overview() == Overview(Bilingual(), store.statistics(), dated=None)
        # Two centuries, in which nothing was agreed.
        people = [
            {"key": f"born-{year}", "kind": "actor", "name": {"en": f"Born in {year}"},
             "date": [{"value": str(year)}]}
            for year in (1799, 1950, 2001)
        ]  # fmt: skip
        store.put_many([(record_from_mapping(each), Origin()) for each in people])
        overview = store.overview()

        assert overview.dated is None
        assert len(overview.periods) <= MOST_PERIODS
        assert sum(period.number for period in overview.periods) == 3
        for period in overview.periods:
            assert period.number == found(store, period.query, None), period


def test_a_description_that_cannot_be_read_is_none(shipped: Store) -> None:
    for broken in ("{", json.dumps(["one"]), json.dumps([1, None]), "null"):
        shipped._connection.execute(
            "UPDATE settings SET value = ? WHERE name = 'description'", (broken,)
        )
        assert shipped.overview().statistics.sources
