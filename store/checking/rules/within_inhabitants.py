"""No more people leave a place than live there."""

from __future__ import annotations

from collections.abc import Iterator

from store.checking.collection import Collection
from store.checking.rule import Rule
from store.errors import Listed, Problem, Sentence
from store.model.reading.quantities import number_span
from store.model.records import Record


class WithinInhabitants(Rule):
    """A figure of everyone inside a besieged town is not one of those who were taken out."""

    name = "within-inhabitants"
    place = 67
    asks = (
        "a number of people who left places is not above the number that lives there, by any value"
        " that the places' records have"
    )

    def __init__(self, collection: Collection) -> None:
        self._inhabitants = collection.inhabitants

    def of_record(self, record: Record) -> Iterator[Problem]:
        """Find more people than the places they left have inhabitants."""
        for index, fact in enumerate(record.facts_of("evacuees")):
            places = fact.about.origins
            if places and all(place in self._inhabitants for place in places):
                least, _ = number_span(str(fact.value))
                living = sum(self._inhabitants[place] for place in places)
                if least > living:
                    yield Problem(
                        ("evacuees", index),
                        Sentence(
                            "{number} people left {places}, where {living} live",
                            number=fact.value,
                            places=Listed(places),
                            living=living,
                        ),
                        Sentence("Correct the number, or whence they went"),
                    )
