"""Values that differ in one source say whose account each is, or what it is about."""

from __future__ import annotations

from collections.abc import Iterator

from store.checking.rule import Rule
from store.errors import Problem, Sentence
from store.model.records import Bilingual, Record
from store.model.statements import differing_pairs


class WhoseAccount(Rule):
    """A source that is cited for both of two values rarely contradicts itself."""

    name = "whose-account"
    place = 74
    asks = (
        "two values that differ and rest on the same place of a source each say in a note whose"
        " account they are; mostly they are about different things, and do not say so"
    )

    def of_record(self, record: Record) -> Iterator[Problem]:
        """Find pairs of values that differ, cite the same and leave it open why."""
        for first, second in differing_pairs(record.facts):
            one, other = record.facts[first], record.facts[second]
            if set(one.citations).isdisjoint(other.citations):
                continue
            if Bilingual() in (one.note, other.note):
                position = record.facts_of(other.property).index(other)
                yield Problem(
                    (other.property, position),
                    Sentence(
                        "{value} and {other} differ, and rest on the same source",
                        value=str(one.value),
                        other=str(other.value),
                    ),
                    Sentence("Say of whom, from where, to where, when or in what state each is"),
                )
