"""`marked:yes` and `disputed:no`."""

from __future__ import annotations

import sqlite3
from functools import partial

from store.model.vocabulary import Label, Language
from store.search.filters.filter import NEVER, Condition, Filter, id_in
from store.search.filters.tallies import ASKED, Tally, of_words
from store.tables.marks import MARKED as IS_MARKED
from store.text import folding
from store.typed import Final

_YES: Final = ("yes", "true", "1", "نعم")
_NO: Final = ("no", "false", "0", "لا")
_IS_DISPUTED: Final = id_in(
    "SELECT record FROM facts WHERE differs"
    " UNION SELECT subject FROM relations WHERE disputed"
    " UNION SELECT object FROM relations WHERE disputed",
    (),
)


def _condition(is_so: Condition, connection: sqlite3.Connection, value: str) -> Condition:
    match folding.fold(value):
        case word if word in _YES:
            return is_so
        case word if word in _NO:
            return is_so.negated()
    return NEVER


def _values(connection: sqlite3.Connection, typed: str, language: Language) -> tuple[str, ...]:
    return ("نعم", "لا") if language == "ar" else ("yes", "no")


def _tally(name: str, is_so: Condition) -> Tally:
    return of_words(
        name,
        f"SELECT iif({is_so.sql}, 'yes', 'no'), count(*) FROM records WHERE id IN {ASKED}"
        " GROUP BY 1",
        {"yes": Label("yes", "نعم"), "no": Label("no", "لا")},
    )


MARKED = Filter(
    name="marked",
    place=120,
    arabic_names=("موسوم",),
    takes="yes or no, نعم or لا: what you marked with `s` in the explorer; lists show a star"
    " before it",
    examples=("marked:no", "موسوم:لا"),
    condition=partial(_condition, Condition(IS_MARKED)),
    values=_values,
    tally=_tally("marked", Condition(IS_MARKED)),
)
DISPUTED = Filter(
    name="disputed",
    place=140,
    arabic_names=("خلاف",),
    takes="yes or no, نعم or لا: whether sources differ on something in it",
    examples=("disputed:yes", "خلاف:نعم"),
    condition=partial(_condition, _IS_DISPUTED),
    values=_values,
    tally=_tally("disputed", _IS_DISPUTED),
)
