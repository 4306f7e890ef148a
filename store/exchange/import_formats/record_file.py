"""A record file: Markdown with front matter."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from store.errors import ImportRefused
from store.exchange.import_format import Entries, ImportFormat
from store.files import vault
from store.files.text_file import UnreadableFileError, decoded, open_regular
from store.model.vocabulary import Label

_FRONT_MATTER: Final = "---"
_BEGINNING: Final = 64


def _read(path: Path) -> Entries:
    found = vault.read_file(path)
    if found.findings:
        raise ImportRefused(found.findings)
    return Entries(found.sources, found.records, texts=found.texts)


def _begins_with_front_matter(path: Path) -> bool:
    try:
        with open_regular(path) as file:
            return decoded(file.read(_BEGINNING)).startswith(_FRONT_MATTER)
    except (OSError, UnreadableFileError):
        return False


RECORD_FILE: Final = ImportFormat(
    "record-file",
    10,
    Label(f"a record file ({vault.SUFFIX})", f"ملف سجل ({vault.SUFFIX})"),
    vault.SUFFIXES,
    _read,
    _begins_with_front_matter,
)
