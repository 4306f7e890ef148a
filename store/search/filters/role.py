"""Filters of the roles that records have to each other: `signed-by:russia`, `signed:astana-1`.

Each predicate of the vocabulary names its own, from both sides; none is written here.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator

from store.model.vocabulary import KINDS, PREDICATES, Kind, Language
from store.model.vocabulary.predicates import Predicate
from store.search.filters.filter import Condition, Filter, id_in
from store.search.filters.named import on_named
from store.search.filters.tallies import ASKED, of_records
from store.tables.list_rows import rows_by_id
from store.tables.soundness import leave_out
from store.text import folding
from store.tuples import NamedTuple
from store.typed import Final

_PLACE: Final = 1_000
"""After all filters that have a module."""
_MOST_VALUES: Final = 200


class _Role(NamedTuple):
    """A predicate from one of its sides."""

    key: str
    predicate: Predicate
    is_inverse: bool = False

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """Of the records that a value names."""
        return self.predicate.subjects if self.is_inverse else self.predicate.objects

    @property
    def ends(self) -> list[tuple[str, str]]:
        """The columns of `relations` with who is found, and with whom the value names."""
        if self.predicate.symmetric:
            return [("subject", "object"), ("object", "subject")]
        return [("object", "subject") if self.is_inverse else ("subject", "object")]

    @property
    def named(self) -> str:
        """An SQL query of the ids that a value may name and find something, once a relation."""
        return " UNION ALL ".join(
            f"SELECT {named} AS id FROM relations WHERE predicate = '{self.key}'"
            for _, named in self.ends
        )

    def condition(self, connection: sqlite3.Connection, value: str) -> Condition:
        """Records that stand in the role to the one that a value names."""

        def has_role(record: int) -> bool:
            sql = f"SELECT 1 FROM ({self.named}) WHERE id = ? LIMIT 1"
            return connection.execute(sql, (record,)).fetchone() is not None

        return on_named(connection, value, self.kinds, self._standing_to, is_likely=has_role)

    def _standing_to(self, record: int) -> Condition:
        if self.predicate.nests:
            ((found, named),) = self.ends
            return id_in(
                "WITH RECURSIVE found (id) AS"
                f" (SELECT {found} FROM relations WHERE {named} = ? AND predicate = '{self.key}'"
                f" UNION SELECT {found} FROM relations JOIN found ON {named} = found.id"
                f" WHERE predicate = '{self.key}') SELECT id FROM found",
                (record,),
            )
        queries = [
            f"SELECT {found} FROM relations WHERE {named} = ? AND predicate = '{self.key}'"
            for found, named in self.ends
        ]
        return id_in(" UNION ".join(queries), (record,) * len(queries))

    def values(
        self, connection: sqlite3.Connection, typed: str, language: Language
    ) -> Iterator[str]:
        """Keys and names of those who stand at the other end, of most relations first."""
        ids = connection.execute(
            f"SELECT id FROM ({self.named}) GROUP BY id ORDER BY count(*) DESC, id LIMIT ?",
            (_MOST_VALUES,),
        ).fetchall()
        rows = rows_by_id(connection, [number for (number,) in ids], leave_out)
        found = [rows[number] for (number,) in ids if number in rows]
        if language == "en":
            yield from (row.key for row in found)
        names = [row.name.prefer(language) for row in found]
        yield from names
        yield from (name.removeprefix("ال") for name in names)

    @property
    def _tally(self) -> str:
        pairs = " UNION ".join(
            f"SELECT {found} AS found, {named} AS named FROM relations"
            f" WHERE predicate = '{self.key}'"
            for found, named in self.ends
        )
        counted = (
            f"SELECT named, count(DISTINCT found) FROM pairs WHERE found IN {ASKED} GROUP BY 1"
        )
        if not self.predicate.nests:
            return f"WITH pairs AS ({pairs}) {counted}"
        ((found, named),) = self.ends
        return (
            f"WITH RECURSIVE pairs (found, named) AS ({pairs} UNION"
            f" SELECT {found}, pairs.named FROM relations JOIN pairs ON {named} = pairs.found"
            f" WHERE predicate = '{self.key}') {counted}"
        )

    def filter(self, taken: Collection[str]) -> Filter:
        """The role as a filter, by those of its names that are not taken (folded)."""
        names = (
            self.predicate.inverse_filter_names
            if self.is_inverse
            else self.predicate.filter_names(self.key)
        )
        free = [name for name in names if folding.fold(name) not in taken]
        arabic = tuple(name for name in free if folding.is_arabic(name))
        english, *others = (name for name in free if name not in arabic)
        label = self.predicate.inverse if self.is_inverse else self.predicate.label
        return Filter(
            name=english,
            place=_PLACE,
            arabic_names=arabic,
            other_names=tuple(others),
            takes=f"{_in_words(self.kinds)}, by key or name: *{label.en}* it",
            examples=(),
            condition=self.condition,
            values=self.values,
            tally=of_records(english, self._tally),
        )


def _in_words(kinds: tuple[Kind, ...]) -> str:
    """What a value names, for the docs."""
    if len(kinds) == len(KINDS):
        return "a record"
    return " or ".join(f"{'an' if kind.startswith('a') else 'a'} {kind}" for kind in kinds)


def roles(taken: Collection[str]) -> tuple[Filter, ...]:
    """A filter a predicate and side, in the vocabulary's order.

    Args:
        taken: folded names that other filters have.
    """
    sides = [
        _Role(key, predicate, is_inverse)
        for key, predicate in PREDICATES.items()
        for is_inverse in ((False,) if predicate.symmetric else (False, True))
    ]
    return tuple(side.filter(taken) for side in sides)
