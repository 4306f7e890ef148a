"""A relation rests on a source that has a date, and not only on sources older than itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from store.checking.collection import Collection
from store.checking.rule import Rule
from store.checking.texts import facts_of
from store.errors import Problem, Sentence
from store.model import dates
from store.model.records import Citation, Fact, Record, Relation, Source
from store.model.statements import is_reached
from store.model.vocabulary import PROPERTIES

_LASTING: Final = frozenset({"lies-in", "borders", "surrounds", "connects"})
"""How places lie to each other: it does not change, and a gazetteer without a date may say it."""


class DatedSource(Rule):
    """A reader can tell when something was reported, and that it was reported afterwards."""

    name = "dated-source"
    place = 80
    asks = (
        "a relation rests on a source that has a date or on a row of a data set (how places lie to"
        " each other is exempt), and nothing that happened rests on older sources alone"
    )

    def __init__(self, collection: Collection) -> None:
        self._source = collection.references.source

    def of_record(self, record: Record) -> Iterator[Problem]:
        """Find what no source dates: none has a date, or all are older than what they tell."""
        yield from self._relations(record)
        yield from self._facts(record)

    def _relations(self, record: Record) -> Iterator[Problem]:
        for index, relation in enumerate(record.relations):
            if relation.predicate in _LASTING:
                continue
            cited = [(self._source(citation.source), citation) for citation in relation.citations]
            source_dates = [source.date for source, _ in cited if source and source.date]
            if any(source for source, _ in cited) and not (
                source_dates or any(map(_is_row, cited))
            ):
                yield Problem(
                    ("relations", index),
                    Sentence("none of the sources cited for it has a date"),
                    Sentence("Date one of them, or cite another"),
                )
            elif source_dates and _begins_after(relation, source_dates):
                yield Problem(
                    ("relations", index),
                    Sentence(
                        "it begins {since}, after every source cited for it", since=relation.since
                    ),
                    Sentence("Correct since, or cite a later source"),
                )

    def _facts(self, record: Record) -> Iterator[Problem]:
        for path, fact in facts_of(record):
            if not is_reached(fact):
                continue
            cited = [(self._source(citation.source), citation) for citation in fact.citations]
            source_dates = [source.date for source, _ in cited if source]
            if not all(source_dates) or any(map(_is_row, cited)):
                continue
            for date in filter(None, (fact.about.when, _date_of(fact))):
                if source_dates and all(dates.is_before(told, date) for told in source_dates):
                    yield Problem(
                        path,
                        Sentence("{date} is after every source cited for it", date=date),
                        Sentence(
                            "Say that it was planned, correct the date, or cite a later source"
                        ),
                    )


def _date_of(fact: Fact) -> str:
    """The day on which a stage was reached; empty where the value is none."""
    return str(fact.value) if PROPERTIES[fact.property].value_type == "date" else ""


def _is_row(cited: tuple[Source | None, Citation]) -> bool:
    """Whether a row of a data set is cited, which has a date of its own."""
    source, citation = cited
    return source is not None and source.type == "dataset" and bool(citation.locator)


def _begins_after(relation: Relation, source_dates: list[str]) -> bool:
    return bool(relation.since) and all(
        dates.is_before(date, relation.since) for date in source_dates
    )
