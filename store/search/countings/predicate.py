"""`--by predicate`: what relations say of records, on either side."""

from __future__ import annotations

from typing import Final

from store.model.vocabulary import PREDICATES, Label
from store.search.countings.counting import Counting
from store.search.filters.tallies import ASKED, of_words

PREDICATE: Final = Counting(
    "predicate",
    20,
    of_words(
        "predicate",
        "SELECT predicate, count(DISTINCT record) FROM"
        " (SELECT predicate, subject AS record FROM relations"
        " UNION ALL SELECT predicate, object FROM relations)"
        f" WHERE record IN {ASKED} GROUP BY 1",
        {key: Label(predicate.en, predicate.ar) for key, predicate in PREDICATES.items()},
    ),
)
