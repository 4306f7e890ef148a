"""Pictures in a pseudo-terminal: a key to the first frame, and the next frame while moving in it.

`python -m benchmarks.pictures` prints the figures alone; `make bench` has them among the others.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Final

from benchmarks.explorer import explorer, key_to_drawn
from benchmarks.measure import Latency
from store.model.records import Bilingual, Origin, Record, Source
from store.store import Store

MANY: Final = 10_000
_FRAMES: Final = 40
_LATER, _EARLIER = " ", "\x15"
"""Space and Ctrl+U: a page along the axis."""
_HUB: Final = "russia"
_NETWORK: Final = "Network: "
_EAST, _WEST, _SOUTH, _NORTH = (f"\x1b[1;2{letter}" for letter in "CDBA")
"""Shift and an arrow."""
_AIM: Final = 33
_AIM_OF_MANY: Final = 50
_AIM_OF_OPENING: Final = 1_000


def measure(small: Path, many: Path) -> Iterator[Latency]:
    """The times on the collection that is shipped, and on many dated agreements."""
    for store, aim, what in (
        (small, _AIM, "built-in collection"),
        (many, _AIM_OF_MANY, f"{MANY:,} dated agreements"),
    ):
        opened = [key_to_drawn(explorer(store), ["t"], "happened")[0] for _ in range(5)]
        yield Latency(f"timeline, key to drawn, {what}", opened, _AIM_OF_OPENING)
        there_and_back = [*[_LATER] * 3, *[_EARLIER] * 3]  # over the years that are fullest
        keys = ["t", "+", "+", *there_and_back * (_FRAMES // 6)]
        frames = key_to_drawn(explorer(store), keys, "happened")[3:]
        yield Latency(f"timeline, next frame while panning, {what}", frames, aim)
        keys = ["t", "+", "+", *["right"] * _FRAMES]
        frames = key_to_drawn(explorer(store), keys, "happened")[3:]
        yield Latency(f"timeline, moving in time, {what}", frames, aim)
        yield from _measure_network(store, aim, what)


def _measure_network(store: Path, aim: float, what: str) -> Iterator[Latency]:
    """A record with more relations than a screen shows: one step away, then two."""
    command = (*explorer(store), "open", _HUB)
    opened = [key_to_drawn(command, ["w"], _NETWORK)[0] for _ in range(5)]
    yield Latency(f"network, key to drawn, {what}", opened, _AIM_OF_OPENING)
    down_and_up = [*["down"] * (_FRAMES // 4), *["up"] * (_FRAMES // 4)]
    over = ["home", "right", "right"]  # no key may change nothing: its drawing would never come
    walk = [*down_and_up, "down", *over, *down_and_up]
    frames = key_to_drawn(command, ["w", *walk], _NETWORK)[1:]
    yield Latency(f"network, walking, {what}", frames, aim)
    two, *frames = key_to_drawn(command, ["w", "+", *walk], _NETWORK)[1:]
    yield Latency(f"network, to two steps, {what}", [two], _AIM_OF_OPENING)
    yield Latency(f"network, walking among two steps, {what}", frames, aim)


def measure_maps(small: Path, many: Path) -> Iterator[Latency]:
    """The times of the map; it is near enough that every frame of a pan differs."""
    for store, aim, what in (
        (small, _AIM, "built-in collection"),
        (many, _AIM_OF_MANY, f"{MANY:,} agreements"),
    ):
        opened = [key_to_drawn(explorer(store), ["m"], "on the map")[0] for _ in range(5)]
        yield Latency(f"map, key to drawn, {what}", opened, _AIM_OF_OPENING)
        there_and_back = [_EAST, _EAST, _SOUTH, _WEST, _WEST, _NORTH]
        keys = ["m", "0", "+", "+", *there_and_back * (_FRAMES // 6)]
        frames = key_to_drawn(explorer(store), keys, "on the map")[4:]
        yield Latency(f"map, next frame while panning, {what}", frames, aim)


def write_many(path: Path, count: int = MANY) -> None:
    """Make a store with so many agreements: those that are shipped, again and again."""
    with Store(":memory:") as shipped:
        agreements = list(shipped.get_many(shipped.every_key("agreement")))
        sources = shipped.sources()
        zones = [
            record._replace(relations=())
            for kind in ("zone", "actor")
            for record in shipped.get_many(shipped.every_key(kind))
        ]
    made = (_again(agreements[n % len(agreements)], n) for n in range(count))
    with Store(path, seeds=None) as store:
        records: list[Record] = [*zones, *made]
        named: list[tuple[Source, Origin]] = [(source, Origin()) for source in sources]
        store.put_many(((record, Origin()) for record in records), named)


def _again(record: Record, number: int) -> Record:
    to_places = tuple(each for each in record.relations if each.predicate in _KEPT)
    name = Bilingual(f"{record.name.en} {number}", f"{record.name.ar} {number}")
    return record._replace(key=f"{record.key}-{number}", name=name, relations=to_places)


_KEPT: Final = ("covers", "evacuates", "signed-by", "has-party")


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        small, many = Path(folder) / "small.db", Path(folder) / "many.db"
        Store(small).close()
        write_many(many)
        for latency in chain(measure(small, many), measure_maps(small, many)):
            print(latency.row(), flush=True)


if __name__ == "__main__":
    main()
