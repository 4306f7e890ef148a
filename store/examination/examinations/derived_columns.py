"""Are the columns by which lists are ordered and years found what the records make them?"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from store.errors import DamagedRowError, Sentence
from store.examination.examination import Damage, Examination
from store.tables.whole_records import every_record
from store.upkeep.preparing import fact_years, sort_columns


def _damages(copy: sqlite3.Connection) -> Iterator[Damage]:
    rows = copy.execute("SELECT id, sort_en, sort_ar, sort_date FROM records")
    orders = {number: tuple(order) for number, *order in rows}
    years: dict[int, list[tuple[object, object]]] = {}
    for number, first, last in copy.execute(
        "SELECT record, first_year, last_year FROM facts ORDER BY record, property, position"
    ):
        years.setdefault(number, []).append((first, last))
    for number, record in every_record(copy, _pass_over):
        facts = sorted(record.facts, key=lambda fact: fact.property)  # as the rows are read
        if orders[number] != sort_columns(record):
            sentence = "{key} stands in the wrong place of lists"
            yield Damage(Sentence(sentence, key=record.key), is_of_index=True)
        if years.get(number, []) != [fact_years(fact) for fact in facts]:
            sentence = "{key} is found by the wrong years"
            yield Damage(Sentence(sentence, key=record.key), is_of_index=True)


def _pass_over(_: DamagedRowError) -> None:
    """What is damaged is told by the examination of records."""


DERIVED_COLUMNS = Examination(Sentence("the order of lists"), 50, _damages, is_of_index=True)
