"""A query as it is understood: a tree of terms, and the filters that hold for all of it."""

from __future__ import annotations

from store.model.questions import QueryRemark
from store.search.filters.filter import Condition, Filter
from store.tuples import NamedTuple
from store.typed import TypeAlias


class Term(NamedTuple):
    """Words to look for and to highlight: folded, in the order they were written."""

    words: tuple[str, ...]
    prefix: bool = False
    """The last word may go on."""
    exact: bool = False
    """A phrase: only the words themselves, not their other forms."""
    apart: bool = False
    """The words need not stand together."""
    alternatives: tuple[tuple[str, ...], ...] = ()
    """What else they may be called, as stems."""
    forms: tuple[tuple[str, ...], ...] = ()
    """Those of the alternatives that are the same word in another form."""
    written: tuple[tuple[str, ...], ...] = ()
    """How a text has what the index knows as one word, a date or a number: to be highlighted."""


class And(NamedTuple):
    """All parts must stand in a record."""

    parts: tuple[Node, ...]


class Or(NamedTuple):
    """At least one part must stand in a record."""

    parts: tuple[Node, ...]


class AndNot(NamedTuple):
    """What must stand in a record, and what must not."""

    wanted: Node
    excluded: Node


Node: TypeAlias = "Term | And | Or | AndNot"


class FilterClause(NamedTuple):
    """A filter with its value: a condition that has nothing to do with a record's words."""

    filter: Filter
    value: str
    negated: bool = False
    condition: Condition | None = None
    """What the value asks of a record, once a store has been asked what it means there."""
    is_of_sources: bool = False
    """It is asked of sources: of columns of `sources`."""


class Query(NamedTuple):
    """A query as the store asks it."""

    text: str
    """As it was typed."""
    wanted: Node | None
    """What must stand in a record, None for anything."""
    excluded: Node | None
    """What must not stand in it, None for nothing."""
    filters: tuple[FilterClause, ...]
    terms: tuple[Term, ...]
    """Those that are wanted, in the order they were written: what ranks and is highlighted."""
    is_plain: bool = False
    """It is nothing but words and filters, so that a record may lack some of the words."""
    remark: QueryRemark | None = None
    """Why it is not asked as it is written, where it is not."""

    is_of_sources: bool = False
    """Sources are asked for, and no records."""
    in_texts: bool = False
    """Their words are looked for in the texts of these that the user holds."""

    @property
    def is_empty(self) -> bool:
        """It asks for nothing."""
        return not (self.wanted or self.excluded or self.filters)


def terms_of(node: Node | None) -> tuple[Term, ...]:
    """The terms that are wanted, in the order they were written."""
    match node:
        case None:
            return ()
        case Term():
            return (node,)
        case AndNot(wanted, _):
            return terms_of(wanted)
        case And(parts) | Or(parts):
            return tuple(term for part in parts for term in terms_of(part))


def excludes(node: Node) -> bool:
    """Whether something must not stand in a record."""
    match node:
        case Term():
            return False
        case AndNot():
            return True
        case And(parts) | Or(parts):
            return any(map(excludes, parts))


def all_of(parts: list[Node]) -> Node | None:
    """The parts as one node, None where there are none."""
    return And(tuple(parts)) if len(parts) > 1 else parts[0] if parts else None


def any_of(parts: list[Node]) -> Node | None:
    """The parts as alternatives, None where there are none."""
    return Or(tuple(parts)) if len(parts) > 1 else parts[0] if parts else None


def without(wanted: Node, excluded: Node | None) -> Node:
    """What is wanted where nothing excluded stands."""
    return AndNot(wanted, excluded) if excluded else wanted
