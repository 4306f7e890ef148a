"""A claim with all that a card shows of it, read from the store where the page does not have it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from store.files.page import (
    Claim,
    Claims,
    Reference,
    Said,
    StatedFact,
    StatedRelation,
    page_citations,
    references,
    source_page,
    word,
)
from store.model.records import Citation, Related, Source
from store.model.vocabulary import Language
from store.texts.held import Around
from store.tuples import NamedTuple
from tui.explorer.browsing.browser import Browser
from tui.explorer.panes.record_text import described
from tui.messages import say
from tui.messages.digits import in_digits


class ClaimShown(NamedTuple):
    """A claim, and the sources that are needed to tell it."""

    claim: Claim
    language: Language
    numbers: Mapping[Citation, int]
    """Under which the page cites them; what differs may be cited elsewhere."""
    sources: Mapping[str, Source]
    sentences: Mapping[Citation, Around]
    """Those that are cited, of texts that the user holds."""

    @property
    def references(self) -> tuple[Reference, ...]:
        """Its citations, each with its number on the page."""
        found = references(self.claim.citations, self.sources, self.language)
        return tuple(
            each._replace(number=self.numbers.get(each.citation, each.number)) for each in found
        )

    def address(self, reference: Reference) -> str:
        """Where a source opens, empty where nothing says so."""
        return reference.source.url if reference.source else ""

    def reading(self, reference: Reference) -> str:
        """What a source is and how it was read, in words."""
        source = self.sources.get(reference.citation.source)
        if source is None:
            return ""
        lines = source_page(source, self.language).lines(("type", "language", "read"))
        return " · ".join(line.value for line in lines)

    def names(self, citations: Iterable[Citation]) -> str:
        """Who says something, in a word or two each."""
        found = references(citations, self.sources, self.language)
        names = dict.fromkeys(each.source.name for each in found if each.source)
        return word("comma", self.language).join(names)

    @property
    def to_copy(self) -> str:
        """The claim with its sources, for pasting into a text; in logical order."""
        claim = self.claim
        said = in_digits(claim.in_words, self.language) if claim.figures else claim.in_words
        sources = "; ".join(described(each, self.language) for each in self.references)
        return f"{said}. {say('copy.sources', sources=sources)}" if sources else f"{said}."


def claim_shown(browser: Browser, said: Said, language: Language) -> ClaimShown | None:
    """Look up what a card shows.

    Args:
        browser: shows the record on whose page it is said.
        said: what was pointed at.
        language: of the reader.

    Returns:
        None where no record is shown.

    Raises:
        store.errors.StoreError: the store cannot be read.
    """
    shown = browser.shown
    if shown is None:
        return None
    sources, stated_by = dict(shown.sources), None
    places = dict(shown.places)
    if isinstance(said, StatedFact) and said.record is not None:
        with browser.reading:
            stated_by = browser.store.get(said.record.key)
            places.update(browser.store.places_of([said.record.key]))
            keys = {citation.source for citation in stated_by.every_citation()}
            sources.update((each.key, each) for each in browser.store.sources(keys - set(sources)))
    claim = shown._replace(places=places).claims(language).told(said, stated_by)
    numbers = {citation: number for number, citation in enumerate(shown.citations, start=1)}
    return ClaimShown(claim, language, numbers, sources, _sentences(browser, claim.citations))


def relation_shown(browser: Browser, key: str, related: Related, language: Language) -> ClaimShown:
    """Look up what a card shows of a relation of any record.

    Args:
        browser: reads the store.
        key: of the record from which the relation is seen.
        related: the relation.
        language: of the reader.

    Raises:
        store.errors.StoreError: the store cannot be read.
        store.errors.UnknownKeyError: the record is no more there.
    """
    store = browser.store
    with browser.reading:
        record = store.get(key)
        around = store.related(key)
        cited = page_citations(record, around, store.movements(key))
        sources = {each.key: each for each in store.sources({each.source for each in cited})}
    claim = Claims(record, language, around).told(StatedRelation(related))
    numbers = {citation: number for number, citation in enumerate(cited, start=1)}
    return ClaimShown(claim, language, numbers, sources, _sentences(browser, claim.citations))


def _sentences(browser: Browser, citations: Iterable[Citation]) -> dict[Citation, Around]:
    """The sentences that citations name, of texts that the user holds."""
    with browser.reading:
        found = {each: browser.store.cited_sentence(*each) for each in citations}
    return {each: sentence for each, sentence in found.items() if sentence}
