"""What a map shows of some records: their zones as marks, and who went from where to where.

Nothing is dropped: a zone without coordinates is listed, and so is a movement of which an end is
not told or has no place on the map.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from store.model.records import Bilingual, Coordinates, Movement, Record, Row
from store.model.statements import in_order_of_time, moves
from store.tuples import NamedTuple

if TYPE_CHECKING:
    from store.store import Store


class Mark(NamedTuple):
    """A zone on the map."""

    key: str
    name: Bilingual
    coordinates: Coordinates


class Mapped(NamedTuple):
    """Zones and movements of some records."""

    marks: tuple[Mark, ...]
    unplaced: tuple[Row, ...]
    """Zones without coordinates."""
    movements: tuple[Movement, ...]
    """In order of time; those without a time come last."""


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
    movements: list[Movement] = []
    for record in store.get_many(asked):
        named |= dict.fromkeys(_places_of(record))
        movements += (Movement(asked[record.key], fact) for fact in record.facts if moves(fact))
    zones = {row.key: row for row in store.rows(named) if row.kind == "zone"}
    marks, unplaced = _marks(store.get_many(zones), zones)
    return Mapped(marks, unplaced, tuple(in_order_of_time(movements)))


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
