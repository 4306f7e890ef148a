"""How a query that is being typed may go on: names of filters, and the values that they take."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from store.expressions import expression
from store.model.vocabulary import Language
from store.search.filters import FILTERS, ROLES
from store.search.query.tokens import begun_filter, begun_word, last_token
from store.tables.batches import listed
from store.tables.soundness import is_text
from store.text import folding

if TYPE_CHECKING:
    from store.search.query.tokens import BegunFilter

_NEEDS_QUOTES: Final = expression(r'[\s()"]')
_MOST: Final = 10


def completions(
    connection: sqlite3.Connection, text: str, language: Language, most: int = _MOST
) -> list[str]:
    """The queries that a query being typed may become, the likeliest first.

    Args:
        connection: of an open store.
        text: what stands before the cursor; logical order.
        language: of the interface, whose names of filters come first.
        most: completions wanted.

    Returns:
        Queries, each of them `text` and something more; none where its end is no
        beginning of a filter's name (of two letters or more) or of a filter's value.
    """
    begun = begun_filter(text)
    if begun:
        script: Language = "ar" if folding.is_arabic(begun.value or begun.written_name) else "en"
        typed = begun.filter.value_under(begun.written_name, begun.value)
        values = begun.filter.values(connection, typed, script)
        ends = _ends(values, typed, '"' if begun.is_quoted else "", most)
    else:
        word = begun_word(text)
        ends = _ends(_filter_names(word, language), word, "", most) if word else []
    return [text + end for end in ends]


def every_completion(
    connection: sqlite3.Connection, text: str, language: Language
) -> list[tuple[str, str]]:
    """All queries that a query may become at its end, as a shell needs them, each with a remark.

    A shell writes what its candidates have in common, so that none may be missing: values are
    those that some record has which the rest of the query finds. Where nothing is begun, every
    filter is a candidate.

    Args:
        connection: of an open store.
        text: what stands before the cursor; logical order.
        language: of the interface.
    """
    begun = begun_filter(text)
    if begun and (known := list(_known_values(connection, text, begun, language))):
        return known
    if not begun and last_token(text) is None:
        names = (item.arabic_names[0] if language == "ar" else item.name for item in FILTERS)
        return [(f"{text}{name}:", "") for name in names]
    return [(query, "") for query in completions(connection, text, language, sys.maxsize)]


def _known_values(
    connection: sqlite3.Connection, text: str, begun: BegunFilter, language: Language
) -> Iterator[tuple[str, str]]:
    """The values of a filter that narrow the query before it, each with how many it leaves."""
    if begun.filter.tally is None or begun.is_quoted:
        return

    from store.search import full_text

    before = text[: len(text) - len(begun.written_name) - len(begun.value) - 1]
    query = full_text.parse(connection, before.rstrip("-( "))
    asked = listed(full_text.found_ids(connection, query, None))
    wanted = folding.fold(begun.value)
    for choice in begun.filter.tally(connection, asked, language):
        end = _end(choice.value, wanted)
        if (end or choice.value == begun.value) and not _NEEDS_QUOTES.search(choice.value):
            yield f"{text}{end}", f"{choice.label} · {choice.leaves}"


def _ends(candidates: Iterable[str], typed: str, quote: str, most: int) -> list[str]:
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
        if len(ends) == most:
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
