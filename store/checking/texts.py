"""The values and texts of a record, each with where it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from store.errors import FieldPath
from store.model.records import Bilingual, Fact, Record


def facts_of(record: Record) -> Iterator[tuple[FieldPath, Fact]]:
    """The facts of a record, each by its property and its place among that property's values."""
    counted: Counter[str] = Counter()
    for fact in record.facts:
        yield (fact.property, counted[fact.property]), fact
        counted[fact.property] += 1


def texts_of(record: Record) -> Iterator[tuple[FieldPath, Bilingual]]:
    """The name, the summary, the notes and the values in words of a record."""
    yield ("name",), record.name
    yield ("summary",), record.summary
    for index, relation in enumerate(record.relations):
        yield ("relations", index, "note"), relation.note
    for path, fact in facts_of(record):
        yield (*path, "note"), fact.note
        if isinstance(fact.value, Bilingual):
            yield (*path, "value"), fact.value
