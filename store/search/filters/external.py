"""`external:pa-x:2093`, `pa-x:2093`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from store.model.vocabulary import Language
from store.search.filters.filter import Condition, Filter, id_in, one_of
from store.tables.batches import fetch
from store.tables.soundness import is_text
from store.typed import Final

_MOST_READ: Final = 200
_MOST_SETS: Final = 20


def _condition(connection: sqlite3.Connection, value: str) -> Condition:
    from store.lookup.forms.identifiers import identified  # most queries ask for no identifier

    data_set, colon, identifier = value.rpartition(":")
    if colon and not identifier:
        of_set = [name for name in _data_sets(connection) if name.casefold() == data_set.casefold()]
        known = one_of("data_set", of_set)
        return id_in(f"SELECT record FROM external_ids WHERE {known.sql}", known.values)
    found = identified(connection, identifier.strip().lstrip("#"), data_set)
    return one_of("records.id", (record for record, _, _ in found))._replace(needs_id_alone=True)


def _data_sets(connection: sqlite3.Connection) -> list[str]:
    rows = fetch(
        connection,
        "SELECT data_set FROM external_ids GROUP BY data_set ORDER BY count(*) DESC LIMIT ?",
        (_MOST_SETS,),
    )
    return [name for (name,) in rows if is_text([name])]


def _values(connection: sqlite3.Connection, typed: str, language: Language) -> Iterator[str]:
    """Data sets, then the identifiers that begin as typed."""
    data_set, colon, beginning = typed.rpartition(":")
    if not colon:
        yield from (f"{name}:" for name in _data_sets(connection))
    rows = fetch(
        connection,
        "SELECT DISTINCT data_set, identifier FROM external_ids"
        " WHERE identifier >= ? AND identifier < ? AND (? = '' OR data_set = ?)"
        " ORDER BY identifier LIMIT ?",
        (beginning, f"{beginning}\U0010ffff", data_set, data_set, _MOST_READ),
    )
    yield from (f"{name}:{number}" if colon else number for name, number in rows)


EXTERNAL = Filter(
    name="external",
    place=155,
    arabic_names=("معرف",),
    takes="the identifier by which another data set has the record, with or without the set's name;"
    " `external:pa-x:` all that it has",
    examples=("external:pa-x:2093", "pa-x:2093", "معرف:172059"),
    condition=_condition,
    values=_values,
    other_names=("pa-x", "geonames", "ocha", "cfd"),
    names_belong_to_values=True,
)
