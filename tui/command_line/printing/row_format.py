"""What a command lists, and what a format of lists is."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from store.tuples import NamedTuple
from store.typed import Any, Generic, TypeVar
from tui.command_line.entry import Column

T = TypeVar("T")


class Listing(NamedTuple, Generic[T]):
    """What a command lists; any format prints it."""

    columns: tuple[Column[T], ...]
    rows: Iterable[T]
    as_mappings: Callable[[Iterable[T]], Iterable[dict[str, Any]]]
    """The rows in JSON, with more in them than cells can hold."""
    print_for_reading: Callable[[Iterable[T]], int]
    """Prints the rows as a person reads them in a terminal, and gives how many there were."""


class RowFormat(NamedTuple):
    """One format in which a command may print what it lists."""

    name: str
    """As it is asked for: `--format csv`."""
    place: int
    """Where help has it; see `store.entries`."""
    write: Callable[[Listing[Any]], int]
    """Prints the rows as they come, and gives how many there were."""
