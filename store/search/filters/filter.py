"""What a filter is: its names, the values it takes, and the condition that a value becomes."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable

from store.model.vocabulary import KINDS
from store.tuples import NamedTuple
from store.typed import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from store.model.questions import FilterChoice
    from store.model.records import SourceRow
    from store.model.vocabulary import Language
    from store.search.filters.tallies import Tally


class Condition(NamedTuple):
    """What a record must meet: an SQL expression over `records`, and the values in it.

    Columns of `records` are named in full, `records.kind`.
    """

    sql: str
    values: tuple[object, ...] = ()
    needs_id_alone: bool = False
    """It names no column but `records.id`: it can be decided without reading the record."""
    rules_out: str = ""
    """Without values, over `records.id` alone: whatever does not meet this does not meet the
    condition. Asked first, it saves reading most of the records."""
    choices: tuple[str, ...] = ()
    """Keys of the records that the value may mean, where these are several; then none meets it."""

    def negated(self) -> Condition:
        """The condition that exactly the other records meet."""
        return self._replace(sql=f"NOT ({self.sql})", rules_out="")

    @property
    def by_id(self) -> Condition:
        """What of it can be decided without reading the record."""
        return self if self.needs_id_alone else Condition(self.rules_out or "1", (), True)


NEVER: Final = Condition("0", needs_id_alone=True)
"""No record meets it."""


def undecided(keys: Iterable[str]) -> Condition:
    """No record meets it, as the value may mean any of several records."""
    return NEVER._replace(choices=tuple(keys))


def one_of(column: str, values: Iterable[object]) -> Condition:
    """A column holds one of the values; never where there are none."""
    wanted = tuple(dict.fromkeys(values))
    if not wanted:
        return NEVER
    return Condition(f"{column} IN ({', '.join('?' * len(wanted))})", wanted)


def of_kinds(kinds: Iterable[str]) -> Condition:
    """A record is of one of some kinds; never where there are none."""
    condition = one_of("records.kind", kinds)
    if not condition.values:
        return condition
    others = [kind for kind in KINDS if kind not in condition.values]
    # What stands among the details of another kind: these are small tables, records are not.
    absent = (f"records.id NOT IN (SELECT record FROM {kind}s)" for kind in others)
    return condition._replace(rules_out=" AND ".join(absent))


def id_in(ids: str, values: Iterable[object]) -> Condition:
    """A record's id is among those that an SQL query gives."""
    return Condition(f"records.id IN ({ids})", tuple(values), needs_id_alone=True)


Ask = Callable[[sqlite3.Connection, str], Condition]
"""From a value as typed to what it asks."""


TallyOfSources: TypeAlias = "Callable[[Iterable[SourceRow], Language], Iterable[FilterChoice]]"
"""From some sources to the values that they have, with how many of them."""


class Filter(NamedTuple):
    """One thing that a query can ask for as `name:value`.

    The parser, completion, the dialog, suggestions and `docs/query-language.md` know of a filter
    what stands here, and `store.search.filters` finds all of them.
    """

    name: str
    """English, and what the filter is called in code."""
    place: int
    """Where completion, the dialog and the docs have it; see `store.entries`."""
    arabic_names: tuple[str, ...]
    takes: str
    """What a value means, for the docs; Markdown."""
    examples: tuple[str, ...]
    """Queries of this filter that find something among the shipped records."""
    condition: Ask
    """From a value as typed to what it asks of a record."""
    values: Callable[[sqlite3.Connection, str, Language], Iterable[str]]
    """Values that may complete what was typed, in a language, the likeliest first."""
    tally: Tally | None = None
    """How many of some records each value leaves, for the dialog; None where one has to type."""
    other_names: tuple[str, ...] = ()
    """More English names."""
    of_sources: Ask | None = None
    """The same where sources are asked for, an SQL expression over `sources`; None for a filter
    that says something of records alone: it then finds the sources that these cite."""
    tally_of_sources: TallyOfSources | None = None
    """Of a filter that says something of sources: how many of some sources each value leaves."""
    names_belong_to_values: bool = False
    """Of its other names: `pa-x:2093` asks for the value `pa-x:2093`."""
    is_scale: bool = False
    """Its values are numbers in a row, of which `2015..2017` is a range."""

    def label_in(self, language: Language) -> str:
        """What a person calls it: its first name, without hyphens."""
        name = self.arabic_names[0] if language == "ar" else self.name
        return name.replace("-", " ")

    def value_under(self, name: str, value: str) -> str:
        """The value that is asked where it is written behind one of the filter's names."""
        other = name.casefold()
        if self.names_belong_to_values and other in self.other_names:
            return f"{other}:{value}"
        return value

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that may stand before the colon, the English one first."""
        return (self.name, *self.arabic_names, *self.other_names)
