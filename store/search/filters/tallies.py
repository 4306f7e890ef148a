"""How many of some records each value of a filter would leave."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping

from store.model.questions import MOST_VALUES, FilterChoice
from store.model.vocabulary import Label, Language
from store.tables.list_rows import rows_by_id
from store.tables.soundness import leave_out
from store.typed import Final, TypeAlias, TypeVar

ASKED: Final = "(SELECT value FROM json_each(:asked))"
"""In a tally's SQL: the ids of the records that are counted."""

Word = TypeVar("Word", bound=str)
Tally: TypeAlias = "Callable[[sqlite3.Connection, str, Language], Iterator[FilterChoice]]"
"""From ids of records (a JSON list) to the values that some of them have, most records first."""


def of_words(name: str, sql: str, *vocabularies: Mapping[Word, Label]) -> Tally:
    """Of a filter whose values are words.

    Args:
        name: the filter's.
        sql: gives a word and how many of `ASKED` have it, row by row.
        vocabularies: the words' labels.
    """
    labels: dict[str, Label] = {
        word: label for vocabulary in vocabularies for word, label in vocabulary.items()
    }

    def tally(
        connection: sqlite3.Connection, asked: str, language: Language
    ) -> Iterator[FilterChoice]:
        most_first = f"{sql} ORDER BY 2 DESC, 1 LIMIT {MOST_VALUES}"
        found = connection.execute(most_first, {"asked": asked})
        for word, count in found:
            if word is not None and word != "":
                label = labels[word].in_(language) if word in labels else str(word)
                yield FilterChoice(name, str(word), label, count)

    return tally


def of_records(name: str, sql: str) -> Tally:
    """The same of a filter whose values are records, of which the SQL gives the ids."""

    def tally(
        connection: sqlite3.Connection, asked: str, language: Language
    ) -> Iterator[FilterChoice]:
        most_first = f"{sql} ORDER BY 2 DESC, 1 LIMIT {MOST_VALUES}"
        counts = dict(connection.execute(most_first, {"asked": asked}))
        rows = rows_by_id(connection, counts, leave_out)
        for number, count in counts.items():
            if number in rows:
                yield FilterChoice(
                    name, rows[number].key, rows[number].name.prefer(language), count
                )

    return tally
