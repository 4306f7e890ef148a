"""Filters of what analysts code of an agreement: a property whose values are words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from store.model.vocabulary import PROPERTIES, Language
from store.search.filters.filter import NEVER, Condition, Filter, id_in, one_of
from store.search.filters.tallies import ASKED, of_words
from store.search.filters.vocabularies import words_and_labels, words_meant


def coded(
    property_name: str,
    place: int,
    arabic_names: tuple[str, ...],
    takes: str,
    examples: tuple[str, ...],
) -> Filter:
    """A filter that is called as its property, and takes the words and labels of its vocabulary."""
    words = PROPERTIES[property_name].words

    def condition(connection: sqlite3.Connection, value: str) -> Condition:
        meant = one_of("value", words_meant(value, words))
        if meant == NEVER:
            return NEVER
        coded_so = f"SELECT record FROM facts WHERE property = ? AND {meant.sql}"
        return id_in(coded_so, (property_name, *meant.values))

    def values(connection: sqlite3.Connection, typed: str, language: Language) -> Iterator[str]:
        given = "SELECT DISTINCT value FROM facts WHERE property = ?"
        there = {word for (word,) in connection.execute(given, (property_name,))}
        return words_and_labels(language, {k: label for k, label in words.items() if k in there})

    return Filter(
        name=property_name,
        place=place,
        arabic_names=arabic_names,
        takes=takes,
        examples=examples,
        condition=condition,
        values=values,
        tally=of_words(
            property_name,
            "SELECT value, count(DISTINCT record) FROM facts"
            f" WHERE property = '{property_name}' AND record IN {ASKED} GROUP BY 1",
            words,
        ),
    )
