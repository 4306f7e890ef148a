"""What the list answers a question with: all records, or names and then text that were found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Final

from store.model import questions
from store.model.questions import Highlighter, Hits, QueryRemark
from store.model.records import NO_SLIPS, Citation, NameHit, Slips, SourceHit, TextHit
from store.model.vocabulary import Kind, Language
from store.tuples import NamedTuple
from tui.explorer.browsing.history import Question
from tui.explorer.drawing.listing import (
    Entry,
    FixedListing,
    Heading,
    Highlights,
    Line,
    Listing,
    Quoted,
    Remark,
    RowsListing,
    source_key,
)
from tui.messages import say

if TYPE_CHECKING:
    from store.store import Store
    from store.texts.held import SentencesFound


_QUOTED: Final = 50
"""Sentences of one text that are listed; the reader walks all of them."""
_IN_GROUP: Final = 10
"""Sources that are listed below records; their tab has all."""


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
    asks_nothing: bool = False
    """Nothing is asked yet, as the query is but the beginning of a filter."""
    suggestion: str = ""
    """What may have been meant by a query that found nothing."""
    some: int = 0
    """How many of those in the text have only some of the words."""
    slips: Slips = NO_SLIPS
    """What was searched in the text instead."""
    by_kind: Mapping[Kind, int] | None = None
    """How many the question finds of each kind; None for all there are."""
    source_count: int | None = None
    """How many sources it finds, listed or not; None for all there are."""
    is_of_sources: bool = False
    """The list holds sources and no records."""
    listed_sources: int = 0
    """How many of them are listed below the records."""
    in_texts: Mapping[str, SentencesFound] | None = None
    """What was found in texts of sources, by their keys; None where nothing was looked for there.
    """

    @property
    def is_found_by_words(self) -> bool:
        """Words of a query are looked for, so that some is found better than other."""
        return bool(self.question.query.strip() and self.highlighter)

    @property
    def order(self) -> str:
        """The order of the listing: `ranked` is the best first."""
        question = self.question
        return question.found_order or "ranked" if self.is_found_by_words else question.order

    def highlights(self, text: str) -> Highlights:
        """Where what was looked for stands in a text."""
        return self.highlighter.spans(text) if self.highlighter else ()

    @property
    def in_words(self) -> str:
        """How much was found, in the interface's language."""
        count = self.listing.entry_count
        if self.in_texts:
            found = sum(each.total for each in self.in_texts.values())
            return say("list.sentences-found", count=found)
        if self.is_of_sources or (self.listed_sources and not (self.names or self.texts)):
            return say("list.sources-found", count=self.source_count or count)
        if not self.question.query.strip() or self.asks_nothing:
            return say("list.records", count=count)
        if not count:
            return say("search.nothing")
        names = say("search.names", count=self.names)
        texts = say("search.texts", count=self.texts - self.some)
        if self.some:
            some = say("search.some", count=self.some)
            return say("search.found-some", names=names, texts=texts, some=some)
        return say("search.found-more" if self.more else "search.found", names=names, texts=texts)

    @property
    def keys(self) -> list[str]:
        """Keys of the records in the list, in its order, each once."""
        found = map(self.listing.key_of, range(self.listing.entry_count))
        return list(dict.fromkeys(key for key in found if not source_key(key)))


