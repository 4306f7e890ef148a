"""Sources with their sentences, many at once, and which record cites which."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from store.errors import DamagedRowError, Problem
from store.model.reading.other_fields import from_json
from store.model.records import Bilingual, Source
from store.tables.batches import LISTED, fetch, in_batches, select
from store.tables.soundness import (
    NOT_A_TEXT,
    Report,
    is_text,
    raise_it,
    readable,
    refuse_damaged_source,
    sound_keys,
)
from store.typed import Final

_CITED: Final = (
    f"SELECT source FROM citations WHERE record IN {LISTED}"
    f" UNION SELECT source FROM citations WHERE fact IN"
    f" (SELECT id FROM facts WHERE record IN {LISTED})"
    f" UNION SELECT source FROM citations WHERE relation IN"
    f" (SELECT id FROM relations WHERE subject IN {LISTED}"
    f" UNION ALL SELECT id FROM relations WHERE object IN {LISTED})"
    " UNION SELECT source FROM citations JOIN fact_places USING (fact)"
    f" WHERE zone IN {LISTED}"
)


def read_sources(
    connection: sqlite3.Connection,
    keys: Iterable[str] | None = None,
    *,
    report: Report = raise_it,
) -> list[Source]:
    """Sources in the order of their keys.

    Args:
        connection: of an open store.
        keys: of the sources, None for all; unknown ones are left out.
        report: told of sources that are damaged, which are left out.
    """
    sound = []
    for source in _read(connection, keys):
        try:
            refuse_damaged_source(source)
        except DamagedRowError as error:
            report(error)
        else:
            sound.append(source)
    return sound


def _read(connection: sqlite3.Connection, keys: Iterable[str] | None) -> Iterator[Source]:
    if keys is None:
        yield from _read_batch(connection, "", ())
        return
    for batch in in_batches(sorted(set(keys))):
        yield from _read_batch(connection, f" WHERE key IN {LISTED}", batch)


def _read_batch(
    connection: sqlite3.Connection, chosen: str, keys: Sequence[str]
) -> Iterator[Source]:
    sentences: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for number, start, end in select(
        connection,
        f"SELECT source, start, [end] FROM sentences"
        f" WHERE source IN (SELECT id FROM sources{chosen}) ORDER BY source, number",
        keys,
    ):
        sentences[number].append((start, end))
    for (
        number,
        key,
        kind_type,
        title_en,
        title_ar,
        *texts,
        note_en,
        note_ar,
        other_fields,
    ) in select(
        connection,
        "SELECT id, key, type, title_en, title_ar, publisher, relays, date, language, url,"
        " coalesce(read, ''), sha256,"
        f" note_en, note_ar, other_fields FROM sources{chosen} ORDER BY key",
        keys,
    ):
        publisher, relays, date, language, url, read, sha256 = texts
        yield Source(
            key=key,
            title=Bilingual(title_en, title_ar),
            type=kind_type or "",
            publisher=publisher,
            relays=relays,
            date=date,
            language=language,
            url=url,
            read=read,
            sha256=sha256,
            sentences=tuple(sentences.get(number, ())),
            note=Bilingual(note_en, note_ar),
            other_fields=from_json(other_fields),
        )


def cited_sources(
    connection: sqlite3.Connection, ids: Collection[int], report: Report = raise_it
) -> set[str]:
    """Keys of the sources that records cite, what others state of them included.

    Args:
        connection: of an open store.
        ids: of the records, a batch of them.
        report: told of sources whose keys are damaged, which are left out.
    """
    found = select(connection, f"SELECT key FROM sources WHERE id IN ({_CITED})", ids)
    return set(sound_keys((key for (key,) in found), report))


def citing(
    connection: sqlite3.Connection, source_key: str, report: Report = raise_it
) -> list[tuple[str, str]]:
    """Key of the citing record and locator, for each citation of a source.

    Args:
        connection: of an open store.
        source_key: of the source.
        report: told of records whose key or locator is damaged, which are left out.
    """
    found = fetch(
        connection,
        "SELECT records.key, locator FROM citations JOIN sources ON sources.id = source"
        " LEFT JOIN facts ON facts.id = citations.fact"
        " LEFT JOIN relations ON relations.id = citations.relation"
        " JOIN records ON records.id = coalesce(citations.record, facts.record, subject)"
        " WHERE sources.key = ? ORDER BY records.key, locator",
        (source_key,),
    )
    return [citation for citation in found if _is_sound(citation, report)]


def _is_sound(citation: tuple[str, str], report: Report) -> bool:
    if is_text(citation):
        return True
    report(DamagedRowError(readable(citation[0]), Problem((), NOT_A_TEXT)))
    return False
