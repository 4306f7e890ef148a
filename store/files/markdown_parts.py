"""The parts of a page that are made from a record's data: facts, relations, footnotes, sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final, Literal, NamedTuple

from store.files.markdown_text import escape
from store.model import dates
from store.model.properties import value_in_words
from store.model.provenance import independent_reporters, supporting_citations
from store.model.records import Citation, Fact, Record, Related, Row, Source
from store.model.vocabulary import (
    COLLECTIONS,
    CONFIDENCES,
    KINDS,
    PREDICATES,
    PROPERTIES,
    SOURCE_TYPES,
    STANDINGS,
    TYPES,
    Kind,
    Label,
    Language,
)
from store.text.printable import printable

Address = Callable[[str, Kind | Literal["source"]], str]
"""Where a link to a record or source leads; an empty text where there is nothing to link to."""

RIGHT_TO_LEFT: Final = '<div dir="rtl" lang="ar">'
LEFT_TO_RIGHT: Final = "</div>"

_WORDS: Final = {
    "facts": Label("Facts", "بيانات"),
    "relations": Label("Relations", "علاقات"),
    "cited by": Label("Cited by", "يُستشهد به في"),
    "property": Label("Property", "البيان"),
    "value": Label("Value", "القيمة"),
    "source": Label("Source", "المصدر"),
    "differing": Label("differing value", "قيمة أخرى"),
    "type": Label("Type", "النوع"),
    "standing": Label("Standing", "الحال"),
    "collection": Label("Collection", "المجموعة"),
    "confidence": Label("Confidence", "درجة الثقة"),
    "independent": Label("Independent sources", "مصادر مستقلة"),
    "aliases": Label("Other names", "أسماء أخرى"),
    "coordinates": Label("Coordinates", "الإحداثيات"),
    "identifiers": Label("Identifiers", "المعرّفات"),
    "publisher": Label("Publisher", "الناشر"),
    "relays": Label("Passes on", "ينقل عن"),
    "date": Label("Date", "التاريخ"),
    "language": Label("Language", "اللغة"),
    "address": Label("Address", "العنوان"),
    "hash": Label("SHA-256 of its text", "بصمة نصه (SHA-256)"),
    "sentences": Label("Sentences", "عدد الجمل"),
    "sentence": Label("sentence", "الجملة"),
    "since": Label("since", "منذ"),
    "until": Label("until", "حتى"),
    "disputed": Label("disputed", "مختلف عليها"),
    "comma": Label(", ", "، "),
    "colon": Label(": ", ": "),
}


class _Line(NamedTuple):
    """A line of the table of facts; value and marks are Markdown."""

    label: str
    value: str
    marks: str = ""


def word(name: str, language: Language) -> str:
    """One of the words that stand between a record's data, as `language` says it."""
    return _say(_WORDS[name], language)


def right_to_left(markdown: str) -> str:
    """Put blocks of Arabic Markdown where readers lay them out from the right."""
    return f"{RIGHT_TO_LEFT}\n\n{markdown.strip()}\n\n{LEFT_TO_RIGHT}"


def in_direction(markdown: str, language: Language) -> str:
    """Put blocks into the direction of their language."""
    return right_to_left(markdown) if language == "ar" else markdown.strip()


def heading(level: int, text: str) -> str:
    """Write a heading that holds plain text."""
    return f"{'#' * level} {escape(text)}"


# --- facts ---------------------------------------------------------------------------------------


def facts_table(record: Record, language: Language, sources: Mapping[str, Source]) -> str:
    """Write what a record states: a line a value, the preferred one of a property first.

    Args:
        record: whose facts are written.
        language: of labels and texts.
        sources: by key, for how many of those it cites are independent.
    """
    lines = [
        *_description(record, language),
        *_provenance(record, language, sources),
        *(
            line
            for name, facts in groupby(record.facts, key=lambda fact: fact.property)
            for line in _property(name, list(facts), language)
        ),
        *_identifiers(record, language),
    ]
    return _table(lines, language)


def source_table(source: Source, language: Language) -> str:
    """Write what is known of a source."""
    address = f"<{printable(source.url)}>" if source.url else ""
    values = {
        "type": _label(SOURCE_TYPES.get(source.type), source.type, language),
        "publisher": escape(source.publisher),
        "relays": escape(source.relays),
        "date": dates.for_reader(source.date, language) if source.date else "",
        "language": escape(source.language),
        "address": address.replace("|", "%7C"),
        "hash": source.sha256 and f"`{source.sha256}`",
        "sentences": str(len(source.sentences) or ""),
    }
    lines = [_Line(word(name, language), value) for name, value in values.items() if value]
    return _table(lines, language, marks=False)


def _description(record: Record, language: Language) -> Iterator[_Line]:
    kind_type = _label(TYPES[record.kind].get(record.type), record.type, language)
    marks = _marks(record.citations)
    yield _Line(word("type", language), kind_type or _say(KINDS[record.kind], language), marks)
    if record.standing:
        yield _Line(word("standing", language), _say(STANDINGS[record.standing], language))
    aliases = record.aliases.ar if language == "ar" else record.aliases.en
    if aliases:
        comma = word("comma", language)
        yield _Line(word("aliases", language), comma.join(map(escape, aliases)))
    if record.coordinates:
        latitude, longitude = record.coordinates
        yield _Line(word("coordinates", language), f"{latitude}, {longitude}")


