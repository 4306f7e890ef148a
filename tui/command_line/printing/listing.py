"""The one way in which a command prints what it lists, in any format."""

from __future__ import annotations

from collections.abc import Callable

from store.typed import Any, Final
from tui.command_line.entry import Column
from tui.command_line.errors import WrongUseError
from tui.command_line.printing.row_format import Listing
from tui.messages.sentences import translate
from tui.terminal.safe_output import standard_output


def print_listing(listing: Listing[Any], wanted: str | None, *, as_json: bool = False) -> int:
    """Print what is listed in the format that is wanted, and return how many rows there were.

    Args:
        listing: what is listed; its rows are read as they are printed.
        wanted: the name of a format; None for one to read in a terminal, and else for TSV.
        as_json: whether `--json` was given, which says the same as the format json.

    Raises:
        WrongUseError: two formats are wanted.
    """
    from tui.command_line.printing.row_formats import ROW_FORMATS

    if as_json and wanted not in (None, "json"):
        sentence = "--json and --format {format} exclude each other; give one of them."
        raise WrongUseError(translate(sentence, format=wanted))
    name = "json" if as_json else wanted or ("table" if standard_output().isatty() else "tsv")
    return ROW_FORMATS[name].write(listing)


RECORD_COLUMNS: Final = (
    Column[Any]("key", "the record's key", lambda row: row.key),
    Column[Any]("kind", "zone, agreement, actor or consequence", lambda row: row.kind),
    Column[Any]("type", "its type, a word of the vocabulary", lambda row: row.type),
    Column[Any]("date", "its date (EDTF)", lambda row: row.date),
    Column[Any]("name_en", "its English name", lambda row: row.name.en),
    Column[Any]("name_ar", "its Arabic name", lambda row: row.name.ar),
)
"""What every list says of a record."""


def columns_of_hits() -> tuple[Column[Any], ...]:
    """What lists say of a record, of hits: each has the record's row."""
    return tuple(column._replace(value=_of_row(column.value)) for column in RECORD_COLUMNS)


def _of_row(value: Callable[[Any], str]) -> Callable[[Any], str]:
    return lambda hit: value(hit.row)
