"""`--by reading`: how the sources that records cite were read."""

from __future__ import annotations

from typing import Final

from store.model.vocabulary import READINGS
from store.search.countings.counting import Counting
from store.search.filters.tallies import ASKED, of_words

READING: Final = Counting(
    "reading",
    30,
    of_words(
        "reading",
        "SELECT read, count(DISTINCT sources.id) FROM citations"
        " JOIN sources ON sources.id = source LEFT JOIN facts ON facts.id = citations.fact"
        " LEFT JOIN relations ON relations.id = citations.relation"
        f" WHERE coalesce(citations.record, facts.record, subject) IN {ASKED} GROUP BY 1",
        READINGS,
    ),
)
