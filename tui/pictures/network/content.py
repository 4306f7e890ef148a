"""What a network shows: a record, its relations by verb, and where wanted what lies beyond them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby
from typing import Final, Literal

from store.files.page.relations import verb_of
from store.model.records import Related, Row
from store.model.vocabulary import Language
from store.tuples import NamedTuple

MOST_FOLLOWED: Final = 500
"""Records around one that are followed a step further."""

_LEAST_PARTED: Final = 12
"""Relations of a verb that one side has room for anyway."""

Steps = Literal[1, 2]


class Spoke(NamedTuple):
    """A relation of the record in the middle."""

    related: Related
    beyond: tuple[Related, ...] = ()
    """What its other end has to do with others than the middle, seen from there."""


class Group(NamedTuple):
    """The relations of one verb."""

    verb: str
    spokes: tuple[Spoke, ...]
    before: int = 0
    """How many of the verb stand in a group before it: one that is far longer than all others
    is parted, so that it has both sides."""


class Network:
    """What is drawn; what each frame asks of thousands of relations is counted once."""

    def __init__(
        self, middle: Row, groups: tuple[Group, ...], steps: Steps = 1, unfollowed: int = 0
    ) -> None:
        """A network.

        Args:
            middle: the record in its middle.
            groups: its relations.
            steps: how far it goes.
            unfollowed: records around the middle beyond which nobody has looked, as there are too
                many.
        """
        self.middle, self.groups = middle, groups
        self.steps, self.unfollowed = steps, unfollowed
        self._lines: dict[tuple[int, int], int] = {}

    @cached_property
    def relations(self) -> int:
        """How many relations the middle has."""
        return sum(len(group.spokes) for group in self.groups)

    def of_verb(self, group: int) -> int:
        """How many relations have the verb of a group."""
        verb = self.groups[group].verb
        return sum(len(each.spokes) for each in self.groups if each.verb == verb)

    @cached_property
    def near(self) -> frozenset[str]:
        """Keys of the records one step away."""
        return frozenset(spoke.related.other.key for group in self.groups for spoke in group.spokes)

    def lines_of(self, group: int, most_beyond: int) -> int:
        """Lines for all relations of a group, each with at most so many of those beyond it."""
        spokes = self.groups[group].spokes
        if self.steps == 1:
            return len(spokes)
        if (lines := self._lines.get((group, most_beyond))) is None:
            lines = sum(1 + min(len(spoke.beyond), most_beyond) for spoke in spokes)
            self._lines[group, most_beyond] = lines
        return lines


def to_follow(middle: Row, related: Sequence[Related]) -> tuple[list[str], int]:
    """The records beyond which one may look, and how many are left out."""
    keys = [key for key in dict.fromkeys(each.other.key for each in related) if key != middle.key]
    return keys[:MOST_FOLLOWED], max(len(keys) - MOST_FOLLOWED, 0)


def network_of(
    middle: Row,
    related: Sequence[Related],
    language: Language,
    beyond: Mapping[str, Sequence[Related]] | None = None,
) -> Network:
    """Put the relations of a record into groups.

    Args:
        middle: the record.
        related: its relations, as the store orders them.
        language: of the reader.
        beyond: the relations of the records around it by their keys, where they are wanted; each
            record is followed once, where it first stands.
    """
    left = {
        key: tuple(each for each in own if each.other.key != middle.key)
        for key, own in (beyond or {}).items()
    }
    groups = tuple(
        Group(verb, tuple(Spoke(each, left.pop(each.other.key, ())) for each in of_verb))
        for verb, of_verb in groupby(related, key=lambda each: verb_of(each, language))
    )
    parted = tuple(_parted(groups))
    if beyond is None:
        return Network(middle, parted)
    return Network(middle, parted, 2, to_follow(middle, related)[1])


def _parted(groups: Sequence[Group]) -> Iterator[Group]:
    """The groups; one that has more relations than all others twice over, in two."""
    counts = [len(group.spokes) for group in groups]
    most = max(counts, default=0)
    for number, group in enumerate(groups):
        if counts[number] < max(most, _LEAST_PARTED) or 2 * (sum(counts) - most) >= most:
            yield group
            continue
        at = (most + sum(counts[number + 1 :]) - sum(counts[:number])) // 2
        yield group._replace(spokes=group.spokes[:at])
        yield Group(group.verb, group.spokes[at:], at)


def cited_by(network: Network) -> list[str]:
    """Keys of the sources on which a network rests, each once, in order of appearance."""
    spokes = [spoke for group in network.groups for spoke in group.spokes]
    found = [spoke.related for spoke in spokes]
    found += [each for spoke in spokes for each in spoke.beyond]
    return list(dict.fromkeys(citation.source for each in found for citation in each.citations))
