"""What a value is about can be: its property can say it, and places are zones that are there."""

from __future__ import annotations

from collections.abc import Iterator

from store.checking.collection import Collection
from store.checking.rule import Rule
from store.checking.texts import facts_of
from store.errors import FieldPath, Problem, Sentence
from store.model.records import Fact, Record
from store.model.vocabulary import PROPERTIES


class SoundStatements(Rule):
    """People go from a zone to a zone, and only people do."""

    name = "sound-statements"
    place = 45
    asks = (
        "a value says of itself only what its property can say (where people went, whom a number"
        " counts, when it was so), and the places in it are zones that are there"
    )
    is_named = False

    def __init__(self, collection: Collection) -> None:
        self._is_zone = collection.references.is_zone

    def of_record(self, record: Record) -> Iterator[Problem]:
        """Find what no value of a property can be about, and places that are none."""
        for path, fact in facts_of(record):
            yield from self._places(fact, path)
            yield from _not_for_it(fact, path)

    def _places(self, fact: Fact, path: FieldPath) -> Iterator[Problem]:
        for role, keys in (("from", fact.about.origins), ("to", fact.about.destinations)):
            for key in keys:
                if not self._is_zone(key):
                    what = Sentence("there is no zone {key}", key=repr(key))
                    todo = Sentence("Correct the key, or add that zone")
                    yield Problem((*path, role), what, todo)


def _not_for_it(fact: Fact, path: FieldPath) -> Iterator[Problem]:
    """Another program may have written what no file is let in with."""
    known = PROPERTIES[fact.property].qualifiers
    for name, given in zip(("of", "from", "to", "when", "state"), fact.about, strict=True):
        if given and name not in known and fact.property in PROPERTIES:
            what = Sentence("{property} has no {qualifier}", property=fact.property, qualifier=name)
            todo = Sentence("Remove it, or put the value where it belongs")
            yield Problem((*path, name), what, todo)
