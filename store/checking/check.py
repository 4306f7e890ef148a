"""What is wrong in a store or in record files, in words: where, what, and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from store.checking.collection import Collection, References
from store.checking.field_lines import FieldLines
from store.checking.rules import RULES
from store.errors import Finding
from store.files.vault import Vault
from store.model.records import Origin, Record, Source
from store.store import Store


def check_store(store: Store) -> Iterator[Finding]:
    """Find what is wrong in a store's records and sources.

    Yields:
        Findings that name the record file a record came from.
    """
    sources = {source.key: source for source in store.sources()}
    # A store's relations lead to records that are there: its foreign keys see to it.
    collection = Collection.of(store.every_record(), References(lambda _: True, sources.get))
    yield from _broken_rules(
        collection,
        ((record, store.origin(record.key)) for record in store.every_record()),
        ((source, store.origin(source.key)) for source in sources.values()),
    )


def check_vault(vault: Vault, elsewhere: References) -> Iterator[Finding]:
    """Find what is wrong in record files.

    Args:
        vault: as read; its own findings come first.
        elsewhere: what references may lead to besides the files.
    """
    yield from vault.findings
    records = {record.key for record, _ in vault.records}
    sources = {source.key: source for source, _ in vault.sources}
    references = References(
        lambda key: key in records or elsewhere.is_record(key),
        lambda key: sources.get(key) or elsewhere.source(key),
    )
    collection = Collection.of((record for record, _ in vault.records), references)
    yield from _broken_rules(collection, vault.records, vault.sources)


def _broken_rules(
    collection: Collection,
    records: Iterable[tuple[Record, Origin]],
    sources: Iterable[tuple[Source, Origin]],
) -> Iterator[Finding]:
    """Find every rule that is broken, record by record, then source by source."""
    rules = [rule(collection) for rule in RULES]
    lines = FieldLines()
    for record, origin in records:
        for rule in rules:
            name = rule.name if rule.is_named else ""
            for problem in rule.of_record(record):
                yield lines.finding(problem, record.key, origin, name)
    for source, origin in sources:
        for rule in rules:
            name = rule.name if rule.is_named else ""
            for problem in rule.of_source(source):
                yield lines.finding(problem, source.key, origin, name)
