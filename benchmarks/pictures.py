"""Pictures in a pseudo-terminal: a key to the first frame, and the next frame while moving in it.

`python -m benchmarks.pictures` prints the figures alone; `make bench` has them among the others.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from benchmarks.explorer import (
    drawn,
    drawn_at_start,
    explorer,
    key_to_drawn,
    memory_around,
    panned_side_by_side,
)
from benchmarks.measure import Comparison, Latency, Row, Tail
from store.model.records import Bilingual, Origin, Record, Source
from store.store import Store

MANY: Final = 10_000
_TIMELINE: Final = "happened"
_MAP: Final = "on the map"
_NETWORK: Final = "Network: "
_OVERVIEW: Final = "Overview"
_MODULES: Final = (
    b"screens.picturing.map",
    b"screens.picturing.time",
    b"screens.picturing.network",
    b"store.timelines.",
    b"store.maps.",
)
_OPENED_BY: Final = {"t": _TIMELINE, "m": _MAP, "w": _NETWORK, "i": _OVERVIEW}
"""What stands on the screen when a key has opened its picture."""
_AIM_OF_MEMORY: Final = 1.4
_LATER, _EARLIER = " ", "\x15"
"""Space and Ctrl+U: a page along the axis."""
_HUB: Final = "russia"
_EAST, _WEST, _SOUTH, _NORTH = (f"\x1b[1;2{letter}" for letter in "CDBA")
"""Shift and an arrow."""
_AIM: Final = 33
_AIM_OF_MANY: Final = 50
_AIM_OF_OPENING: Final = 1_000


class Effort(NamedTuple):
    """How often each thing is measured."""

    openings: int = 5
    frames: int = 40


WHOLE: Final = Effort()


def measure(small: Path, many: Path, effort: Effort = WHOLE) -> Iterator[Row]:
    """Each picture on the collection that is shipped and on many dated agreements.

    Args:
        small: a store of the collection.
        many: made by `write_many`.
        effort: how often.
    """
    for store, aim, what in (
        (small, _AIM, "built-in collection"),
        (many, _AIM_OF_MANY, f"{_count(many):,} agreements"),
    ):
        yield from _measure_timeline(store, aim, what, effort)
        yield from _measure_network(store, aim, what, effort)
        yield from _measure_map(store, aim, what, effort)
        # A first start shows the overview, unless it is of a record.
        command, name = (*explorer(store), "open", _HUB), f"overview, key to drawn, {what}"
        yield _opened(command, "i", _OVERVIEW, name, effort)
        yield from _measure_memory(store, what)
    yield _loaded_at_start(small)


def _opened(
    command: tuple[str | Path, ...], key: str, marker: str, name: str, effort: Effort
) -> Latency:
    times = [key_to_drawn(command, [key], marker)[0] for _ in range(effort.openings)]
    return Latency(name, times, _AIM_OF_OPENING)


def _measure_timeline(store: Path, aim: float, what: str, effort: Effort) -> Iterator[Row]:
    yield _opened(explorer(store), "t", _TIMELINE, f"timeline, key to drawn, {what}", effort)
    there_and_back = [*[_LATER] * 3, *[_EARLIER] * 3]  # over the years that are fullest
    keys = there_and_back * (effort.frames // 6)
    times = panned_side_by_side(explorer(store), ["t", "+", "+"], keys, _TIMELINE)
    yield Tail(f"timeline, next frame while panning, {what}", *times, "ms", None, aim)
    keys = ["t", "+", "+", *["right"] * effort.frames]
    frames = drawn(key_to_drawn(explorer(store), keys, _TIMELINE)[3:])
    yield Latency(f"timeline, moving in time, {what}", frames, aim)


def _measure_network(store: Path, aim: float, what: str, effort: Effort) -> Iterator[Row]:
    """A record with more relations than a screen shows: one step away, then two."""
    command = (*explorer(store), "open", _HUB)
    yield _opened(command, "w", _NETWORK, f"network, key to drawn, {what}", effort)
    down_and_up = [*["down"] * (effort.frames // 4), *["up"] * (effort.frames // 4)]
    over = ["home", "right", "right"]  # no key may change nothing: its drawing would never come
    walk = [*down_and_up, "down", *over, *down_and_up]
    frames = drawn(key_to_drawn(command, ["w", *walk], _NETWORK)[1:])
    yield Latency(f"network, walking, {what}", frames, aim)
    two, *frames = key_to_drawn(command, ["w", "+", *walk], _NETWORK)[1:]
    yield Latency(f"network, to two steps, {what}", [two], _AIM_OF_OPENING)
    yield Latency(f"network, walking among two steps, {what}", drawn(frames), aim)


def _measure_map(store: Path, aim: float, what: str, effort: Effort) -> Iterator[Row]:
    """It is near enough that every frame of a pan differs."""
    yield _opened(explorer(store), "m", _MAP, f"map, key to drawn, {what}", effort)
    there_and_back = [_EAST, _EAST, _SOUTH, _WEST, _WEST, _NORTH]
    keys = there_and_back * (effort.frames // 6)
    times = panned_side_by_side(explorer(store), ["m", "0", "+", "+"], keys, _MAP)
    yield Tail(f"map, next frame while panning, {what}", *times, "ms", None, aim)


def _measure_memory(store: Path, of: str) -> Iterator[Row]:
    """What each picture adds to the explorer's memory."""
    for key, marker in _OPENED_BY.items():
        before, after = memory_around((*explorer(store), "open", _HUB), key, marker)
        what = f"resident memory, `{key}` pressed, beside before, {of}"
        yield Comparison(what, [after], [before], "MiB", _AIM_OF_MEMORY)


def _loaded_at_start(store: Path) -> Latency:
    """How many modules of pictures a start imports."""
    told = drawn_at_start(explorer(store), {"PYTHONPROFILEIMPORTTIME": "1"})
    if b"explorer" not in told:
        raise AssertionError("a start has told of no import")
    found = [name for name in _MODULES if name in told]
    return Latency("modules of pictures that a start imports", [len(found)], 0, "")


def _count(store: Path) -> int:
    with Store(store, None) as opened:
        return sum(1 for _ in opened.every_key("agreement"))


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
    Store(path).close()  # what the first start brings in is not measured with it


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
        for row in measure(small, many):
            print(row.row(), flush=True)


if __name__ == "__main__":
    main()
