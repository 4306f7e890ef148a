"""What a word may become that names something in the store: keys, and filters of a query."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from store.errors import MasaratError
from store.paths import COLLECTION_FILE, default_store
from tui.messages.sentences import user_language

if TYPE_CHECKING:
    from tui.command_line.entry import Value


def stored_values(value: Value, typed: str, store: str | None) -> list[tuple[str, str]]:
    """All that may be meant, each with what it is; nothing where the store cannot be read.

    Args:
        value: what the word is: a key, a record's key, a query or a field.
        typed: the word as far as it is typed.
        store: the store that the command line names, if any. It is read and never written, and
            where there is none yet, the one that a first start would copy.
    """
    from store.store import Store

    try:
        file = store or default_store()
        if store is None and not os.path.exists(file):  # noqa: PTH110 — pathlib takes 4 ms to import
            file = COLLECTION_FILE
        with Store(file, for_reading=True) as opened:
            if value == "query":
                return opened.every_completion(typed, user_language())
            if value == "field":
                return [(name, "") for name in opened.fields() if name.startswith(typed)]
            with_sources = value == "key"
            return opened.keys_beginning(typed, user_language(), with_sources=with_sources)
    except MasaratError:
        return []
