"""A folder of record files, linked to each other, that can be read back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from store.disk.whole_folder import write_files
from store.exchange.export_format import ExportFormat
from store.exchange.selection import Selection
from store.files import markdown
from store.files.markdown import Neighbours, folder_of
from store.files.vault import SUFFIX, TEXTS
from store.model.records import Row
from store.model.vocabulary import Label
from store.texts.text_files import write_text_file


def _write(selection: Selection, to: Path, *, overwrite: bool) -> int:
    names = [
        *(f"{folder_of(row.kind)}/{row.key}{SUFFIX}" for row in selection.rows),
        *(f"{folder_of('source')}/{key}{SUFFIX}" for key in selection.sources),
        *(f"{TEXTS}/{key}{SUFFIX}" for key in selection.texts),
    ]
    write_files(to, names, _texts(selection), overwrite=overwrite)
    return len(names)


def _texts(selection: Selection) -> Iterator[str]:
    """The files' texts in the order of their names; links lead to files of the folder only."""
    keys = [row.key for row in selection.rows]
    linked = frozenset(keys) | selection.sources.keys()
    citing: dict[str, list[Row]] = defaultdict(list)
    for row, (record, related, moved) in zip(selection.rows, selection.read(keys), strict=True):
        for cited in {citation.source for citation in record.every_citation()}:
            citing[cited].append(row)
        around = Neighbours(
            tuple(related), selection.sources, selection.places, tuple(moved), linked=linked
        )
        yield markdown.write_record(record, around, selection.language)
    for key, source in selection.sources.items():
        rows = sorted(citing[key], key=lambda row: row.key)
        around = Neighbours(citing=tuple(rows), linked=linked)
        yield markdown.write_source(source, around, selection.language)
    yield from map(write_text_file, selection.whole_texts())


FOLDER: Final = ExportFormat(
    "folder",
    30,
    Label("folder of linked files", "مجلد ملفات مترابطة"),
    (),
    _write,
    holds_texts=True,
)
