"""What no record is without (number, kind, name, key), given back where its row has lost it.

Other rows still tell it: names say whose they are, details of what kind it is, and the digest of
what was shipped, or the file that it was read from, which key it had.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from itertools import chain, count
from pathlib import PurePosixPath
from typing import Final

from store.errors import Sentence
from store.model.reading.keys import is_key, likely_key
from store.model.vocabulary import KINDS
from store.repairs.readable_rows import Row
from store.repairs.row_mappings import DETAILS, Rows

_REFERRING: Final = (
    *((table, "record") for table in (*DETAILS, "external_ids", "facts", "names", "citations")),
    ("relations", "subject"),
    ("relations", "object"),
    ("fact_places", "zone"),
)
"""Columns that refer to records by their numbers."""
_Names = frozenset[tuple[object, object]]
"""Of a record, each with its language."""


def give_back(
    rows: Rows, shipped: Mapping[str, Mapping[str, str]], shipped_names: Collection[tuple[str, str]]
) -> list[Sentence]:
    """Complete the rows of records and sources, as far as other rows tell what is lost.

    Args:
        rows: what could be read; changed in place.
        shipped: keys by their digests, of the records and of the sources that are shipped.
        shipped_names: of records that are shipped, in both languages.

    Returns:
        What is lost all the same.
    """
    _give_numbers(rows)
    _give_kinds(rows)
    return [
        *_give_rows(rows, shipped_names),
        *_give_names(rows),
        *_give_keys(rows["records"], shipped["records"], "name"),
        *_give_keys(rows["sources"], shipped["sources"], "title"),
    ]


def _give_numbers(rows: Rows) -> None:
    """Let what refers to a record by a number that none has refer to the one of its names."""
    by_names: dict[_Names, list[object]] = defaultdict(list)
    for row in rows["records"]:
        by_names[_own_names(row)].append(row.get("id"))
    indexed = _indexed_names(rows)
    known = {row.get("id") for row in rows["records"]}
    numbers: dict[object, object] = {}
    for number, names in indexed.items():
        found = by_names[frozenset(names.items())]
        if number not in known and len(found) == 1 and found[0] not in indexed:
            numbers[number] = found[0]
    for table, column in _REFERRING:
        for row in rows[table]:
            row[column] = numbers.get(row.get(column), row.get(column))


def _own_names(row: Row) -> _Names:
    return frozenset(
        (code, row[f"name_{code}"]) for code in ("en", "ar") if row.get(f"name_{code}")
    )


def _indexed_names(rows: Rows) -> dict[object, dict[object, object]]:
    """The names that the index of names has of each record, by language."""
    found: dict[object, dict[object, object]] = defaultdict(dict)
    for row in rows["names"]:
        if row.get("role") == "name":
            found[row.get("record")][row.get("language")] = row.get("text")
    return found


def _give_rows(rows: Rows, shipped_names: Collection[tuple[str, str]]) -> Iterator[Sentence]:
    """Make a row for each record of which only names and parts are left, unless it is shipped."""
    kinds = _kinds(rows)
    known = {row.get("id") for row in rows["records"]}
    taken = {row.get("key") for row in rows["records"]}
    new_keys = _new_keys()
    for number, names in _indexed_names(rows).items():
        both = _text(names.get("en")), _text(names.get("ar"))
        if number in known or number not in kinds or both in shipped_names:
            continue
        row = {"id": number, "kind": kinds[number], "name_en": both[0], "name_ar": both[1]}
        likely = chain(_likely_keys(row, "name"), new_keys)
        row["key"] = next(key for key in likely if key not in taken)
        taken.add(row["key"])
        rows["records"].append(row)
        sentence = "{key}: its own key, its summary, and all else but names, facts and relations"
        yield Sentence(sentence, key=row["key"])


def _kinds(rows: Rows) -> dict[object, str]:
    """The kinds of records by their numbers, as the tables of details tell them."""
    return {row.get("record"): kind for table, kind in DETAILS.items() for row in rows[table]}


def _give_kinds(rows: Rows) -> None:
    kinds = _kinds(rows)
    for row in rows["records"]:
        if row.get("kind") not in KINDS:
            row["kind"] = kinds.get(row.get("id"))


def _give_names(rows: Rows) -> Iterator[Sentence]:
    indexed = _indexed_names(rows)
    for row in rows["records"]:
        if not _own_names(row):
            names = indexed.get(row.get("id"), {})
            row.update({f"name_{code}": names.get(code) for code in ("en", "ar")})
        yield from _named_by_key(row, "name")
    for row in rows["sources"]:
        yield from _named_by_key(row, "title")


def _named_by_key(row: Row, column: str) -> Iterator[Sentence]:
    """Call by its key what has no name, and say so."""
    key = row.get("key")
    if isinstance(key, str) and not any(_has_text(row.get(f"{column}_{c}")) for c in ("en", "ar")):
        row[f"{column}_en"] = key
        sentence = "{key}: its title" if column == "title" else "{key}: its name"
        yield Sentence(sentence, key=shown(key))


def _give_keys(rows: list[Row], shipped: Mapping[str, str], name: str) -> Iterator[Sentence]:
    taken = {row.get("key") for row in rows}
    new_keys = _new_keys()
    for row in rows:
        key = row.get("key")
        if isinstance(key, str) and is_key(key):
            continue
        restored = shipped.get(str(row.get("seed_digest")))
        if restored and restored not in taken:
            row["key"] = restored
        else:
            likely = chain(_likely_keys(row, name), new_keys)
            row["key"] = next(each for each in likely if each not in taken)
            sentence = "{key}: its own key, which was {former}"
            yield Sentence(sentence, key=row["key"], former=shown(key))
        taken.add(row["key"])


def _likely_keys(row: Row, name: str) -> Iterator[str]:
    """Keys that a row may have had."""
    file = PurePosixPath(_text(row.get("file")))
    if file.suffix == ".md" and is_key(file.stem):
        yield file.stem
    for column in ("key", f"{name}_en", f"{name}_ar"):
        if found := likely_key(_text(row.get(column))):
            yield found


def _new_keys() -> Iterator[str]:
    """Keys for rows of which nothing tells one, without end."""
    return (f"without-key-{number}" for number in count(1))


def _has_text(value: object) -> bool:
    return bool(_text(value).strip())


def _text(value: object) -> str:
    """A text without what is no character; nothing for what is no text."""
    return value.encode("utf-8", "ignore").decode() if isinstance(value, str) else ""


def shown(value: object) -> str:
    """A value of a damaged row, as a sentence can hold it."""
    text = value if isinstance(value, str) else repr(value)
    return text[:120].encode("utf-8", "replace").decode()
