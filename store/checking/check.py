"""What is wrong in a store or in record files, in words: where, what, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set
from typing import Final, NamedTuple

from store.checking.collection import Collection, References
from store.checking.field_lines import FieldLines
from store.checking.rules import RULES
from store.errors import Finding, Sentence, StoreError
from store.files.vault import Vault
from store.model.records import Origin, Record, Source
from store.store import Store

REPAIR: Final = Sentence("masarat repair mends it, or saves what can still be read")


class Elsewhere(NamedTuple):
    """What records may refer to besides what is checked with them, asked for all at once."""

    records: Callable[[Set[str]], Iterable[str]]
    """Which of these keys are keys of records."""
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
    # A store's relations lead to records that are there: its foreign keys see to it.
    collection = Collection.of(store.every_record(), References(lambda _: True, by_key.get))
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
    if objects := {relation.object for record in records for relation in record.relations} - keys:
        keys.update(elsewhere.records(objects))
    sources = {source.key: source for source, _ in vault.sources}
    cited = {citation.source for record in records for citation in record.every_citation()}
    if missing := cited - sources.keys():
        sources.update((source.key, source) for source in elsewhere.sources(missing))
    collection = Collection.of(records, References(keys.__contains__, sources.get))
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
