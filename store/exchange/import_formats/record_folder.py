"""A folder of record files, such as an export writes."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from store.errors import ImportRefused
from store.exchange.import_format import Entries, ImportFormat
from store.files import vault
from store.model.vocabulary import Label


def _read(path: Path) -> Entries:
    found = vault.read_folder(path)
    if found.findings:
        raise ImportRefused(found.findings)
    return Entries(found.sources, found.records, texts=found.texts, not_read=tuple(found.not_read))


RECORD_FOLDER: Final = ImportFormat(
    "record-folder", 20, Label("a folder of them", "مجلد ملفات"), (), _read, Path.is_dir
)
