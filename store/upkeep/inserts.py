"""How rows get into tables: the columns that writing fills, and the statements made of them."""

from __future__ import annotations

from typing import Final

from store.tables.connection import placeholders

COLUMNS: Final = {
    "collections": "key label_en label_ar",
    "sources": "id key type title_en title_ar publisher relays date language url sha256 note_en"
    " note_ar seed_digest edited file line",
    "sentences": "source number start end",
    "records": "id key kind collection confidence name_en name_ar summary_en summary_ar"
    " sort_en sort_ar sort_date seed_digest edited file line",
    "zones": "record type latitude longitude",
    "agreements": "record type",
    "actors": "record type",
    "consequences": "record type standing",
    "external_ids": "record data_set identifier",
    "facts": "id record property position value text_en text_ar note_en note_ar first_year"
    " last_year",
    "relations": "id subject predicate object position since until note_en note_ar disputed",
    "citations": "source locator position record fact relation",
}
"""By table, in an order that foreign keys allow."""
_REPLACED: Final = frozenset({"records", "sources"})  # id and key stay: others refer to them
_ENTERED_ONCE: Final = frozenset({"collections"})


def _insert(table: str) -> str:
    columns = [f'"{column}"' for column in COLUMNS[table].split()]
    insert = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({placeholders(columns)})"
    if table in _REPLACED:
        changes = ", ".join(f"{column} = excluded.{column}" for column in columns[2:])
        return f"{insert} ON CONFLICT (id) DO UPDATE SET {changes}"
    if table in _ENTERED_ONCE:
        return f"{insert} ON CONFLICT DO NOTHING"
    return insert


INSERTS: Final = {table: _insert(table) for table in COLUMNS}
"""The statement that writes a row of each table, in the same order."""
