"""How a query that is being typed may go on: names of filters, and the values that they take."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Final

from store.model.vocabulary import Language
from store.search.filters import FILTERS, ROLES
from store.search.query.tokens import begun_filter, begun_word
from store.tables.soundness import is_text
from store.text import folding

_NEEDS_QUOTES: Final = re.compile(r'[\s()"]')
_MOST: Final = 10


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
    begun = begun_filter(text)
    if begun:
        script: Language = "ar" if folding.is_arabic(begun.value or begun.written_name) else "en"
        values = begun.filter.values(connection, begun.value, script)
        ends = _ends(values, begun.value, '"' if begun.is_quoted else "")
    else:
        word = begun_word(text)
        ends = _ends(_filter_names(word, language), word, "") if word else []
    return [text + end for end in ends]


def _ends(candidates: Iterable[str], typed: str, quote: str) -> list[str]:
    """What to write after `typed` to have one of the candidates, each once."""
    wanted = folding.fold(typed)
    ends: dict[str, str] = {}
    if quote:  # who opens a quotation mark means more than one word
        candidates = sorted(candidates, key=lambda text: " " not in text)
    for candidate in candidates:
        end = _end(candidate, wanted)
        if not end or '"' in candidate or not is_text([candidate]):
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
    for item in (*FILTERS, *ROLES):
        names = item.arabic_names if wants_arabic else (item.name, *item.other_names)
        for name in names:
            yield f"{name}:"
