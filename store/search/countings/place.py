"""`--by place`: what the filter `zone` counts, by the word that a person looks for first."""

from __future__ import annotations

from typing import Final

from store.search.countings.counting import Counting
from store.search.filters.related import tally_of_related

PLACE: Final = Counting("place", 10, tally_of_related("zone"))
