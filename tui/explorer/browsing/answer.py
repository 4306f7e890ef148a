"""What the list answers a question with: all records, or names and then text that were found."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Final, NamedTuple

from store.model.records import NameHit, TextHit
from store.model.vocabulary import Language
from tui.explorer.browsing.history import Question
from tui.explorer.drawing.listing import (
    Entry,
    FixedListing,
    Heading,
    Line,
    Listing,
    Marks,
    Remark,
    RowsListing,
)
from tui.messages import say

if TYPE_CHECKING:
    from store.search.query_language import Term
    from store.store import Store

_NAMES: Final = 40
_TEXTS: Final = 200


class Answer(NamedTuple):
    """A listing and what the user should know about it."""

    question: Question
    listing: Listing
    names: int = 0
    texts: int = 0
    more: bool = False
    """There may be more hits in the text than are listed."""
    terms: tuple[Term, ...] = ()
    """What to mark in the records."""

    def marks(self, text: str) -> Marks:
        """Where what was looked for stands in a text."""
        return _marks(text, self.terms)

    @property
    def in_words(self) -> str:
        """How much was found, in the interface's language."""
        count = self.listing.entry_count
        if not self.question.query:
            return say("list.records", count=count)
        if not count:
            return say("search.nothing")
        names, texts = say("search.names", count=self.names), say("search.texts", count=self.texts)
        return say("search.found-more" if self.more else "search.found", names=names, texts=texts)

    @property
    def keys(self) -> list[str]:
        """Keys of the records in the list, in its order, each once."""
        entries = range(self.listing.entry_count)
        return list(dict.fromkeys(self.listing.key_of(entry) for entry in entries))


class FoundListing(FixedListing):
    """Names and then hits in the text, whose marks and snippets are made when they are shown."""

    def __init__(
        self,
        names: list[Line],
        hits: list[TextHit],
        *,
        language: Language,
        terms: tuple[Term, ...],
        reading: AbstractContextManager[object],
    ) -> None:
        """Show an answer.

        Args:
            names: lines for the records found by name.
            hits: the records found by their text.
            language: in which records are called.
            terms: what was looked for; without any, as for filters alone, nothing is quoted.
            reading: held while the store is read.
        """
        lines = [*names, Heading(say("list.in-text"))] if hits else list(names)
        self._hits: dict[int, TextHit] = {}
        self._language = language
        self._terms = terms
        self._reading = reading
        for hit in hits:
            self._hits[len(lines)] = hit
            lines.append(Entry(hit.row, hit.row.date))
            if terms:
                self._hits[len(lines)] = hit
                lines.append(Remark(""))
        super().__init__(lines)

    def __eq__(self, other: object) -> bool:
        """The same lines with the same marks are the same listing."""
        return (
            super().__eq__(other)
            and isinstance(other, FoundListing)
            and (self._terms == other._terms)
        )

    __hash__ = None  # equal by what it holds

    def line(self, y: int) -> Line:
        """The line at `y`, with what was looked for marked in it."""
        line = super().line(y)
        if not (hit := self._hits.get(y)):
            return line
        if isinstance(line, Entry):
            return line._replace(marks=_marks(hit.row.name.prefer(self._language), self._terms))
        with self._reading:
            return Remark(*hit.snippet)


def answer(
    store: Store,
    question: Question,
    language: Language,
    reading: AbstractContextManager[object],
    early: Callable[[Answer], None] | None = None,
) -> Answer:
    """Answer a question.

    Args:
        store: only one thread may use it at a time.
        question: what to look for.
        language: of the interface.
        reading: held whenever the store is read.
        early: told the names that were found while the text is still being searched.

    Raises:
        store.errors.StoreError: the store cannot be read.
    """
    query = question.query.strip()
    if not query:
        with reading:
            rows = store.records(question.kind, order=question.order, language=language)
        by_date = question.order == "date"
        return Answer(question, RowsListing(rows, reading, by_date=by_date))
    from store.search.query_language import parse  # the first screen asks nothing

    with reading:
        kinds = [question.kind] if question.kind else None
        parsed = parse(query)
        # Filters hold for names too, and only the search in the text knows them.
        names = [] if parsed.filters else store.lookup(query, kinds=kinds, limit=_NAMES)
        if names and early:
            early(Answer(question, FixedListing(_name_lines(names, language)), len(names)))
        texts = store.search(query, kinds=kinds, limit=_TEXTS, language=language)
    more = len(texts) == _TEXTS
    found = {hit.key for hit in names}
    texts = [hit for hit in texts if hit.key not in found]
    listing = FoundListing(
        _name_lines(names, language), texts, language=language, terms=parsed.terms, reading=reading
    )
    return Answer(question, listing, len(names), len(texts), more, parsed.terms)


def _name_lines(hits: list[NameHit], language: Language) -> list[Line]:
    lines: list[Line] = [Heading(say("list.names"))] if hits else []
    for hit in hits:
        lines.append(Entry(hit.row, hit.row.date))
        if hit.role == "alias":
            lines.append(Remark(say("list.alias", name=hit.matched)))
    return lines


def _marks(text: str, terms: tuple[Term, ...]) -> Marks:
    if not terms:
        return ()
    from store.search.snippets import marks_in  # with what it needs, only searches pay for it

    return marks_in(text, terms)
