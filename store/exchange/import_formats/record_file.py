"""A record file: Markdown with front matter."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from store.errors import ImportRefused
from store.exchange.import_format import Entries, ImportFormat
from store.files import vault
from store.model.vocabulary import Label

_FRONT_MATTER: Final = (b"---", b"\xef\xbb\xbf---")  # perhaps after a byte order mark


def _read(path: Path) -> Entries:
    found = vault.read_file(path)
    if found.findings:
        raise ImportRefused(found.findings)
    return Entries(found.sources, found.records)


def _begins_with_front_matter(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(6).startswith(_FRONT_MATTER)
    except OSError:
        return not path.is_dir()  # reading a file will say why it cannot be read


RECORD_FILE: Final = ImportFormat(
    "record-file",
    10,
    Label(f"a record file ({vault.SUFFIX})", f"ملف سجل ({vault.SUFFIX})"),
    (vault.SUFFIX,),
    _read,
    _begins_with_front_matter,
)
