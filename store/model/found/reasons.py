"""Why a name was found: where a query and the name meet word by word, what it cost, what doubts."""

from __future__ import annotations

from store.tuples import NamedTuple
from store.typed import Literal

Doubt = Literal["", "score", "unmet", "kind", "slip", "sound", "begun", "letters", "date", "left"]
"""Why a record is not surely meant; empty where it is.

`score`: its name is not enough like the query. `unmet`: a word that tells something has no
counterpart in it. `kind`: an agreement was asked for, and the name is none of one. `slip`: a letter
differs in a short word. `sound`: it only sounds alike in the other script, though the record has a
name in this one. `begun`: only a few letters of it are there. `letters`: they may be the initials
of many things. `date`: what was asked for has a date that this one has not.
`left`: its words are not quite those of the name, which has more."""
Cost = Literal["alias", "other-script", "spelling", "layout", "form"]


class WordMet(NamedTuple):
    """A word of a query and the word of a name that it may stand for; both folded."""

    word: str
    other: str
    """Empty where no word of the name is like it."""
    likeness: float
    """From 0 to 1."""
    tells: bool
    """Whether it tells which one is meant, and not only what kind of thing."""


class Meeting(NamedTuple):
    """How a query and a name meet."""

    words: tuple[WordMet, ...]
    """The words of the query in order, or all of them as one where they meet so only."""
    left: tuple[str, ...] = ()
    """Words of the name that tell something, and that nothing in the query stands for."""
    begins: bool = False
    """The name begins with the query as it is …"""
    ends_word: bool = False
    """… and there a word of the name ends."""
    lacks_kind: bool = False
    """The query speaks of an agreement, and the name does not."""

    @property
    def telling(self) -> tuple[WordMet, ...]:
        """The words that tell which one is meant: all, where none does."""
        return tuple(met for met in self.words if met.tells) or self.words


class Reasons(NamedTuple):
    """Why a record was found by a name, and why that may be wrong."""

    meeting: Meeting
    costs: tuple[tuple[Cost, float], ...] = ()
    """What was taken off the score."""
    doubt: Doubt = ""
