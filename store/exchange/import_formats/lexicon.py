"""A lexicon: words that find each other in full-text search."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from store.exchange.import_format import Entries, ImportFormat
from store.files.file_kinds import refuse_other_kind
from store.model.vocabulary import Label
from store.search.lexicon import ENDINGS


def _read(path: Path) -> Entries:
    refuse_other_kind(path)
    return Entries(lexicon=path)


LEXICON: Final = ImportFormat(
    "lexicon",
    50,
    Label("a lexicon of words that mean the same (.yaml)", "معجم مترادفات (.yaml)"),
    ENDINGS,
    _read,
)
