"""Identifiers: `2093`, `PA-X 2093`, `geonames:172059`, `SY03`, a page's address, a record's key."""

from __future__ import annotations

import sqlite3

from store.expressions import expression
from store.lookup.forms.form import Asked, Form
from store.lookup.forms.words_beside import length_at
from store.lookup.name_match import NameMatch
from store.tables.batches import fetch
from store.tables.soundness import is_text
from store.text.folding import fold, words
from store.typed import Final

_WHOLE_SCORE: Final = 99.0
_OF_A_SET: Final = 98.0
_BARE: Final = 97.0
_YEAR: Final = 90.0  # 2015 is more often a year
_SHORTEST_BARE: Final = 3
_LONGEST: Final = 64
_MOST_WORDS: Final = 8
_MOST: Final = 20
_IDENTIFIER: Final = expression(r"[A-Za-z]{0,6}\d[\dA-Za-z-]*")
_ADDRESS: Final = expression(r"(?:https?://)?[\w.-]{1,80}\.[a-z]{2,24}/\S*")
_YEARS: Final = expression(r"(?:19|20)\d\d")
_DIGITS: Final = expression(r"\d+")
_SET_AND_NUMBER: Final = expression(r"([^\W\d_]{1,40})(\d+)")
_KEY: Final = expression(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DATA_SETS: Final = {
    "pax": "pa-x", "paxagreements": "pa-x", "peaceagreements": "pa-x", "باكس": "pa-x",
    "gn": "geonames", "geoname": "geonames", "geonameid": "geonames", "جيونيمز": "geonames",
    "جيونامز": "geonames", "unocha": "ocha", "اوتشا": "ocha", "pcode": "ocha",
    "ethprio": "cfd", "ceasefires": "cfd", "ceasefireproject": "cfd",
}  # fmt: skip
"""How people write the names of data sets: their letters and digits, folded, written together."""


def identified(
    connection: sqlite3.Connection, identifier: str, data_set: str = ""
) -> list[tuple[int, str, str]]:
    """The records that carry an identifier, each with the data set and the identifier there.

    Args:
        connection: of a store.
        identifier: as typed.
        data_set: the one that it must be of; any when empty.
    """
    forms = dict.fromkeys((identifier, identifier.upper(), identifier.lower()))
    rows = fetch(
        connection,
        "SELECT record, data_set, identifier FROM external_ids"
        f" WHERE identifier IN ({', '.join('?' * len(forms))}) LIMIT ?",
        (*forms, _MOST),
    )
    wanted = data_set_named(data_set)
    return [row for row in rows if is_text(row[1:]) and wanted in ("", data_set_named(row[1]))]


def data_set_named(text: str) -> str:
    """The data set that a name means, written in one way; empty for an empty text."""
    together = "".join(words(fold(text)))
    return _DATA_SETS.get(together, together).replace("-", "")


def _find(asked: Asked) -> list[NameMatch]:
    text = asked.text.strip()
    if len(text) > _LONGEST:
        text = text if _ADDRESS.fullmatch(text[: 4 * _LONGEST]) else ""
    if not text:
        return []
    found = _with_key(asked, text)
    for data_set, identifier, score in _read(text):
        for record, of, there in identified(asked.connection, identifier, data_set):
            found.append(NameMatch(record, f"{of}:{there}", "alias", score, "identifier"))
    return _of_kinds(asked, found)


def _with_key(asked: Asked, text: str) -> list[NameMatch]:
    key = text.lower()
    if not _KEY.fullmatch(key) or ("-" not in key and asked.found):
        return []
    rows = fetch(asked.connection, "SELECT id, key FROM records WHERE key = ?", (key,))
    return [NameMatch(number, there, "alias", _WHOLE_SCORE, "identifier") for number, there in rows]


def _read(text: str) -> list[tuple[str, str, float]]:
    """The data sets and identifiers that a text may name, with the score of each reading."""
    if _ADDRESS.fullmatch(text):
        return [("", piece, _OF_A_SET) for piece in _DIGITS.findall(text)[-1:]]
    folded = words(fold(text))
    if not 0 < len(folded) <= _MOST_WORDS:
        return []
    last = folded[-1]
    if len(folded) == 1:
        set_and_number = _SET_AND_NUMBER.fullmatch(last)
        glued = [(set_and_number[1], set_and_number[2], _OF_A_SET)] if set_and_number else []
        if not _IDENTIFIER.fullmatch(last) or len(last) < _SHORTEST_BARE:
            return []
        of_set = [reading for reading in glued if data_set_named(reading[0]) in _KNOWN]
        return of_set or [("", last, _YEAR if _YEARS.fullmatch(last) else _BARE)]
    if not _IDENTIFIER.fullmatch(last):
        return []
    before = _without_words(folded[:-1])
    return [("".join(before), last, _OF_A_SET if before else _BARE)]


_KNOWN: Final = frozenset(name.replace("-", "") for name in (*_DATA_SETS.values(), "geonames"))


def _without_words(folded: list[str]) -> list[str]:
    """What of some words is not merely said before an identifier, like *id* and رقم."""
    left = []
    place = 0
    while place < len(folded):
        length = length_at(folded, place, "identifier")
        if not length:
            left.append(folded[place])
        place += length or 1
    return left


def _of_kinds(asked: Asked, found: list[NameMatch]) -> list[NameMatch]:
    if asked.kinds is None or not found:
        return found
    of_kinds = {
        record
        for match in found
        for record, kind in fetch(
            asked.connection, "SELECT id, kind FROM records WHERE id = ?", (match.record,)
        )
        if kind in asked.kinds
    }
    return [match for match in found if match.record in of_kinds]


IDENTIFIERS = Form("identifier", place=10, find=_find, unless=98.5, of_parts=True)
