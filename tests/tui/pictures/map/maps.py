"""Small maps to draw in tests."""

from __future__ import annotations

from collections.abc import Sequence

from store.maps.ground import Ground
from store.maps.mapped import Control, Mapped, Mark
from store.model.records import Bilingual, Fact, Movement, Qualifiers, Row
from tui.pictures.map.content import Map, map_of

SQUARE = Ground((((36.0, 33.0), (38.0, 33.0), (38.0, 35.0), (36.0, 35.0), (36.0, 33.0)),))
PLACES = {
    "north": (34.8, 37.0),
    "south": (33.2, 37.0),
    "west": (34.0, 36.1),
    "east": (34.0, 37.9),
}


def zone(key: str) -> Row:
    return Row(key, "zone", "town", Bilingual(key.title(), f"بلدة {key}"))


def agreement(key: str, date: str = "2016-10-01") -> Row:
    return Row(key, "agreement", "evacuation", Bilingual(f"The {key}", f"اتفاق {key}"), date)


def movement(
    origins: str, destinations: str, when: str = "", value: str = "500", state: str = "happened",
    record: str = "leaving",
) -> Movement:  # fmt: skip
    about = Qualifiers(
        origins=tuple(origins.split()),
        destinations=tuple(destinations.split()),
        when=when,
        state=state,
    )
    return Movement(agreement(record), Fact("evacuees", value, about=about))


def control(zone_key: str, since: str = "", until: str = "", as_of: str = "") -> Control:
    actor = Row("army", "actor", "", Bilingual("The army", "الجيش"))
    return Control(zone_key, actor, since, until, as_of, Bilingual(), disputed=False)


def a_map(
    movements: Sequence[Movement] = (),
    *,
    controls: Sequence[Control] = (),
    unplaced: Sequence[str] = (),
    places: dict[str, tuple[float, float]] | None = None,
    ground: Ground = SQUARE,
) -> Map:
    """A map with a place at each side, and the records that state movements."""
    marks = [Mark(zone(key), point) for key, point in (places or PLACES).items()]
    records = {each.record.key: each.record for each in movements}
    named: dict[str, list[str]] = {}
    for each in movements:
        named.setdefault(each.record.key, []).extend(each.fact.about.places)
    found = Mapped(
        tuple(marks),
        tuple(map(zone, unplaced)),
        tuple(movements),
        tuple(controls),
        tuple(records.values()),
        {key: tuple(keys) for key, keys in named.items()},
    )
    return map_of(found, ground)
