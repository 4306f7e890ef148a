"""A source can be found by its date and address, or its note says why not."""

from __future__ import annotations

from collections.abc import Iterator

from store.checking.rule import Rule
from store.errors import Problem, Sentence
from store.model.records import Source


class TraceableSource(Rule):
    """A reader can look the source up."""

    name = "traceable-source"
    place = 135
    asks = "a source has a date and an address, or its note says why it has none"

    def of_source(self, source: Source) -> Iterator[Problem]:
        """Find sources that lack either, without a word on it."""
        if source.note.en or source.note.ar:
            return
        for field, given in (("date", source.date), ("url", source.url)):
            if not given:
                yield Problem(
                    (field,),
                    Sentence("the source has no {field}", field=field),
                    Sentence("Add it, or say in a note why it has none"),
                )
