"""The sources below a picture, as a reader sees them."""

from __future__ import annotations

from collections.abc import Iterable

from store.files.page.citations import cited_source
from store.model.records import Source
from store.model.vocabulary import Language
from tui.messages.digits import in_digits


def sources_in_words(sources: Iterable[Source], language: Language) -> tuple[str, ...]:
    """Each source in a line: who published it, what it is called, when, and its address."""
    lines = []
    for source in sources:
        cited = cited_source(source, language)
        date = in_digits(cited.date, language)
        said = dict.fromkeys((cited.name, cited.title or cited.key, date, cited.url))
        lines.append(" · ".join(part for part in said if part))
    return tuple(lines)
