"""How a query that is being typed may go on: names of filters, and the values that they take."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Final

from store.lookup import matches
from store.model.vocabulary import (
    COLLECTIONS,
    CONFIDENCES,
    KIND_PLURALS,
    KINDS,
    STAGES,
    STANDINGS,
    TYPES,
    Kind,
    Label,
    Language,
)
from store.search.query_language import FILTERS, filter_named
from store.tables.list_rows import rows_by_id
from store.text import folding

_LAST: Final = re.compile(
    r'(?:^|[\s(])-?(?:(?P<field>[^\W\d_]+):(?P<value>"[^"]*|[^\s()"]*)|(?P<word>[^\W\d_]{2,}))$'
)
_NEEDS_QUOTES: Final = re.compile(r'[\s()"]')
_MOST: Final = 10
_MOST_READ: Final = 2_000
"""Rows read for relations, years, sources and collections, however many there are."""

_VOCABULARIES: Final[dict[str, tuple[dict[str, Label] | dict[Kind, Label], ...]]] = {
    "kind": (KINDS, KIND_PLURALS),
    "type": tuple(TYPES.values()),
    "standing": (STANDINGS,),
    "stage": (STAGES,),
}


def completions(connection: sqlite3.Connection, text: str, language: Language) -> list[str]:
    """The queries that a query being typed may become, the likeliest first.

    Args:
        connection: of an open store.
        text: what stands before the cursor; logical order.
        language: of the interface, whose names of filters come first.

    Returns:
        At most ten queries, each of them `text` and something more; none where its end is no
        beginning of a filter's name (of two letters or more) or of a filter's value.
    """
    last = _LAST.search(text)
    if not last or text[: last.start()].count('"') % 2:
        return []
    if last["word"] is not None:
        ends = _ends(_filter_names(last["word"], language), last["word"], "")
    else:
        field, value = last["field"], last["value"]
        quote = '"' if value.startswith('"') else ""
        typed = value.removeprefix('"')
        spoken: Language = "ar" if folding.is_arabic(typed or field) else "en"
        values = _values(connection, filter_named(field), typed, spoken)
        ends = _ends(values, typed, quote)
    return [text + end for end in ends]


def _ends(candidates: Iterable[str], typed: str, quote: str) -> list[str]:
    """What to write after `typed` to have one of the candidates, each once."""
    wanted = folding.fold(typed)
    ends: dict[str, str] = {}
    if quote:  # who opens a quotation mark means more than one word
        candidates = sorted(candidates, key=lambda text: " " not in text)
    for candidate in candidates:
        end = _end(candidate, wanted)
        if not end or '"' in candidate:
            continue
        if quote:
            end += quote
        elif _NEEDS_QUOTES.search(end):
            if typed:
                continue  # a quotation mark would have had to come before what is typed
            end = f'"{end}"'
        ends.setdefault(end.casefold(), end)
        if len(ends) == _MOST:
            break
    return list(ends.values())


def _end(candidate: str, wanted: str) -> str:
    """What follows a folded beginning in a candidate; nothing where it begins otherwise."""
    folded = folding.fold_with_offsets(candidate)
    if not folded.text.startswith(wanted):
        return ""
    return candidate[folded.span(0, len(wanted))[1] :]


def _filter_names(typed: str, language: Language) -> Iterator[str]:
    # Where the script leaves it open, as it does for no letter at all, the interface's decides.
    wants_arabic = folding.is_arabic(typed) or (not typed.isascii() and language == "ar")
    return (f"{name}:" for name in FILTERS if folding.is_arabic(name) == wants_arabic)


def _values(
    connection: sqlite3.Connection, name: str, typed: str, language: Language
) -> Iterable[str]:
    if name in _VOCABULARIES:
        return _labels(language, *_VOCABULARIES[name])
    match name:
        case "disputed" | "marked":
            return ("نعم", "لا") if language == "ar" else ("yes", "no")
        case "zone" | "agreement" | "actor" | "consequence":
            return _records(connection, name, typed, language)
        case "track":
            return _tracks(connection, typed, language)
        case "year" | "before" | "after":
            return _years(connection)
        case "source":
            return _sources(connection, language)
        case "confidence":
            return CONFIDENCES
        case "collection":
            return _collections(connection, language)
        case _:
            return ()


def _labels(
    language: Language, *vocabularies: dict[str, Label] | dict[Kind, Label]
) -> Iterator[str]:
    """The labels of vocabularies; in English also their words, which need no quotation marks."""
    for vocabulary in vocabularies:
        for word, label in vocabulary.items():
            if language == "en" and vocabulary is not KIND_PLURALS:
                yield word
            yield getattr(label, language)


def _records(
    connection: sqlite3.Connection, kind: Kind, typed: str, language: Language
) -> list[str]:
    """Keys and names of the records that a name means, or of those with most relations."""
    found = matches.lookup(connection, typed, kinds={kind}, limit=_MOST) if typed else []
    ids = [match.record for match in found] if typed else _most_related(connection, kind)
    rows = rows_by_id(connection, ids)
    said = [rows[number].key for number in ids] if language == "en" else []
    said += [rows[number].name.prefer(language) for number in ids]
    said += [match.text for match in found]
    if not typed:
        return said
    said += [name.removeprefix("ال") for name in said]
    return sorted(said, key=len)  # the nearest to what is typed first


def _tracks(connection: sqlite3.Connection, typed: str, language: Language) -> list[str]:
    """Keys and names of the tracks of negotiation."""
    rows = connection.execute(
        "SELECT key, name_en, name_ar FROM records JOIN agreements ON record = id"
        " WHERE type = 'track' ORDER BY sort_en LIMIT ?",
        (_MOST_READ,),
    ).fetchall()
    if language == "ar":
        said = [name for _, _, name in rows]
        return [*said, *(name.removeprefix("مسار ") for name in said)]
    return [said for key, name, _ in rows for said in (key, name)]


def _most_related(connection: sqlite3.Connection, kind: Kind) -> list[int]:
    rows = connection.execute(
        "SELECT object FROM (SELECT object FROM relations LIMIT ?)"
        " JOIN records ON records.id = object WHERE kind = ?"
        " GROUP BY object ORDER BY count(*) DESC, object LIMIT ?",
        (_MOST_READ, kind, _MOST),
    )
    return [number for (number,) in rows]


def _years(connection: sqlite3.Connection) -> list[str]:
    """The years of the store's dates, those of most facts first."""
    rows = connection.execute(
        "SELECT first_year FROM (SELECT first_year FROM facts WHERE first_year IS NOT NULL LIMIT ?)"
        " GROUP BY first_year ORDER BY count(*) DESC, first_year DESC",
        (_MOST_READ,),
    )
    return [str(year) for (year,) in rows]


def _sources(connection: sqlite3.Connection, language: Language) -> Iterator[str]:
    rows = connection.execute(
        f"SELECT key, publisher, title_{language} FROM sources ORDER BY key LIMIT ?", (_MOST_READ,)
    ).fetchall()
    for column in range(3):
        yield from (row[column] for row in rows if row[column])


def _collections(connection: sqlite3.Connection, language: Language) -> list[str]:
    rows = connection.execute(
        "SELECT collection FROM (SELECT collection FROM records LIMIT ?)"
        " GROUP BY collection ORDER BY count(*) DESC, collection",
        (_MOST_READ,),
    )
    found = [collection for (collection,) in rows]
    labels = [getattr(COLLECTIONS[one], language) for one in found if one in COLLECTIONS]
    return [*labels, *found] if language == "ar" else [*found, *labels]
