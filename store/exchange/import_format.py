"""What a format of imports is, whatever it reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from store.model.records import Origin, Record, Source
from store.model.vocabulary import Label
from store.tuples import NamedTuple


class Entries(NamedTuple):
    """What a file or folder holds."""

    sources: Sequence[tuple[Source, Origin]] = ()
    records: Iterable[tuple[Record, Origin]] = ()
    """May be read as they are asked for, and end in `ImportRefused`."""
    lexicon: Path | None = None
    """A file of words that mean the same, which the store reads itself."""
    texts: Sequence[tuple[Path, str]] = ()
    """Files of texts of sources, each with how findings name it."""
    not_read: Sequence[str] = ()
    """Files of a folder that hold no record."""


def _known_by_ending_alone(_: Path) -> bool:
    return False


class ImportFormat(NamedTuple):
    """A form of what comes into a store, found by `store.exchange.import_formats`."""

    name: str
    """For programs: `json-lines`."""
    place: int
    """Where lists of formats have it; see `store.entries`."""
    label: Label
    """For users, who read it in a list of what can be imported: `a folder of them`."""
    endings: tuple[str, ...]
    """Endings of file names, in lower case and with the dot; a format that reads folders has none.
    """
    read: Callable[[Path], Entries]
    """Reads a file or folder.

    Raises:
        ImportRefused: something in it is broken.
    """
    holds: Callable[[Path], bool] = _known_by_ending_alone
    """Whether what has no known ending is in this format, by what is in it."""
