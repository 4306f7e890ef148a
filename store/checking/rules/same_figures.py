"""Both languages give the same numbers and name the same months."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from store.checking.figures import months, numbers
from store.checking.rule import Rule
from store.checking.texts import texts_of
from store.errors import Listed, Problem, Sentence
from store.model.dates import MONTH_NAMES
from store.model.records import Bilingual, Record
from store.model.vocabulary import Language

_LANGUAGES: Final[tuple[tuple[Language, Language], ...]] = (("en", "ar"), ("ar", "en"))


class SameFigures(Rule):
    """A reader of either language reads of as many people, on the same day."""

    name = "same-figures"
    place = 103
    asks = (
        "a summary, a note or a value in words gives the same numbers and names the same months in"
        " English and in Arabic, numbers in figures"
    )

    def of_record(self, record: Record) -> Iterator[Problem]:
        """Find texts that give a number or name a month in one language alone."""
        for path, text in texts_of(record):
            for language, other in _LANGUAGES if text.en and text.ar else ():
                if missing := _only_in(text, language, other):
                    yield Problem(
                        (*path, other),
                        Sentence("{given} stands in the other language alone", given=missing),
                        Sentence("Give the same in both, numbers in figures"),
                    )


def _only_in(text: Bilingual, language: Language, other: Language) -> str:
    """The numbers and months of a text that it does not give in the other language."""
    given, repeated = text.in_(language), text.in_(other)
    only = sorted(numbers(given) - numbers(repeated))
    missing = sorted(months(given, language) - months(repeated, other))
    return Listed([*only, *(MONTH_NAMES[language][month - 1] for month in missing)])
