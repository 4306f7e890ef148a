"""A name of an agreement leads to that one: no two agreements have it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from store.checking.collection import Collection
from store.checking.rule import Rule
from store.errors import Listed, Problem, Sentence
from store.model.records import Record
from store.text.folding import fold, words

_MOST_NAMED: Final = 3
_WHOLES: Final = frozenset({"part-of", "instance-of"})


class ToldApart(Rule):
    """Who looks a name up finds one agreement, and does not take one truce for another."""

    name = "told-apart"
    place = 125
    asks = (
        "a name or alias of an agreement is no other agreement's, however it is spelled, unless the"
        " one is part or an example of the other"
    )

    def __init__(self, collection: Collection) -> None:
        self._owners: dict[str, list[Record]] = defaultdict(list)
        for record in collection.records:
            if record.kind == "agreement":
                for name in dict.fromkeys(_folded(each) for _, each in _names(record)):
                    self._owners[name].append(record)

    def of_record(self, record: Record) -> Iterator[Problem]:
        """Find names of an agreement that another has."""
        if record.kind != "agreement":
            return
        for field, name in _names(record):
            others = (each for each in self._owners[_folded(name)] if each.key != record.key)
            strangers = (each.key for each in others if not _are_akin(each, record))
            if named := list(islice(strangers, _MOST_NAMED)):
                yield Problem(
                    (field,),
                    Sentence("{name} is also a name of {others}", name=name, others=Listed(named)),
                    Sentence("Add the year or the place to it"),
                    name,
                )


def _names(record: Record) -> Iterable[tuple[str, str]]:
    yield from (("name", name) for name in record.name if name)
    yield from (("aliases", alias) for alias in (*record.aliases.en, *record.aliases.ar))


def _folded(name: str) -> str:
    return " ".join(words(fold(name))) or name


def _are_akin(one: Record, other: Record) -> bool:
    return any(
        each.object == whole.key and each.predicate in _WHOLES
        for part, whole in ((one, other), (other, one))
        for each in part.relations
    )
