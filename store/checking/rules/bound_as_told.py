"""A number that the summary calls *about* so many is not an exact one among the facts."""

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

_NUMBER: Final = expression(r"[ \u00a0](\d[\d,]{0,14})(?!\d|[.]\d)", re.ASCII)
_PLAIN: Final = expression(r"\d+", re.ASCII)
_LANGUAGES: Final[tuple[Language, ...]] = ("en", "ar")


class BoundAsTold(Rule):
    """Text and facts agree on how exact a number is."""

    name = "bound-as-told"
    place = 93
    asks = (
        "a number before which the summary says about, some, at least … (`seeds/wording.yaml`) is"
        " written with its bound among the facts"
    )

    def of_record(self, record: Record) -> Iterator[Problem]:
        """Find plain numbers that the summary gives as estimates."""
        hedged = {
            number: said
            for language in _LANGUAGES
            for number, said in _hedged(record.summary.in_(language), language)
        }
        found = [
            (path, str(fact.value))
            for path, fact in facts_of(record)
            if PROPERTIES[fact.property].value_type == "number"
        ]
        bounded = {_digits(value) for _, value in found if not _PLAIN.fullmatch(value)}
        for path, value in found:
            if value in hedged and value not in bounded:
                yield Problem(
                    (*path, "value"),
                    Sentence("the summary says {said}, the number does not", said=hedged[value]),
                    Sentence("Write the bound into the number: >=500, <300, ~2200"),
                )


def _hedged(text: str, language: Language) -> Iterator[tuple[str, str]]:
    """Each number of a text that a word before it makes inexact, and both as they are written."""
    for word in wording(language).hedged.finditer(text):
        if number := _NUMBER.match(text, word.end()):
            yield _digits(number[1]), repr(word[0] + number[0])


def _digits(value: str) -> str:
    return "".join(filter(str.isdecimal, value))
