"""What a counting is: something that records are counted by, and that no query filters by."""

from __future__ import annotations

from store.search.filters.tallies import Tally
from store.tuples import NamedTuple


class Counting(NamedTuple):
    """One more thing that records are counted by."""

    name: str
    """As it is asked for: `--by predicate`."""
    place: int
    """Where lists have it; see `store.entries`."""
    tally: Tally
    """How often each value is there among some records, most often first."""
