"""The language that the environment asks for."""

from __future__ import annotations

import os

from store.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from store.model.vocabulary import Language


def language_of_locale() -> Language:
    """Arabic where the locale is, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "ar" if value.startswith("ar") else "en"
    return "en"
