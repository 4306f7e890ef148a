"""A folder of record files, such as an export writes."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from store.errors import Finding, ImportRefused, Sentence
from store.exchange.import_format import Entries, ImportFormat
from store.files import vault
from store.model.vocabulary import Label


def _read(path: Path) -> Entries:
    found = vault.read_folder(path)
    if not (found.records or found.sources or found.findings):
        what = Sentence("no record file is in this folder")
        todo = Sentence("Name a folder of Markdown files with front matter that names a kind")
        found.findings.append(Finding(str(path), 1, what, todo))
    if found.findings:
        raise ImportRefused(found.findings)
    return Entries(found.sources, found.records)


RECORD_FOLDER: Final = ImportFormat(
    "record-folder", 20, Label("a folder of them", "مجلد ملفات"), (), _read, Path.is_dir
)
