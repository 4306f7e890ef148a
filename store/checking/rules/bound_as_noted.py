"""A number that its note calls a least or an estimate is written as one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from store.checking.rule import Rule
from store.checking.texts import facts_of
from store.checking.wording import wording
from store.errors import Problem, Sentence
from store.expressions import expression
from store.model.records import Record
from store.model.vocabulary import PROPERTIES, Language

_PLAIN: Final = expression(r"\d+", re.ASCII)
_CLAUSE: Final = expression("[^،؛,;]+")
_LANGUAGES: Final[tuple[Language, ...]] = ("en", "ar")


class BoundAsNoted(Rule):
    """What was at least so many does not differ from a little more."""

    name = "bound-as-noted"
    place = 47
    asks = (
        "a number whose note calls it a least, a most or an estimate (`seeds/wording.yaml`) is"
        " written with its bound: `>=500`, `<300`, `~2200`"
    )

    def of_record(self, record: Record) -> Iterator[Problem]:
        """Find plain numbers whose note has a bound."""
        for path, fact in facts_of(record):
            is_number = PROPERTIES[fact.property].value_type == "number"
            if not (is_number and _PLAIN.fullmatch(str(fact.value))):
                continue
            for language in _LANGUAGES:
                if said := _bound(fact.note.in_(language), language):
                    yield Problem(
                        (*path, "value"),
                        Sentence("its note says {said}, its number does not", said=repr(said)),
                        Sentence("Write the bound into the number: >=500, <300, ~2200"),
                    )
                    break


def _bound(note: str, language: Language) -> str:
    """The first bound of a note that stands by itself: beside a number it is of that number."""
    for clause in _CLAUSE.findall(note):
        found = wording(language).bounded.search(clause)
        if found and not any(map(str.isdecimal, clause)):
            return str(found[0])
    return ""
