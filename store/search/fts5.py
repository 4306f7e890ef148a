"""A query's tree as FTS5 expressions, for each table that may be asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from store.search.query.tree import And, AndNot, Node, Or, Term
from store.text.stems import stem
from store.tuples import NamedTuple
from store.typed import Final


class Index(NamedTuple):
    """An FTS5 table, and its columns as FTS5 writes a choice of them."""

    table: str
    written: str
    """Columns of words as they are written."""
    stems: str
    """Columns of stems."""


FULL_TEXT: Final = Index("full_text", "{names body}", "{name_stems stems}")
"""All words of a record."""
NAMES: Final = Index("name_text", "names", "name_stems")
"""A record's names alone, in a table of their own."""
BODY: Final = Index("full_text", "body", "stems")
"""What stands in a record beside its names."""
NAMES_IN_FULL_TEXT: Final = Index("full_text", "names", "name_stems")
"""The same in the table of all words, where what is excluded may stand outside the names."""


Begun = Callable[[str], Sequence[str]]
"""From the beginning of a word to all words of an index that begin so; to none where these are too
many, or not known."""


def none_known(beginning: str) -> Sequence[str]:
    """Of no beginning the words are known."""
    return ()


def expression(node: Node, index: Index = FULL_TEXT, begun: Begun = none_known) -> str:
    """What finds in an index the records that a node asks for.

    What is excluded must stand in no column of the table.

    Args:
        node: what is asked for.
        index: which is asked.
        begun: words by their beginning. FTS5 reads all places of all words that begin so before it
            gives the first; asked for these words themselves it does not.
    """
    match node:
        case Term():
            return _of_term(node, index, begun)
        case And(parts):
            return " AND ".join(f"({expression(part, index, begun)})" for part in parts)
        case Or(parts):
            return " OR ".join(f"({expression(part, index, begun)})" for part in parts)
        case AndNot(wanted, excluded):
            anywhere = FULL_TEXT if index.table == FULL_TEXT.table else index
            absent = expression(excluded, anywhere, begun)
            return f"({expression(wanted, index, begun)}) NOT ({absent})"


def _of_term(term: Term, index: Index, begun: Begun) -> str:
    """One term: as written, or by stems, or by what else it is called.

    Where a word stands as written its stem stands too, so that only the beginning of a word is
    looked for in both.
    """
    written = f"({index.written} : {_written(term, begun)})"
    if term.exact:
        return written
    stems = tuple(stem(word) for word in term.words)
    forms = [f"({index.stems} : {_quoted(phrase)})" for phrase in (stems, *term.alternatives)]
    if term.prefix:
        forms.insert(0, written)
    if term.apart:
        forms.append(" AND ".join(f"({index.stems} : {_quoted((word,))})" for word in stems))
    return f"({' OR '.join(forms)})"


def _written(term: Term, begun: Begun) -> str:
    if not term.prefix:
        return _quoted(term.words)
    *before, last = term.words
    if words := begun(last):
        return f"({' OR '.join(_quoted((*before, word)) for word in words)})"
    return f"{_quoted(term.words)}*"


def _quoted(words: tuple[str, ...]) -> str:
    return '"' + " ".join(words) + '"'
