"""A small collection of records made for the tests, so that they do not hang on what we ship."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from store.model.mapping import record_from_mapping, source_from_mapping
from store.model.records import Origin, Record, Source
from store.store import Store

SOURCES = [
    {
        "key": "article",
        "kind": "source",
        "type": "opinion",
        "title": {"en": "An article", "ar": "مقال"},
        "language": "ar",
        "sentences": [[0, 10], [11, 30]],
    },
    {
        "key": "agency-2017",
        "kind": "source",
        "type": "agency",
        "title": {"en": "A dispatch", "ar": "برقية"},
        "publisher": "Agency",
        "date": "2017-05-06",
        "url": "https://example.org/dispatch",
    },
]
RECORDS = [
    {
        "key": "zabadani",
        "kind": "zone",
        "type": "town",
        "collection": "article",
        "name": {"en": "Zabadani", "ar": "الزبداني"},
        "aliases": {"en": ["Al-Zabadani", "Zabadany"], "ar": ["زبداني"]},
        "coordinates": [33.725, 36.101],
        "cite": ["article#1"],
        "relations": [
            {"predicate": "lies-in", "object": "rif-dimashq", "cite": ["article#1"]},
            {
                "predicate": "exchanged-for",
                "object": "kefraya",
                "since": "2017-04",
                "note": {"en": "in two stages", "ar": "على مرحلتين"},
                "disputed": True,
                "cite": ["article#2", "agency-2017"],
            },
        ],
        "external": {"geonames": "172408"},
        "summary": {
            "en": "A besieged town near the Lebanese border.[^article-1]\n\nIt has springs.",
            "ar": "بلدةٌ مُحاصَرة قرب الحدود اللبنانية.[^article-1]",
        },
    },
    {
        "key": "kefraya",
        "kind": "zone",
        "type": "village",
        "name": {"en": "Kefraya", "ar": "كفريا"},
        "summary": {"en": "A village in Idlib under siege.", "ar": "قرية محاصرة في إدلب."},
    },
    {"key": "rif-dimashq", "kind": "zone", "type": "governorate",
     "name": {"en": "Rif Dimashq", "ar": "ريف دمشق"}},
    {
        "key": "four-towns",
        "kind": "agreement",
        "type": "evacuation",
        "collection": "article",
        "confidence": "B",
        "name": {"en": "Four Towns agreement", "ar": "اتفاق المدن الأربع"},
        "cite": ["article#2"],
        "date": [
            {"value": "2017-03-28", "cite": ["agency-2017"]},
            {"value": "2017-04", "note": {"en": "as told", "ar": "كما ورد"}, "cite": ["article#2"]},
        ],
        "duration": [{"value": "P9M", "cite": ["agency-2017"]}],
        "parties": [{"value": {"en": "two sides", "ar": "طرفان"}, "cite": ["article#2"]}],
        "relations": [
            {"predicate": "evacuates", "object": "zabadani", "cite": ["article#2"]},
            {"predicate": "evacuates", "object": "kefraya", "cite": ["article#2"]},
            {"predicate": "mediated-by", "object": "qatar", "cite": ["agency-2017"]},
        ],
        "summary": {
            "en": "The evacuation of four towns, with a ceasefire of nine months.[^article-2]",
            "ar": "إخلاء أربع مدن مع هدنة تسعة أشهر.[^article-2]",
        },
    },
    {"key": "qatar", "kind": "actor", "type": "state", "name": {"en": "Qatar", "ar": "قطر"},
     "summary": {"en": "A mediator.", "ar": "وسيط."}},
    {"key": "demographic-change", "kind": "consequence", "type": "effect",
     "standing": "expected", "name": {"en": "Demographic change", "ar": "تغيير ديموغرافي"},
     "relations": [{"predicate": "affects", "object": "zabadani"}]},
]  # fmt: skip


@pytest.fixture(scope="session")
def records() -> list[Record]:
    """The records of the small collection, each of which is whole."""
    return [record_from_mapping(mapping) for mapping in RECORDS]


@pytest.fixture(scope="session")
def sources() -> list[Source]:
    """The sources that they cite."""
    return [source_from_mapping(mapping) for mapping in SOURCES]


@pytest.fixture
def small_store(records: list[Record], sources: list[Source]) -> Iterator[Store]:
    """A store that holds the small collection and nothing else."""
    with Store(":memory:", seeds=None) as store:
        store.put_many(
            [(record, Origin(f"zones/{record.key}.md", 2)) for record in records],
            [(source, Origin()) for source in sources],
        )
        yield store
