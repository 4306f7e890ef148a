"""The page of a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from store.files.page.citations import Reference, Sources, references
from store.files.page.lines import Line, Text, languages, line, lines_named, names_for_reader, texts
from store.files.page.relations import RelationGroup, relation_groups
from store.files.page.words import collection_name, confidence_parts, word
from store.model.properties import by_property, value_in_words
from store.model.provenance import independent_reporters, supporting_citations
from store.model.records import Bilingual, Record, Related
from store.model.vocabulary import KINDS, PROPERTIES, STANDINGS, TYPES, Language

FACTS: Final = "facts"
"""Stands for the lines of all properties where a printer names the lines that it shows."""


class RecordPage(NamedTuple):
    """A record in words."""

    language: Language
    key: str
    names: tuple[str, ...]
    """In the languages that have one, the page's first."""
    kind: str
    type: str
    """The kind where the record has no type."""
    fields: tuple[Line, ...]
    """What is known of it besides its facts."""
    facts: tuple[Line, ...]
    """A line a value, properties in the vocabulary's order, the preferred value first."""
    texts: tuple[Text, ...]
    """Its summaries, that in the page's language first."""
    relations: tuple[RelationGroup, ...]
    reporters: tuple[str, ...]
    """Those behind it that do not repeat each other."""
    references: tuple[Reference, ...]
    """Every citation of the record once, in order of appearance."""

    def lines(self, names: Iterable[str]) -> Iterator[Line]:
        """The lines of those names, in the order of the names; `FACTS` stands for all facts."""
        for name in names:
            yield from self.facts if name == FACTS else lines_named(self.fields, name)


def record_page(
    record: Record, language: Language, sources: Sources, related: Iterable[Related] = ()
) -> RecordPage:
    """Put a record into words.

    Args:
        record: the record.
        language: of the reader.
        sources: those that it cites; others may be among them.
        related: its relations in both directions, in the order of the vocabulary.
    """
    reporters = independent_reporters(supporting_citations(record), sources, language)
    return RecordPage(
        language=language,
        key=record.key,
        names=names_for_reader(record.name, language),
        kind=KINDS[record.kind].in_(language),
        type=_type(record, language),
        fields=tuple(_fields(record, reporters, language)),
        facts=tuple(_facts(record, language)),
        texts=texts(record.summary, language),
        relations=relation_groups(related, language),
        reporters=reporters,
        references=references(record.every_citation(), sources, language),
    )


def _type(record: Record, language: Language) -> str:
    label = TYPES[record.kind].get(record.type)
    if label or not record.type:
        return (label or KINDS[record.kind]).in_(language)
    return record.type


def _fields(record: Record, reporters: Sequence[str], language: Language) -> Iterator[Line]:
    comma, colon = word("comma", language), word("colon", language)
    yield line("type", language, _type(record, language))._replace(citations=record.citations)
    if record.standing:
        yield line("standing", language, STANDINGS[record.standing].in_(language))
    for each in languages(language):
        if aliases := record.aliases.in_(each):
            yield line("aliases", language, *aliases, joint=word("comma", each))._replace(
                language=each
            )
    if record.coordinates:
        latitude, longitude = record.coordinates
        yield line("coordinates", language, f"{latitude}, {longitude}")
        degrees = (f"{each:.4f}" for each in record.coordinates)
        yield line("position", language, *degrees, joint=comma)._replace(figures=True)
    yield line("collection", language, collection_name(record.collection, language))
    if record.confidence:
        graded = confidence_parts(record.confidence, language)
        yield line("confidence", language, *graded, joint=colon)
    if reporters:
        first, *others = reporters
        counted = f"{len(reporters)}{colon}{first}"
        yield line("independent", language, counted, *others, joint=comma)
    if record.external:
        pairs = (f"{data_set} {number}" for data_set, number in record.external)
        yield line("identifiers", language, *pairs, joint=", ")
    for data_set, number in record.external:
        label = word("identifier", language).format(data_set=data_set)
        yield Line("identifier", label, (number,), short_label=label)


def _facts(record: Record, language: Language) -> Iterator[Line]:
    for name, facts in by_property(record.facts):
        label = PROPERTIES[name].in_(language)
        for position, fact in enumerate(facts):
            yield Line(
                name,
                label,
                (value_in_words(fact, language),),
                note=fact.note.prefer(language),
                citations=fact.citations,
                differing=position > 0 and not PROPERTIES[name].several,
                figures=not isinstance(fact.value, Bilingual),
                short_label=label,
            )