class FoundListing(FixedListing):
    """Names and then hits in the text, whose snippets are made when they are shown."""

    def __init__(
        self,
        hits: Hits,
        *,
        language: Language,
        reading: AbstractContextManager[object],
        sources: int = 0,
    ) -> None:
        """Show what a question found.

        Args:
            hits: records found by name, and others by their text; filters alone quote nothing.
            language: in which records are called.
            sources: how many of the sources follow, as a group of their own.
            reading: held while the store is read.
        """
        self._texts: dict[int, TextHit] = {}
        self._hits: dict[str, NameHit | TextHit] = {hit.key: hit for hit in hits.texts}
        self._hits |= {hit.key: hit for hit in hits.names}
        self._is_headed = False
        self._language = language
        self._highlighter = hits.highlighter
        self._reading = reading
        lines: list[Line] = []
        if hits.keys_in_order is None:
            lines += _name_lines(hits.names, language)
            if hits.texts and hits.texts[0].match == "all":
                lines.append(Heading(say("list.in-text")))
            for hit in hits.texts:
                self._add_text(lines, hit)
        else:
            names = {hit.key: hit for hit in hits.names}
            texts = {hit.key: hit for hit in hits.texts}
            for key in hits.keys_in_order:
                if key in names:
                    lines += _lines_of_name(names[key])
                else:
                    self._add_text(lines, texts[key])
        super().__init__([*lines, *(_group_of(sources, hits, language) if sources else ())])

    def _add_text(self, lines: list[Line], hit: TextHit) -> None:
        if hit.match == "some" and not self._is_headed:
            lines.append(Heading(say("list.some-words")))
            self._is_headed = True
        self._texts[len(lines)] = hit
        lines.append(Entry(hit.row, hit.row.date))
        if self._highlighter:
            self._texts[len(lines)] = hit
            lines.append(Remark(""))

    def hit(self, key: str) -> NameHit | TextHit | None:
        """Why a record is listed: by which of its names, or by its text; None for a source."""
        return self._hits.get(key)

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
    suffices: Callable[[Listing], bool] | None = None,
) -> Answer:
    """Answer a question.

    Args:
        store: only one thread may use it at a time.
        question: what to look for.
        language: of the interface.
        reading: held whenever the store is read.
        early: told the names that were found while the text is still being searched.
        suffices: whether a list of the records alone is enough; the sources that are found stand
            below them, and to find the first takes as long as the records. None for all.

    Raises:
        store.errors.StoreError: the store cannot be read.
    """
    query = question.query.strip()
    if question.kind == "source":
        return _sources(store, question, language, reading)
    if not query:
        return _everything(store, question, language, reading)

    def show_names(names: list[NameHit]) -> None:
        if early:
            early(Answer(question, FixedListing(_name_lines(names, language)), len(names)))

    with reading:
        kinds = [question.record_kind] if question.record_kind else None
        asked = questions.Question(query, kinds, language, question.found_order, question.order)
        hits = store.find(asked, show_names, with_sources=suffices is None)
        if suffices and not (
            hits.is_of_sources or suffices(FoundListing(hits, language=language, reading=reading))
        ):
            hits = hits._replace(sources=store.sources_beside(query))
        in_texts = _found_in_texts(store, query, hits)
        is_vain = not (
            hits.names or hits.texts or hits.remark or any(hits.by_kind.values()) or hits.sources
        )
        suggestion = store.suggest(query) if is_vain else ""
    if hits.is_of_sources:
        return _answer_of_sources(question, hits, language, in_texts)
    if hits.asks_nothing:
        everything = _everything(store, question, language, reading)
        return everything._replace(remark=hits.remark, asks_nothing=True)
    # Filters are mostly of records: what these cite has its own tab.
    is_group = question.kind is None and not (":" in query and store.filters_in(query))
    listed = min(len(hits.sources), _IN_GROUP) if is_group else 0
    listing = FoundListing(hits, language=language, reading=reading, sources=listed)
    return Answer(
        question,
        listing,
        len(hits.names),
        len(hits.texts),
        hits.has_more,
        hits.highlighter,
        hits.remark,
        suggestion=suggestion,
        some=sum(hit.match == "some" for hit in hits.texts),
        slips=hits.slips,
        by_kind=hits.by_kind,
        source_count=len(hits.sources),
        listed_sources=listed,
    )


