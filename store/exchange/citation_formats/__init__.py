"""The formats in which sources are cited: a module for each, found by being here."""

from __future__ import annotations

from typing import Final

from store.entries import entries
from store.exchange.citation_format import CitationFormat

CITATION_FORMATS: Final = {each.name: each for each in entries(__name__, __path__, CitationFormat)}
"""Every format by its name, in the order in which they are offered."""
