"""Each language reads as one writes it, not as a translation of the other.

The phrases are data, in seeds/wording.yaml.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from store.checking.rule import Rule
from store.checking.texts import texts_of
from store.checking.wording import wording
from store.errors import Problem, Sentence
from store.model.records import Record
from store.model.vocabulary import Language

_LANGUAGES: Final[tuple[Language, ...]] = ("en", "ar")


class PlainWording(Rule):
    """A phrase that only a translation has gives way to the usual one."""

    name = "plain-wording"
    place = 112
    asks = (
        "a text has no phrase that reads as translated, or is a usual slip of its language"
        " (`seeds/wording.yaml`)"
    )

    def of_record(self, record: Record) -> Iterator[Problem]:
        """Find phrases that the list has a better one for."""
        for path, text in texts_of(record):
            for language in _LANGUAGES:
                for found in wording(language).slips_in(text.in_(language)):
                    yield Problem(
                        (*path, language),
                        Sentence("{phrase} reads as translated", phrase=repr(found.phrase)),
                        Sentence("Write {instead}", instead=repr(found.instead)),
                        found.phrase,
                    )
