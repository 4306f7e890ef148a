"""A record is named and summarised in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from store.checking.rule import Rule
from store.errors import Problem, Sentence
from store.model.records import Record

_MISSING: Final = {
    ("name", "en"): Sentence("the name is missing in English"),
    ("name", "ar"): Sentence("the name is missing in Arabic"),
    ("summary", "en"): Sentence("the summary is missing in English"),
    ("summary", "ar"): Sentence("the summary is missing in Arabic"),
}


class BothLanguages(Rule):
    """A reader of either language finds every record."""

    name = "both-languages"
    place = 10
    asks = "a record has its name and its summary in English and in Arabic"
    is_named = False

    def of_record(self, record: Record) -> Iterator[Problem]:
        """Find the languages in which a name or summary is missing."""
        for (field, language), what in _MISSING.items():
            if not getattr(getattr(record, field), language):
                yield Problem((field, language), what, Sentence("Add it"))
