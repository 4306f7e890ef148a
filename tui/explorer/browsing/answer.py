"""What the list answers a question with: all records, or names and then text that were found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, NamedTuple

from store.model import questions
from store.model.questions import Highlighter, Hits, QueryRemark
from store.model.records import NameHit, TextHit
from store.model.vocabulary import Language
from tui.explorer.browsing.history import Question
from tui.explorer.drawing.listing import (
    Entry,
    FixedListing,
    Heading,
    Highlights,
    Line,
    Listing,
    Remark,
    RowsListing,
)
from tui.messages import say

if TYPE_CHECKING:
    from store.store import Store


class Answer(NamedTuple):
    """A listing and what the user should know about it."""

    question: Question
    listing: Listing
    names: int = 0
    texts: int = 0
    more: bool = False
    """There may be more hits in the text than are listed."""
    highlighter: Highlighter | None = None
    """Finds in any text what was looked for; None where nothing was."""
    remark: QueryRemark | None = None
    """Why the query was not asked as it is written, where it was not."""

    def highlights(self, text: str) -> Highlights:
        """Where what was looked for stands in a text."""
        return self.highlighter.spans(text) if self.highlighter else ()

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
    """Names and then hits in the text, whose snippets are made when they are shown."""

    def __init__(
        self, hits: Hits, *, language: Language, reading: AbstractContextManager[object]
    ) -> None:
        """Show what a question found.

        Args:
            hits: records found by name, and others by their text; filters alone quote nothing.
            language: in which records are called.
            reading: held while the store is read.
        """
        lines = _name_lines(hits.names, language)
        if hits.texts:
            lines.append(Heading(say("list.in-text")))
        self._texts: dict[int, TextHit] = {}
        self._language = language
        self._highlighter = hits.highlighter
        self._reading = reading
        for hit in hits.texts:
            self._texts[len(lines)] = hit
            lines.append(Entry(hit.row, hit.row.date))
            if hits.highlighter:
                self._texts[len(lines)] = hit
                lines.append(Remark(""))
        super().__init__(lines)

    def __eq__(self, other: object) -> bool:
        """The same lines with the same highlights are the same listing."""
        return (
            super().__eq__(other)
            and isinstance(other, FoundListing)
            and (self._highlighter == other._highlighter)
        )

    __hash__ = None  # equal by what it holds

    def line(self, y: int) -> Line:
        """The line at `y`, with what was looked for marked in it."""
        line = super().line(y)
        if not (hit := self._texts.get(y)):
            return line
        if isinstance(line, Entry):
            name = hit.row.name.prefer(self._language)
            return line._replace(highlights=self._highlighter.spans(name))
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
        return Answer(question, RowsListing(rows, reading, by_date=question.order == "date"))

    def show_names(names: list[NameHit]) -> None:
        if early:
            early(Answer(question, FixedListing(_name_lines(names, language)), len(names)))

    with reading:
        kinds = [question.kind] if question.kind else None
        hits = store.find(questions.Question(query, kinds, language), show_names)
    listing = FoundListing(hits, language=language, reading=reading)
    return Answer(
        question,
        listing,
        len(hits.names),
        len(hits.texts),
        hits.has_more,
        hits.highlighter,
        hits.remark,
    )


def _name_lines(hits: Sequence[NameHit], language: Language) -> list[Line]:
    lines: list[Line] = [Heading(say("list.names"))] if hits else []
    for hit in hits:
        lines.append(Entry(hit.row, hit.row.date))
        if hit.role == "alias":
            lines.append(Remark(say("list.alias", name=hit.matched)))
    return lines
