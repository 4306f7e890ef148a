"""Records as plain mappings: the one shape of front matter, `show --json` and JSON Lines.

`record_from_mapping` is where imported text is proved to be a record. It collects every problem it
finds instead of stopping at the first, each with the path of the field it is about.
"""

from __future__ import annotations

from collections.abc import Mapping

from store.errors import RecordError
from store.model.reading.other_fields import other_fields_of
from store.model.records import (
    Bilingual,
    Citation,
    CitedFor,
    Fact,
    Record,
    Related,
    Relation,
    Source,
)
from store.model.vocabulary import PROPERTIES
from store.typed import Any


def record_from_mapping(mapping: Mapping[str, Any]) -> Record:
    """Build a record from its mapping.

    Raises:
        RecordError: with every problem found.
    """
    from store.model.record_reader import RecordReader  # which showing a record needs not

    reader = RecordReader()
    record = reader.record(mapping)
    if reader.problems:
        raise RecordError(reader.problems)
    return record


def source_from_mapping(mapping: Mapping[str, Any]) -> Source:
    """Build a source from its mapping.

    Raises:
        RecordError: with every problem found.
    """
    from store.model.record_reader import RecordReader  # which showing a record needs not

    reader = RecordReader()
    source = reader.source(mapping)
    if reader.problems:
        raise RecordError(reader.problems)
    return source


# --- to mappings ---------------------------------------------------------------------------


def record_to_mapping(record: Record) -> dict[str, Any]:
    """The record as a mapping of plain values in a fixed order; what is empty is left out."""
    mapping: dict[str, Any] = {
        "key": record.key,
        "kind": record.kind,
        "type": record.type,
        "collection": record.collection,
        "confidence": record.confidence,
        "name": _languages(record.name),
        "aliases": {code: list(names) for code, names in record.aliases._asdict().items() if names},
        "standing": record.standing,
        "coordinates": list(record.coordinates) if record.coordinates else None,
        "cite": _references(record.citations),
    }
    for name in dict.fromkeys((*PROPERTIES, *(fact.property for fact in record.facts))):
        mapping[name] = [fact_to_mapping(fact) for fact in record.facts_of(name)]
    mapping["relations"] = [_relation_to_mapping(relation) for relation in record.relations]
    mapping["external"] = _identifiers(record.external)
    mapping["summary"] = _languages(record.summary)
    return {**_without_empty(mapping), **other_fields_of(record.other_fields)}


def source_to_mapping(source: Source) -> dict[str, Any]:
    """The source as a mapping of plain values in a fixed order; what is empty is left out."""
    return _without_empty(
        {
            "key": source.key,
            "kind": "source",
            "type": source.type,
            "title": _languages(source.title),
            "publisher": source.publisher,
            "relays": source.relays,
            "date": source.date,
            "language": source.language,
            "url": source.url,
            "read": source.read,
            "sha256": source.sha256,
            "sentences": [list(sentence) for sentence in source.sentences],
            "note": _languages(source.note),
        }
    ) | other_fields_of(source.other_fields)


def fact_to_mapping(fact: Fact) -> dict[str, Any]:
    """A value with what it is about, as a list of its property has it."""
    value = _languages(fact.value) if isinstance(fact.value, Bilingual) else fact.value
    return _without_empty(
        {
            "value": value,
            "of": fact.about.of,
            "from": list(fact.about.origins),
            "to": list(fact.about.destinations),
            "when": fact.about.when,
            "state": fact.about.state,
            "note": _languages(fact.note),
            "cite": _references(fact.citations),
        }
    )


def inverse_to_mapping(related: Related) -> dict[str, Any]:
    """A relation that points to a record, as the subject that has it says it.

    Reading a record passes over such relations: they belong to their subjects.
    """
    return _without_empty(
        {
            "predicate": related.predicate,
            "subject": related.other.key,
            "since": related.since,
            "until": related.until,
            "as-of": related.as_of,
            "note": _languages(related.note),
            "disputed": related.disputed,
            "cite": _references(related.citations),
        }
    )


def citation_to_mapping(cited: CitedFor) -> dict[str, Any]:
    """A citation of a source, with the record that makes it and what it stands behind.

    Reading a source passes over such citations: they belong to the records.
    """
    fact, relation = cited.fact, cited.relation
    return _without_empty(
        {
            "record": cited.record.key,
            "kind": cited.record.kind,
            "locator": cited.citation.locator,
            "property": fact.property if fact else "",
            "value": fact_to_mapping(fact)["value"] if fact else None,
            "predicate": relation.predicate if relation else "",
            "object": relation.other.key if relation else "",
        }
    )


def _relation_to_mapping(relation: Relation) -> dict[str, Any]:
    return _without_empty(
        {
            "predicate": relation.predicate,
            "object": relation.object,
            "since": relation.since,
            "until": relation.until,
            "as-of": relation.as_of,
            "note": _languages(relation.note),
            "disputed": relation.disputed,
            "cite": _references(relation.citations),
        }
    )


def _identifiers(external: tuple[tuple[str, str], ...]) -> dict[str, str | list[str]]:
    """By data set; a list where it has several."""
    found: dict[str, list[str]] = {}
    for data_set, identifier in external:
        found.setdefault(data_set, []).append(identifier)
    return {name: given if len(given) > 1 else given[0] for name, given in found.items()}


def _languages(text: Bilingual) -> dict[str, str]:
    return {code: words for code, words in text._asdict().items() if words}


def _references(citations: tuple[Citation, ...]) -> list[str]:
    return [citation.reference for citation in citations]


def _without_empty(mapping: dict[str, Any]) -> dict[str, Any]:
    return {
        name: value for name, value in mapping.items() if value not in (None, "", [], {}, False)
    }
