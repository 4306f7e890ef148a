"""The formats of what comes into a store: each beside its reader, found by being here."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from store.entries import entries
from store.errors import Finding, ImportRefused, Listed, Sentence
from store.exchange.import_format import ImportFormat
from store.files.file_kinds import refuse_empty, refuse_other_kind

IMPORT_FORMATS: Final = list(entries(__name__, __path__, ImportFormat))
"""In the order in which help names them."""


def format_of(path: Path) -> ImportFormat:
    """The format of a file or folder: by its ending, else by what is in it.

    Raises:
        ImportRefused: it is none of them, is empty, or cannot be read; what it seems to be is
            named, else the formats' endings.
    """
    ending = path.suffix.lower()
    if not path.is_dir():
        refuse_empty(path)
        for form in IMPORT_FORMATS:
            if ending in form.endings:
                return form
        refuse_other_kind(path)
    for form in IMPORT_FORMATS:
        if form.holds(path):
            return form
    endings = Listed(ending for form in IMPORT_FORMATS for ending in form.endings)
    what = Sentence("no record is here: neither the ending nor the content is of a known format")
    todo = Sentence("Name a folder, or a file that ends in one of {endings}", endings=endings)
    raise ImportRefused([Finding(str(path), 1, what, todo)])