def _sources(
    store: Store, question: Question, language: Language, reading: AbstractContextManager[object]
) -> Answer:
    """The sources that a question finds, or all there are."""
    query = question.query.strip()
    asked = questions.Question(
        query, None, language, question.found_order, question.order, of_sources=True
    )
    with reading:
        hits = store.find(asked)
        in_texts = _found_in_texts(store, query, hits)
        suggestion = store.suggest(query) if query and not (hits.sources or hits.remark) else ""
    answered = _answer_of_sources(question, hits, language, in_texts)
    if not query:
        return answered._replace(by_kind=None, source_count=None)
    return answered._replace(suggestion=suggestion)


def _found_in_texts(store: Store, query: str, hits: Hits) -> Mapping[str, SentencesFound] | None:
    """The sentences that were looked for in texts of sources, by the keys of these."""
    if not hits.in_texts:
        return None
    return {each.source: each for each in store.search_texts(query, shown=_QUOTED)}


def _answer_of_sources(
    question: Question,
    hits: Hits,
    language: Language,
    in_texts: Mapping[str, SentencesFound] | None,
) -> Answer:
    lines = _source_lines(hits.sources, hits.highlighter, language)
    if in_texts:
        lines = list(_quoting(lines, in_texts))
    return Answer(
        question,
        FixedListing(lines),
        in_texts=in_texts,
        highlighter=hits.highlighter,
        remark=hits.remark,
        by_kind=hits.by_kind,
        source_count=len(hits.sources),
        is_of_sources=True,
    )


def _group_of(count: int, hits: Hits, language: Language) -> list[Line]:
    """The first sources below the records that were found."""
    heading = say("list.sources")
    if len(hits.sources) > count:
        heading = say("list.sources-of", shown=count, total=len(hits.sources))
    lines = _source_lines(hits.sources[:count], hits.highlighter, language)
    return [Heading(heading), *lines]


def _source_lines(
    hits: Sequence[SourceHit], highlighter: Highlighter, language: Language
) -> list[Line]:
    """A source a line, and below it who published it."""
    lines: list[Line] = []
    for row in (hit.row for hit in hits):
        lines.append(Entry(row, row.date, highlighter.spans(row.name.prefer(language))))
        if row.publisher:
            lines.append(Remark(row.publisher, highlighter.spans(row.publisher)))
    return lines


def _quoting(lines: Iterable[Line], found: Mapping[str, SentencesFound]) -> Iterator[Line]:
    """Lines of sources, below each the sentences of its text that were found."""
    for line in lines:
        if isinstance(line, Remark):
            continue  # who published it: the page of the source says so
        yield line
        if isinstance(line, Entry) and (each := found.get(line.row.key)):
            for sentence in each.sentences:
                citation = Citation(each.source, str(sentence.number))
                yield Quoted(citation, sentence.line, sentence.highlights)
            if more := each.total - len(each.sentences):
                yield Remark(say("list.sentences-more", count=more))


def _everything(
    store: Store, question: Question, language: Language, reading: AbstractContextManager[object]
) -> Answer:
    with reading:
        rows = store.records(question.record_kind, order=question.order, language=language)
    return Answer(question, RowsListing(rows, reading))


def _name_lines(hits: Sequence[NameHit], language: Language) -> list[Line]:
    """Those that are surely meant, and below a heading of their own those that may be."""
    sure = [hit for hit in hits if hit.sure]  # they come first
    lines: list[Line] = [Heading(say("list.names"))] if sure else []
    for hit in sure:
        lines += _lines_of_name(hit)
    perhaps = hits[len(sure) :]
    lines += [Heading(say("list.perhaps"))] if perhaps else []
    for hit in perhaps:
        lines += _lines_of_name(hit)
    return lines


def _lines_of_name(hit: NameHit) -> list[Line]:
    entry = Entry(hit.row, hit.row.date)
    if not hit.sure:
        return [entry, Remark(say("list.unsure", name=hit.matched))]
    return [entry, Remark(say("list.alias", name=hit.matched))] if hit.role == "alias" else [entry]
