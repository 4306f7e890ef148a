"""How two records are connected: the shortest ways from one to the other over relations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any, Final

from store.model.mapping import inverse_to_mapping
from store.model.vocabulary import PREDICATES
from store.tuples import NamedTuple

if TYPE_CHECKING:
    from store.model.records import Related, Row
    from store.store import Store

MOST_STEPS: Final = 4
"""The longest way that is looked for; over more steps, nearly all is connected with all."""
MOST_VISITED: Final = 20_000
"""Records after which the search ends."""
MOST_WAYS: Final = 5


class Step(NamedTuple):
    """From one record to the next, with every relation between them."""

    start: Row
    relations: tuple[Related, ...]
    """Seen from `start`; at least one, and `other` of each is the next record."""

    @property
    def end(self) -> Row:
        """The next record."""
        return self.relations[0].other


class Connection(NamedTuple):
    """The shortest ways from one record to another, all of the same number of steps."""

    ends: tuple[Row, Row]
    ways: tuple[tuple[Step, ...], ...]
    """Empty where no way was found."""
    is_cut: bool
    """Whether the search ended before it had seen all within `MOST_STEPS`."""


def connection(
    store: Store,
    keys: tuple[str, str],
    *,
    most_steps: int = MOST_STEPS,
    most_visited: int = MOST_VISITED,
    most_ways: int = MOST_WAYS,
) -> Connection:
    """Find how two records are connected, relations being walked in both directions.

    Args:
        store: where they are.
        keys: of two different records.
        most_steps: the longest way that is looked for.
        most_visited: records after which the search ends.
        most_ways: the most ways wanted; others as short are left out.

    Raises:
        UnknownKeyError: a key names no record.
    """
    ends = store.row(keys[0]), store.row(keys[1])
    before, is_cut = _steps_before(store, keys, most_steps, most_visited)
    found = list(islice(_ways_to(keys[1], before), most_ways)) if keys[1] in before else []
    steps = _steps(store, ends[0], found)
    whole = (way for way in found if all(pair in steps for pair in pairwise(way)))
    ways = tuple(tuple(steps[pair] for pair in pairwise(way)) for way in whole)
    return Connection(ends, ways, is_cut)


def _steps_before(
    store: Store, keys: tuple[str, str], most_steps: int, most_visited: int
) -> tuple[dict[str, list[str]], bool]:
    """By record, those from which a shortest way comes to it; and whether the search was cut."""
    start, goal = keys
    before: dict[str, list[str]] = {start: []}
    edge = [start]
    for _ in range(most_steps):
        nearer = set(before)
        reached: dict[str, list[str]] = {}
        for key, related in zip(edge, store.related_many(edge), strict=True):
            for other in dict.fromkeys(each.other.key for each in related):
                # The goal is taken however many there are; no other once there are too many.
                is_known = other in reached or other == goal
                if other not in nearer and (is_known or len(before) + len(reached) < most_visited):
                    reached.setdefault(other, []).append(key)
        before |= reached
        edge = list(reached)
        if goal in reached or not edge:
            break
        if len(before) >= most_visited:
            return before, True
    return before, False


def _ways_to(goal: str, before: dict[str, list[str]]) -> Iterator[tuple[str, ...]]:
    """Every shortest way to a record, from its start; each is found in as many steps as it has."""
    waiting: list[tuple[str, ...]] = [(goal,)]
    while waiting:
        way = waiting.pop()
        if not before[way[0]]:
            yield way
        waiting.extend((key, *way) for key in reversed(before[way[0]]))


def _steps(
    store: Store, start: Row, ways: Iterable[tuple[str, ...]]
) -> dict[tuple[str, str], Step]:
    """What stands between each two records that follow each other on a way.

    What another program has taken away since the ways were found has no step.
    """
    rows = {start.key: start}
    steps: dict[tuple[str, str], Step] = {}
    for key, other in dict.fromkeys(pair for way in ways for pair in pairwise(way)):
        related = tuple(each for each in store.related(key) if each.other.key == other)
        if key in rows and related:
            steps[key, other] = Step(rows[key], related)
            rows[other] = related[0].other
    return steps


def connection_to_mapping(found: Connection) -> dict[str, Any]:
    """For other programs: both keys, and every way as a list of steps with their relations."""
    return {
        "keys": [row.key for row in found.ends],
        "complete": not found.is_cut,
        "ways": [[_step_to_mapping(step) for step in way] for way in found.ways],
    }


def _step_to_mapping(step: Step) -> dict[str, Any]:
    return {
        "from": step.start.key,
        "to": step.end.key,
        "relations": [_relation_to_mapping(step.start, each) for each in step.relations],
    }


def _relation_to_mapping(start: Row, related: Related) -> dict[str, Any]:
    """A relation as its subject says it, with the verb as it reads along the way."""
    predicate = PREDICATES[related.predicate]
    is_out = related.direction == "out"
    label = predicate.label if is_out else predicate.inverse
    ends = (start.key, related.other.key) if is_out else (related.other.key, start.key)
    return {
        **inverse_to_mapping(related),
        "subject": ends[0],
        "object": ends[1],
        "label": {"en": label.en, "ar": label.ar},
    }
