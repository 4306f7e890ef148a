"""Every sentence of a source that is numbered by sentences is cited by a record."""

from __future__ import annotations

from collections.abc import Iterator

from store.checking.collection import Collection
from store.checking.rule import Rule
from store.errors import Listed, Problem, Sentence
from store.model.records import Citation, Record, Source


class SentencesCited(Rule):
    """Nothing that a text says is left out."""

    name = "sentences-cited"
    place = 140
    asks = "every sentence of a source that is numbered by sentences is cited by a record"
    is_named = False

    def __init__(self, collection: Collection) -> None:
        self._cited: set[Citation] = set()

    def of_record(self, record: Record) -> tuple[()]:
        """Remember what a record cites."""
        self._cited.update(record.every_citation())
        return ()

    def of_source(self, source: Source) -> Iterator[Problem]:
        """Find the sentences of a source that no record cites."""
        numbers = map(str, range(1, len(source.sentences) + 1))
        missing = [n for n in numbers if Citation(source.key, n) not in self._cited]
        if not missing:
            return
        what = Sentence("no record cites sentence {numbers}", numbers=missing[0])
        if len(missing) > 1:
            what = Sentence("no record cites sentences {numbers}", numbers=Listed(missing))
        todo = Sentence(
            "Cite it where it is used: {source}#{number}", source=source.key, number=missing[0]
        )
        yield Problem(("sentences",), what, todo)
