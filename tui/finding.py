"""What the list answers a question with: all records, or names and then text that were found."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Final, NamedTuple

from store.records import NameHit, TextHit
from store.vocabulary import Language
from tui.history import Question
from tui.messages import say
from tui.panes.listing import (
    Entry,
    FixedListing,
    Heading,
    Line,
    Listing,
    Marks,
    Remark,
    RowsListing,
)

if TYPE_CHECKING:
    from store.query_language import Term
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
    def keys(self) -> list[str]:
        """Keys of the records in the list, in its order, each once."""
        entries = range(self.listing.entry_count)
        return list(dict.fromkeys(self.listing.key_of(entry) for entry in entries))


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
        listing = RowsListing(rows, reading, by_date=question.order == "date")
        return Answer(question, listing)
    from store.query_language import parse  # the first screen asks nothing

    with reading:
        kinds = [question.kind] if question.kind else None
        parsed = parse(query)
        # Filters hold for names too, and only the search in the text knows them.
        names = [] if parsed.filters else store.lookup(query, kinds=kinds, limit=_NAMES)
        if names and early:
            early(Answer(question, FixedListing(_name_lines(names, language)), len(names)))
        texts = store.search(query, kinds=kinds, limit=_TEXTS)
    more = len(texts) == _TEXTS
    found = {hit.key for hit in names}
    texts = [hit for hit in texts if hit.key not in found]
    lines = [*_name_lines(names, language), *_text_lines(texts, language, parsed.terms)]
    return Answer(question, FixedListing(lines), len(names), len(texts), more, parsed.terms)


def _name_lines(hits: list[NameHit], language: Language) -> list[Line]:
    lines: list[Line] = [Heading(say("list.names"))] if hits else []
    for hit in hits:
        lines.append(Entry(hit.row, hit.row.date))
        if hit.role == "alias":
            lines.append(Remark(say("list.alias", name=hit.matched)))
    return lines


def _text_lines(hits: list[TextHit], language: Language, terms: tuple[Term, ...]) -> list[Line]:
    lines: list[Line] = [Heading(say("list.in-text"))] if hits else []
    for hit in hits:
        name = hit.row.name.prefer(language)
        lines.append(Entry(hit.row, hit.row.date, marks=_marks(name, terms)))
        if terms and hit.snippet.text:
            lines.append(Remark(*hit.snippet))
    return lines


def _marks(text: str, terms: tuple[Term, ...]) -> Marks:
    if not terms:
        return ()
    from store.snippets import marks_in  # with what it needs, only searches pay for it

    return marks_in(text, terms)
