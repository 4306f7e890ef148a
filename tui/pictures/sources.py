"""The sources below a picture, as a reader sees them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

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


def numbered_sources(
    keys: Sequence[str], sources: Iterable[Source], language: Language
) -> tuple[dict[str, int], tuple[str, ...]]:
    """Number sources, for a picture that says of each claim on which it rests.

    Args:
        keys: of the sources, each once, in the order of their numbers.
        sources: those of them that the store holds.
        language: of the reader.

    Returns:
        The number of each key, and each source in a line that begins with its number.
    """
    known = {source.key: source for source in sources}
    lines = []
    for number, key in enumerate(keys, start=1):
        said = sources_in_words([known[key]], language)[0] if key in known else key
        lines.append(f"{in_digits(f'[{number}]', language)} {said}")
    return {key: number for number, key in enumerate(keys, start=1)}, tuple(lines)
