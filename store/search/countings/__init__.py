"""What records are counted by: the filters that can tally, and what is no filter, a module each.

To add one, write its module: it is found by being here.
"""

from __future__ import annotations

from typing import Final

from store.entries import entries
from store.search.countings.counting import Counting
from store.search.filters import FILTERS
from store.search.filters.tallies import Tally

COUNTINGS: Final = entries(__name__, __path__, Counting)
FIELDS: Final[dict[str, Tally]] = {
    **{item.name: item.tally for item in FILTERS if item.tally is not None},
    **{item.name: item.tally for item in COUNTINGS},
}
"""By the name of what is counted, in the order of the filters, and then of the rest."""
