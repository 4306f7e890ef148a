"""Stores of which a picture cannot show all: nothing dated, nothing placed, loops, thousands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from store.model.mapping import record_from_mapping
from store.model.records import Origin
from store.store import Store

Mappings = Iterator[dict[str, Any]]
MANY: Final = 10_000


def _named(key: str, kind: str, **others: Any) -> dict[str, Any]:
    return {"key": key, "kind": kind, "name": {"en": key.title(), "ar": f"اسم {key}"}, **others}


def _related(predicate: str, *keys: str) -> list[dict[str, str]]:
    return [{"predicate": predicate, "object": key} for key in keys]


def one_record() -> Mappings:
    """Without a date, a place or a relation."""
    yield _named("alone", "actor")


def undated() -> Mappings:
    """An agreement that empties a town, nobody says when."""
    yield _named("town", "zone", type="town", coordinates=[33.7, 36.1])
    yield _named("alone", "agreement", type="evacuation", relations=_related("evacuates", "town"))


def unplaced() -> Mappings:
    """The same on a day that is known, of a town without coordinates."""
    yield _named("town", "zone", type="town")
    evacuates = _related("evacuates", "town")
    dated = {"date": "2017-04-12", "relations": evacuates}
    yield _named("alone", "agreement", type="evacuation", **dated)


def loop() -> Mappings:
    """Zones that lie in each other in a ring, and agreements that follow each other in one."""
    ring = ("alone", "second", "third")
    for key, beyond in zip(ring, (*ring[1:], ring[0]), strict=True):
        lies_in = _related("lies-in", beyond)
        yield _named(key, "zone", type="neighbourhood", coordinates=[34, 37], relations=lies_in)
    for key, beyond in (("truce", "peace"), ("peace", "truce")):
        relations = [*_related("follows", beyond), *_related("evacuates", "alone")]
        yield _named(key, "agreement", date="2017-04", relations=relations)


def thousands() -> Mappings:
    """Towns all over the country, and as many agreements, each of which empties the same town."""
    yield _named("alone", "zone", type="town", coordinates=[33.7, 36.1])
    for number in range(MANY // 2):
        at = [32.5 + number % 97 / 20, 36 + number % 89 / 16]
        yield _named(f"town-{number}", "zone", type="town", coordinates=at)
        date = f"{2011 + number % 14}-{1 + number % 12:02}-{1 + number % 28:02}"
        relations = _related("evacuates", "alone")
        yield _named(f"truce-{number}", "agreement", date=date, relations=relations)


ODD: Final[dict[str, Callable[[], Mappings]]] = {
    each.__name__: each for each in (one_record, undated, unplaced, loop, thousands)
}
"""Each has a record whose key is `alone`."""


def fill(store: Store, name: str) -> None:
    """Put an odd collection into an empty store."""
    store.put_many([(record_from_mapping(mapping), Origin()) for mapping in ODD[name]()], [])
