"""What is wrong in a store or in record files, in words: where, what, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set
from typing import Final

from store.checking.collection import Collection, References
from store.checking.field_lines import FieldLines
from store.checking.rules import RULES
from store.errors import Finding, Sentence, StoreError
from store.files.vault import Vault
from store.model.records import Origin, Record, Row, Source
from store.store import Store
from store.tuples import NamedTuple

REPAIR: Final = Sentence("masarat repair mends it, or saves what can still be read")


class Elsewhere(NamedTuple):
    """What records may refer to besides what is checked with them, asked for all at once."""

    records: Callable[[Set[str]], Iterable[Row]]
    """What lists show of the records that have one of these keys."""
    sources: Callable[[Set[str]], Iterable[Source]]
    """The sources that have one of these keys."""


def check_store(store: Store) -> Iterator[Finding]:
    """Find what is wrong with a store, then in its records and sources.

    Yields:
        Findings that name the store, or the record file a record came from.
    """
    is_sound = True
    for damage in store.examine():
        is_sound = False
        yield Finding(store.path, 0, damage.what, REPAIR)
    try:
        yield from _check_records(store)
    except StoreError:
        if is_sound:  # else what keeps records from being read is told already
            raise


def _check_records(store: Store) -> Iterator[Finding]:
    sources = store.sources_with_origin()
    by_key = {source.key: source for source, _ in sources}
    zones = frozenset(store.every_key("zone"))
    # A store's relations lead to records that are there: its foreign keys see to it.
    references = References(lambda _: True, zones.__contains__, by_key.get)
    collection = Collection.of(store.every_record(), references)
    yield from _broken_rules(collection, store.every_record_with_origin(), sources)


def check_vault(vault: Vault, elsewhere: Elsewhere) -> Iterator[Finding]:
    """Find what is wrong in record files.

    Args:
        vault: as read; its own findings come first.
        elsewhere: what references may lead to besides the files; asked only where they do.
    """
    yield from vault.findings
    records = [record for record, _ in vault.records]
    keys = {record.key for record in records}
    zones = {record.key for record in records if record.kind == "zone"}
    if named := {key for record in records for key in _named(record)} - keys:
        rows = list(elsewhere.records(named))
        keys.update(row.key for row in rows)
        zones.update(row.key for row in rows if row.kind == "zone")
    sources = {source.key: source for source, _ in vault.sources}
    cited = {citation.source for record in records for citation in record.every_citation()}
    if missing := cited - sources.keys():
        sources.update((source.key, source) for source in elsewhere.sources(missing))
    references = References(keys.__contains__, zones.__contains__, sources.get)
    collection = Collection.of(records, references)
    yield from _broken_rules(collection, vault.records, vault.sources)


def _named(record: Record) -> Iterator[str]:
    """Keys of the records that a record names."""
    yield from (relation.object for relation in record.relations)
    for fact in record.facts:
        yield from fact.about.places


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
