"""Records out of a store, in the format that the name of the file or folder asks for."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from store.errors import DamagedRowError
from store.exchange.export_format import ExportFormat
from store.exchange.export_formats import format_for
from store.exchange.export_formats.markdown_report import MARKDOWN
from store.exchange.selection import About, Selection
from store.files import markdown
from store.files.markdown import Languages, Neighbours
from store.model.records import Record, Source
from store.store import Store
from store.tuples import NamedTuple

__all__ = ["About", "Exported", "Languages", "export", "page", "report_text"]


_NOTHING: Final = About()


class Exported(NamedTuple):
    """What an export wrote."""

    path: Path
    """The file or folder."""
    records: int
    sources: int
    files: int
    texts: int = 0
    """Of sources, which went along."""


def export(
    store: Store,
    keys: Iterable[str] | None,
    to: Path,
    *,
    language: Languages = "both",
    overwrite: bool = False,
    about: About = _NOTHING,
    with_texts: bool = False,
) -> Exported:
    """Write records to a file or folder.

    Args:
        store: where from.
        keys: of the records, in the order wanted; None for all.
        to: its ending chooses the format, see `store.exchange.export_formats`; any other name is a
            folder, in which a record file links to those records and sources that are in the
            folder with it.
        language: in which readers read; record files hold both in their front matter.
        overwrite: whether files that exist may be replaced.
        about: how the records came to be chosen, for whoever reads a report of them.
        with_texts: whether the texts of their sources that the user holds go along, for a format
            that `holds_texts`; else no word of them does.

    Raises:
        ExportError: a file exists and may not be replaced; nothing is left.
        WriteError: a file cannot be written; nothing is left.
        UnknownKeyError: a key names no record.

    A record that is damaged in the store is left out, and noted in `Store.damaged`.
    """
    form = format_for(to)
    selection = Selection(store, keys, language, about, with_texts=with_texts and form.holds_texts)
    try:
        files = form.write(selection, to, overwrite=overwrite)
    except DamagedRowError:
        selection = selection.whole()
        files = form.write(selection, to, overwrite=overwrite)
    return Exported(to, len(selection.rows), len(selection.sources), files, len(selection.texts))


def report_text(
    store: Store,
    keys: Iterable[str] | None,
    language: Languages = "both",
    form: ExportFormat = MARKDOWN,
    about: About = _NOTHING,
) -> str:
    """Write the text that `export` would write to a file, for a format of one file; see there."""
    if form.text is None:
        raise ValueError(f"{form.name} is not one text")
    selection = Selection(store, keys, language, about)
    try:
        return form.text(selection)
    except DamagedRowError:
        return form.text(selection.whole())


def page(store: Store, entry: Record | Source, language: Languages = "both") -> str:
    """Write one record's or source's file as an export of everything would."""
    if isinstance(entry, Source):
        citing = dict.fromkeys(key for key, _ in store.citing(entry.key))
        return markdown.write_source(entry, Neighbours(citing=tuple(store.rows(citing))), language)
    sources = {source.key: source for source in store.sources_of([entry.key])}
    places = store.places_of([entry.key])
    around = Neighbours(
        tuple(store.related(entry.key)), sources, places, tuple(store.movements(entry.key))
    )
    return markdown.write_record(entry, around, language)
