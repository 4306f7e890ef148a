"""A format of exports and one of imports that are registered for a test, and by nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from store.disk.whole_file import write_whole
from store.exchange.export_format import ExportFormat
from store.exchange.export_formats import EXPORT_FORMATS
from store.exchange.import_format import Entries, ImportFormat
from store.exchange.import_formats import IMPORT_FORMATS
from store.exchange.selection import Selection
from store.model.records import Bilingual, Origin, Record
from store.model.vocabulary import Label


def _write(selection: Selection, to: Path, *, overwrite: bool) -> int:
    text = "".join(f"{row.key}\t{row.name.en}\n" for row in selection.rows)
    write_whole(to, text, overwrite=overwrite)
    return 1


def _read(path: Path) -> Entries:
    lines = (line.split("\t") for line in path.read_text("utf-8").splitlines())
    records = (Record(key, "zone", Bilingual(name)) for key, name in lines)
    return Entries([], [(record, Origin(str(path))) for record in records])


TABLE: Final = ExportFormat("table", 90, Label("a table", "جدول"), (".tsv", ".tab"), _write)
TABLE_READER: Final = ImportFormat("table", 90, Label("a table", "جدول"), (".tsv", ".tab"), _read)


@contextmanager
def registered_tables() -> Iterator[None]:
    """Tables can be exported and imported inside."""
    EXPORT_FORMATS.append(TABLE)
    IMPORT_FORMATS.append(TABLE_READER)
    try:
        yield
    finally:
        EXPORT_FORMATS.remove(TABLE)
        IMPORT_FORMATS.remove(TABLE_READER)