def _provenance(
    record: Record, language: Language, sources: Mapping[str, Source]
) -> Iterator[_Line]:
    yield _Line(word("collection", language), collection_name(record.collection, language))
    if record.confidence:
        yield _Line(word("confidence", language), confidence_name(record.confidence, language))
    reporters = independent_reporters(supporting_citations(record), sources, language)
    if reporters:
        names = word("comma", language).join(map(escape, reporters))
        yield _Line(
            word("independent", language), f"{len(reporters)}{word('colon', language)}{names}"
        )


def collection_name(collection: str, language: Language) -> str:
    """Say which collection a record belongs to: by its label, or as it was named."""
    return _label(COLLECTIONS.get(collection), collection, language)


def confidence_name(confidence: str, language: Language) -> str:
    """Say how well a record's sources agree: `A: two or more independent sources agree`."""
    meaning = _label(CONFIDENCES.get(confidence), "", language)
    return word("colon", language).join(part for part in (confidence, meaning) if part)


def _property(name: str, facts: Sequence[Fact], language: Language) -> Iterator[_Line]:
    label = _say(PROPERTIES[name], language)
    for index, fact in enumerate(facts):
        value = value_in_words(fact, language)
        note = fact.note.prefer(language)
        text = escape(value) + (f" ({escape(note)})" if note else "")
        shown = label if index == 0 else f"{label} ({word('differing', language)})"
        yield _Line(shown, text, _marks(fact.citations))


def _identifiers(record: Record, language: Language) -> Iterator[_Line]:
    if record.external:
        pairs = (f"{escape(name)} {escape(number)}" for name, number in record.external)
        yield _Line(word("identifiers", language), ", ".join(pairs))


def _table(lines: Sequence[_Line], language: Language, *, marks: bool = True) -> str:
    columns = 3 if marks else 2
    titles = [word(name, language) for name in ("property", "value", "source")]
    rows = [titles[:columns], ["---"] * columns, *(line[:columns] for line in lines)]
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


# --- relations -----------------------------------------------------------------------------------


def relations_list(
    related: Iterable[Related], language: Language, address: Address, level: int
) -> str:
    """Write relations of both directions under a heading for each predicate.

    Args:
        related: in the order of the vocabulary, as the store gives them.
        language: of labels and names.
        address: where links lead.
        level: of the headings.
    """
    blocks: list[str] = []
    for label, group in groupby(related, key=lambda one: predicate_for_reader(one, language)):
        blocks.append(heading(level, label))
        blocks.append("\n".join(f"- {_relation(one, language, address)}" for one in group))
    return "\n\n".join(blocks)


def predicate_for_reader(related: Related, language: Language) -> str:
    """Say a relation's predicate from the side of the record that was asked about."""
    predicate = PREDICATES[related.predicate]
    if related.direction == "out":
        return predicate.ar if language == "ar" else predicate.en
    return predicate.inverse_ar if language == "ar" else predicate.inverse_en


def relation_details(related: Related, language: Language) -> str:
    """Say when and how far a relation holds (plain text, logical order)."""
    details = [
        f"{word(name, language)} {dates.for_reader(date, language)}"
        for name, date in (("since", related.since), ("until", related.until))
        if date
    ]
    details += [word("disputed", language)] if related.disputed else []
    text = word("comma", language).join(details)
    note = related.note.prefer(language)
    return word("colon", language).join(part for part in (text, note) if part)


def _relation(related: Related, language: Language, address: Address) -> str:
    details = relation_details(related, language)
    text = link(related.other, language, address) + (f" ({escape(details)})" if details else "")
    marks = _marks(related.citations)
    return f"{text} {marks}" if marks else text


def link(row: Row, language: Language, address: Address) -> str:
    """Write a record's name, as a link where there is something to link to."""
    return _link(row.name.prefer(language), address(row.key, row.kind))


def _link(text: str, target: str) -> str:
    return f"[{escape(text)}]({target})" if target else escape(text)


# --- citations -----------------------------------------------------------------------------------


def footnotes(
    citations: Iterable[Citation],
    sources: Mapping[str, Source],
    language: Language,
    address: Address,
) -> str:
    """Write the definition of every footnote, each linked to its source."""
    return "\n".join(
        f"[^{citation.label}]: {_cited(citation, sources.get(citation.source), language, address)}"
        for citation in {citation.label: citation for citation in citations}.values()
    )


def _cited(citation: Citation, source: Source | None, language: Language, address: Address) -> str:
    title = source.title.prefer(language) if source else citation.source
    text = _link(title, address(citation.source, "source") if source else "")
    where = citation_place(citation, source, language)
    return f"{text}{word('comma', language)}{escape(where)}" if where else text


def citation_place(citation: Citation, source: Source | None, language: Language) -> str:
    """Say where in its source a citation points: `sentence 2`, or the locator as it is."""
    if source and source.sentences and citation.locator.isdecimal():
        return f"{word('sentence', language)} {citation.locator}"
    return citation.locator


def _marks(citations: Iterable[Citation]) -> str:
    # Set apart, as two raised figures side by side would read as one number.
    return " ".join(f"[^{citation.label}]" for citation in citations)


def _say(label: Label | object, language: Language) -> str:
    return str(getattr(label, language))


def _label(label: Label | None, otherwise: str, language: Language) -> str:
    return _say(label, language) if label else otherwise
