"""What look-up finds: a record, by which of its names, how surely, and how."""

from __future__ import annotations

from store.model.found.reasons import Meeting, Reasons
from store.tuples import NamedTuple
from store.typed import Final, Literal

NOT_JUDGED: Final = Reasons(Meeting(()), (), "score")
"""Of what no words were compared for, until it is judged."""
Role = Literal["name", "alias"]
How = Literal[
    "exact", "prefix", "word", "spelling", "cross-script", "acronym", "layout",
    "identifier", "with-another", "several", "more-words", "date", "digits", "vowels",
    "translated", "apart", "parties",
]  # fmt: skip
"""Of the last row, by which form of a name (`store.lookup.forms`)."""


class NameMatch(NamedTuple):
    """A record and the name by which it was found."""

    record: int
    text: str
    """The name as written."""
    role: Role
    score: float
    """Likeness to 100: 100 is the name itself, about 90 a beginning of it or the same sounds in the
    other script, 80 a slip in a word or a word among others, 58 the least that is shown (66 for a
    few letters; four less in the other script, where the record has no name in this one); an alias
    has one less than a name, and one that is seldom spelt so up to twenty less."""
    how: How
    is_lowered: bool = False
    """Found in the other script, though the record has a name in the query's own."""
    why: Reasons = NOT_JUDGED
