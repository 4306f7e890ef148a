"""A record, its facts and its relations cite something, and what they cite is there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from store.checking.collection import Collection
from store.checking.rule import Rule
from store.errors import FieldPath, Problem, Sentence
from store.model.records import Citation, Record, Source


class EverythingCited(Rule):
    """A reader can ask of everything who says so."""

    name = "everything-cited"
    place = 30
    asks = (
        "a record and each of its facts and relations cite a source that is there, and where a"
        " source is numbered by sentences, one of these"
    )
    is_named = False

    def __init__(self, collection: Collection) -> None:
        self._source = collection.references.source

    def of_record(self, record: Record) -> Iterator[Problem]:
        """Find what cites nothing, and citations that lead nowhere."""
        if not record.every_citation():
            yield Problem(
                ("cite",), Sentence("nothing is cited"), Sentence("Cite what the record rests on")
            )
        for citation in record.citations:
            yield from self._leading_nowhere(citation, ("cite",))
        for path, citations in _parts(record):
            if not citations:
                todo = Sentence("Add cite: [source#locator]")
                yield Problem(path, Sentence("nothing is cited for it"), todo)
            for citation in citations:
                yield from self._leading_nowhere(citation, (*path, "cite"))

    def _leading_nowhere(self, citation: Citation, path: FieldPath) -> Iterator[Problem]:
        source = self._source(citation.source)
        if source is None:
            what = Sentence("there is no source {key}", key=repr(citation.source))
            yield Problem(path, what, Sentence("Correct the key, or add that source"))
        elif source.sentences and not _is_sentence(citation.locator, source):
            what = Sentence(
                "{reference} names no sentence of {source}",
                reference=citation.reference,
                source=source.key,
            )
            todo = Sentence(
                "Cite one of its sentences, {source}#1 to #{last}",
                source=source.key,
                last=len(source.sentences),
            )
            yield Problem(path, what, todo)


def _parts(record: Record) -> Iterator[tuple[FieldPath, tuple[Citation, ...]]]:
    """The facts and relations of a record, each by its path and with what it cites."""
    values: Counter[str] = Counter()
    for fact in record.facts:
        yield (fact.property, values[fact.property]), fact.citations
        values[fact.property] += 1
    for index, relation in enumerate(record.relations):
        yield ("relations", index), relation.citations


def _is_sentence(locator: str, source: Source) -> bool:
    """Whether a locator is a sentence's number; none at all cites the source as a whole."""
    return not locator or (locator.isdecimal() and 1 <= int(locator) <= len(source.sentences))
