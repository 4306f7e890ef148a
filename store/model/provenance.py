"""Who stands behind a record: sources that pass on the same report count once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from store.model.records import Citation, Record, Source
from store.model.vocabulary import Language
from store.typed import Final

# What follows from what, and what is an example of what, are ties to other records: their sources
# tell of those.
_TIES: Final = frozenset({"follows", "instance-of", "part-of", "leads-to"})


def supporting_citations(record: Record) -> tuple[Citation, ...]:
    """What a record itself, its facts and its relations rest on, but for ties to other records."""
    found = dict.fromkeys(record.citations)
    for fact in record.facts:
        found.update(dict.fromkeys(fact.citations))
    for relation in record.relations:
        if relation.predicate not in _TIES:
            found.update(dict.fromkeys(relation.citations))
    return tuple(found)


def reporter(source: Source, language: Language) -> str:
    """Whose report a source is: of the agency or monitor it relays, else of its publisher."""
    return source.relays or source.publisher or source.title.prefer(language)


def independent_reporters(
    citations: Iterable[Citation], sources: Mapping[str, Source], language: Language
) -> tuple[str, ...]:
    """Name each reporter behind some citations once, in order of appearance.

    Args:
        citations: of a record, its facts and relations.
        sources: by key; a citation of one that is missing is left out.
        language: of the title by which a source without a publisher is named.
    """
    found: dict[str, str] = {}
    for citation in citations:
        source = sources.get(citation.source)
        if source:
            name = reporter(source, language)
            found.setdefault(name.casefold(), name)
    return tuple(found.values())
