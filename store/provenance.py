"""Who stands behind a record: sources that pass on the same report count once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from store.records import Citation, Source
from store.vocabulary import Language


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
