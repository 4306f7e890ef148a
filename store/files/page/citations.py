"""Citations in words: which source, and where in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from store.files.markdown_text import label_of
from store.files.page.words import collection_name, word
from store.model import dates
from store.model.passages import with_citations
from store.model.records import Citation, Source
from store.model.vocabulary import COLLECTIONS, Language
from store.tuples import NamedTuple

Sources = Mapping[str, Source]
"""Sources by key."""


class CitedSource(NamedTuple):
    """A source in a few words."""

    key: str
    name: str
    """A word or two: who published it, or what it is called."""
    title: str
    publisher: str
    date: str
    """In words."""
    url: str


class Reference(NamedTuple):
    """A citation that a page makes, with the place in its source."""

    number: int
    """Within the page, from 1."""
    citation: Citation
    source: CitedSource | None
    """None where the store holds no such source."""
    place: str
    """Where in the source: `sentence 2`, or the locator as it is."""

    @property
    def title(self) -> str:
        """What the source is called, its key where nothing else is known."""
        return self.source.title if self.source else self.citation.source


def references(
    citations: Iterable[Citation], sources: Sources, language: Language
) -> tuple[Reference, ...]:
    """Number citations, and say of each where in which source it points.

    Args:
        citations: in order of appearance; one that comes again keeps its number.
        sources: those that are cited; others may be among them.
        language: of the reader.
    """
    once = dict.fromkeys(citations)
    cited = {
        key: cited_source(sources[key], language)
        for key in {citation.source for citation in once}
        if key in sources
    }
    return tuple(
        Reference(
            number,
            citation,
            cited.get(citation.source),
            place_in(sources.get(citation.source), [citation.locator], language),
        )
        for number, citation in enumerate(once, start=1)
    )


def with_marks(text: str, write: Callable[[str], str]) -> str:
    """A summary with the citations in it as a printer writes them.

    Args:
        text: with `[^article-2]` for a citation.
        write: makes of its label (`article-2`) what is to stand there.
    """
    return with_citations(text, lambda mark: write(label_of(mark)))


def by_source(references: Iterable[Reference]) -> dict[str, list[Reference]]:
    """References by the key of their source, in order of appearance."""
    found: dict[str, list[Reference]] = {}
    for reference in references:
        found.setdefault(reference.citation.source, []).append(reference)
    return found


def place_in(source: Source | None, locators: Iterable[str], language: Language) -> str:
    """Where in a source something stands: `sentence 2, 5`, or the locators as they are.

    A source of which the sentences are known is cited by their numbers; what other locators mean
    is for each source to say.
    """
    known = list(dict.fromkeys(locator for locator in locators if locator))
    places = word("comma", language).join(known)
    if source and source.sentences and known and all(map(str.isdecimal, known)):
        return f"{word('sentence', language)} {places}"
    return places


def cited_source(source: Source, language: Language) -> CitedSource:
    """Put a source into a few words."""
    title = source.title.prefer(language)
    return CitedSource(
        key=source.key,
        name=retold(source, language) or source.publisher or title or source.key,
        title=title,
        publisher=source.publisher,
        date=dates.for_reader(source.date, language) if source.date else "",
        url=source.url,
    )


def retold(source: Source, language: Language) -> str:
    """What readers call a text that a collection retells (`the article`), empty for others.

    Its sentences are numbered, and the collection bears its key.
    """
    is_retold = source.sentences and source.key in COLLECTIONS
    return collection_name(source.key, language) if is_retold else ""
