"""What a map shows of some records: their zones as marks, and who went from where to where.

Nothing is dropped: a zone without coordinates is listed, and so is a movement of which an end is
not told or has no place on the map.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from store.model import dates
from store.model.records import Bilingual, Citation, Coordinates, Fact, Record, Row
from store.model.statements import moves
from store.tuples import NamedTuple

if TYPE_CHECKING:
    from store.store import Store


class Mark(NamedTuple):
    """A zone on the map."""

    key: str
    name: Bilingual
    coordinates: Coordinates


class Arrow(NamedTuple):
    """People who went, as one fact of one record states it: from all origins to all ends."""

    record: Row
    fact: Fact

    @property
    def when(self) -> str:
        """The time of the fact, or else the date of its record (EDTF); empty where none is told."""
        return self.fact.about.when or self.record.date

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Who says so."""
        return self.fact.citations

    def ways(self) -> list[tuple[str, str]]:
        """Each origin with each destination, by key; an end that is not told is empty."""
        return [
            (origin, destination)
            for origin in self.fact.about.origins or ("",)
            for destination in self.fact.about.destinations or ("",)
        ]


class Mapped(NamedTuple):
    """Zones and movements of some records."""

    marks: tuple[Mark, ...]
    unplaced: tuple[Row, ...]
    """Zones without coordinates."""
    arrows: tuple[Arrow, ...]
    """In order of time; those without a time come first."""

    def placed(self, arrow: Arrow) -> list[tuple[Mark, Mark]]:
        """The ways of an arrow that can be drawn: both ends are marks."""
        marks = {mark.key: mark for mark in self.marks}
        return [
            (marks[origin], marks[destination])
            for origin, destination in arrow.ways()
            if origin in marks and destination in marks
        ]


def mapped(store: Store, keys: Sequence[str]) -> Mapped:
    """Collect what a map shows of some records.

    Args:
        store: that holds them.
        keys: of the records; those that are zones become marks themselves.

    Raises:
        UnknownKeyError: a key names no record.
    """
    asked = {row.key: row for row in store.rows(keys, missing_ok=False)}
    named: dict[str, None] = {}
    arrows: list[Arrow] = []
    for record in store.get_many(asked):
        named |= dict.fromkeys(_places_of(record))
        arrows += (Arrow(asked[record.key], fact) for fact in record.facts if moves(fact))
    zones = {row.key: row for row in store.rows(named) if row.kind == "zone"}
    marks, unplaced = _marks(store.get_many(zones), zones)
    return Mapped(marks, unplaced, tuple(sorted(arrows, key=_by_time)))


def _places_of(record: Record) -> Iterator[str]:
    """A zone itself; of others what they are related to, and what their facts name."""
    if record.kind == "zone":
        yield record.key
        return
    yield from (relation.object for relation in record.relations)
    for fact in record.facts:
        yield from fact.about.places


def _marks(
    records: Iterable[Record], rows: dict[str, Row]
) -> tuple[tuple[Mark, ...], tuple[Row, ...]]:
    marks: list[Mark] = []
    unplaced: list[Row] = []
    for record in records:
        if record.coordinates:
            marks.append(Mark(record.key, record.name, record.coordinates))
        else:
            unplaced.append(rows[record.key])
    return tuple(marks), tuple(unplaced)


def _by_time(arrow: Arrow) -> tuple[str, str]:
    return dates.sort_key(arrow.when), arrow.record.key
