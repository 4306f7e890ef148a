"""The page of a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from store.files.page.citations import Reference, Sources, references
from store.files.page.claims import page_citations
from store.files.page.lines import Line, Text, languages, line, lines_named, names_for_reader, texts
from store.files.page.movements import MovementTable, movement_tables
from store.files.page.places import NO_PLACES, Places, about
from store.files.page.relations import RelationGroup, relation_groups
from store.files.page.words import collection_name, confidence_parts, word
from store.model.properties import by_property, value_in_words
from store.model.provenance import independent_reporters, supporting_citations
from store.model.records import Bilingual, Citation, Movement, Record, Related
from store.model.statements import differing as differing_places
from store.model.statements import moves
from store.model.vocabulary import KINDS, PROPERTIES, STANDINGS, TYPES, Language
from store.tuples import NamedTuple
from store.typed import Final

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
    movements: tuple[MovementTable, ...]
    """Facts that say where people went: they are not among the others."""
    reporters: tuple[str, ...]
    """Those behind it that do not repeat each other."""
    references: tuple[Reference, ...]
    """Every citation of the page once, in order of appearance."""

    def sources(self, citations: Iterable[Citation]) -> str:
        """Name each source of some citations once, in a word or two."""
        found = {reference.citation: reference.source for reference in self.references}
        named = (found.get(citation) for citation in citations)
        names = dict.fromkeys(source.name for source in named if source)
        return word("comma", self.language).join(names)

    def lines(self, names: Iterable[str]) -> Iterator[Line]:
        """The lines of those names, in the order of the names; `FACTS` stands for all facts."""
        for name in names:
            yield from self.facts if name == FACTS else lines_named(self.fields, name)


def record_page(
    record: Record,
    language: Language,
    sources: Sources,
    related: Iterable[Related] = (),
    places: Places = NO_PLACES,
    moved: Iterable[Movement] = (),
) -> RecordPage:
    """Put a record into words.

    Args:
        record: the record.
        language: of the reader.
        sources: those that it cites; others may be among them.
        related: its relations in both directions, in the order of the vocabulary.
        places: what lists show of the zones that its facts and movements name.
        moved: who left it and who came, as other records say.
    """
    related, moved = tuple(related), tuple(moved)
    reporters = independent_reporters(supporting_citations(record), sources, language)
    return RecordPage(
        language=language,
        key=record.key,
        names=names_for_reader(record.name, language),
        kind=KINDS[record.kind].in_(language),
        type=_type(record, language),
        fields=tuple(_fields(record, reporters, language)),
        facts=tuple(_facts(record, language, places)),
        texts=texts(record.summary, language),
        relations=relation_groups(related, language),
        reporters=reporters,
        movements=movement_tables(record, moved, language, places),
        references=references(page_citations(record, related, moved), sources, language),
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


def _facts(record: Record, language: Language, places: Places) -> Iterator[Line]:
    differing = {id(record.facts[place]) for place in differing_places(record.facts)}
    for name, facts in by_property(record.facts):
        label = PROPERTIES[name].in_(language)
        for fact in facts:
            if moves(fact):
                continue
            yield Line(
                name,
                label,
                (value_in_words(fact, language), *about(fact, language, places)),
                joint=" · ",
                note=fact.note.prefer(language),
                citations=fact.citations,
                differing=id(fact) in differing,
                figures=not isinstance(fact.value, Bilingual),
                short_label=label,
                fact=fact,
            )
