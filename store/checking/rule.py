"""What a rule is: one question asked of each record and source of a collection."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from store.checking.collection import Collection
from store.errors import Problem
from store.model.records import Record, Source


class Rule:
    """One rule; a subclass says in its own module what it asks and what breaks it.

    A rule is made anew for each check and may remember what it has seen: records come first, in
    their order, then sources.
    """

    name: ClassVar[str]
    """As in findings and in docs/checking.md; the module has the same name."""
    place: ClassVar[int]
    """When its findings of a record are printed; see `store.entries`."""
    asks: ClassVar[str]
    """What the rule asks of a collection, in one sentence without a full stop."""
    is_named: ClassVar[bool] = True
    """Whether a finding names the rule; what every record needs goes without a name."""

    def __init__(self, collection: Collection) -> None:
        """Take from the whole collection what is needed to judge one record.

        Args:
            collection: everything that is checked together.
        """

    def of_record(self, record: Record) -> Iterable[Problem]:
        """Find where a record breaks the rule."""
        return ()

    def of_source(self, source: Source) -> Iterable[Problem]:
        """Find where a source breaks the rule."""
        return ()
