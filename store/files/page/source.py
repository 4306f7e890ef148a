"""The page of a source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from store.files.page.lines import Line, Text, line, lines_named, names_for_reader, texts
from store.files.page.words import language_name, word
from store.model import dates
from store.model.records import Row, Source
from store.model.vocabulary import READINGS, SOURCE_TYPES, Language
from store.tuples import NamedTuple


class SourcePage(NamedTuple):
    """A source in words."""

    language: Language
    key: str
    names: tuple[str, ...]
    """Its titles, that in the page's language first."""
    kind: str
    type: str
    """Empty where it is not known."""
    fields: tuple[Line, ...]
    texts: tuple[Text, ...]
    """Notes about it, that in the page's language first."""
    citing: tuple[Row, ...]
    """The records that cite it."""

    def lines(self, names: Iterable[str]) -> Iterator[Line]:
        """The lines of those names, in the order of the names."""
        for name in names:
            yield from lines_named(self.fields, name)


def source_page(source: Source, language: Language, citing: Iterable[Row] = ()) -> SourcePage:
    """Put a source into words.

    Args:
        source: the source.
        language: of the reader.
        citing: the records that cite it.
    """
    label = SOURCE_TYPES.get(source.type)
    source_type = label.in_(language) if label else source.type
    values = {
        "type": source_type,
        "publisher": source.publisher,
        "relays": source.relays,
        "date": dates.for_reader(source.date, language) if source.date else "",
        "language": language_name(source.language, language),
        "language code": source.language,
        "address": source.url,
        "read": READINGS[source.read].in_(language) if source.read else "",
        "hash": source.sha256,
        "sentences": str(len(source.sentences) or ""),
    }
    return SourcePage(
        language=language,
        key=source.key,
        names=names_for_reader(source.title, language),
        kind=word("a source", language),
        type=source_type,
        fields=tuple(line(name, language, value) for name, value in values.items() if value),
        texts=texts(source.note, language),
        citing=tuple(citing),
    )
