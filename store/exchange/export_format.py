"""What a format of exports is, whatever it writes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePath
from typing import Protocol

from store.disk.whole_file import write_whole
from store.exchange.selection import Selection
from store.model.vocabulary import Label
from store.tuples import NamedTuple


class Write(Protocol):
    """Writes a selection to a path, and returns the number of files that it took.

    Raises:
        ExportError: a file exists and may not be replaced; nothing is left.
        WriteError: a file cannot be written; nothing is left.
    """

    def __call__(self, selection: Selection, to: Path, *, overwrite: bool) -> int:
        """Write the files."""


class ExportFormat(NamedTuple):
    """A form in which records leave a store, found by `store.exchange.export_formats`."""

    name: str
    """For programs: `report`."""
    place: int
    """Where lists of formats have it; see `store.entries`."""
    label: Label
    """For users, who read it after "as" and after "for": `HTML`."""
    endings: tuple[str, ...]
    """Endings of file names, in lower case and with the dot, that ask for this format; the first is
    given to a name without one. A format that makes a folder has none."""
    write: Write
    text: Callable[[Selection], str] | None = None
    """Writes the one text that a file of this format holds; None for a format of several files."""
    holds_texts: bool = False
    """Whether it can take the texts of sources along, each as a file of its own."""

    def named(self, name: str) -> str:
        """A file's or folder's name with an ending of this format."""
        if not self.endings or PurePath(name).suffix.lower() in self.endings:
            return name
        return name + self.endings[0]


def of_one_text(
    name: str,
    place: int,
    label: Label,
    endings: tuple[str, ...],
    text: Callable[[Selection], str],
) -> ExportFormat:
    """Make a format of one file; arguments as for `ExportFormat`."""

    def write(selection: Selection, to: Path, *, overwrite: bool) -> int:
        write_whole(to, text(selection), overwrite=overwrite)
        return 1

    return ExportFormat(name, place, label, endings, write, text)
