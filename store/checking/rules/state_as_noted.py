"""What was only expected is not said to have happened."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from store.checking.rule import Rule
from store.checking.texts import facts_of
from store.checking.wording import wording
from store.errors import Problem, Sentence
from store.model.records import Record
from store.model.statements import is_reached
from store.model.vocabulary import PROPERTIES, Language

_COUNTED: Final = ("date", "number", "duration")
_LANGUAGES: Final[tuple[Language, ...]] = ("en", "ar")


class StateAsNoted(Rule):
    """A number that a note calls expected is planned, not counted."""

    name = "state-as-noted"
    place = 46
    asks = (
        "a date, number or duration whose note says that it was expected, planned or due"
        " (`seeds/wording.yaml`) has the state `planned` or `demanded`"
    )

    def of_record(self, record: Record) -> Iterator[Problem]:
        """Find values that happened by their state, and were expected by their note."""
        for path, fact in facts_of(record):
            if PROPERTIES[fact.property].value_type not in _COUNTED or not is_reached(fact):
                continue
            for language in _LANGUAGES:
                if said := wording(language).expected.search(fact.note.in_(language)):
                    yield Problem(
                        (*path, "state"),
                        Sentence("its note says {said}, its state does not", said=repr(said[0])),
                        Sentence("Give it the state planned, or correct the note"),
                    )
                    break
