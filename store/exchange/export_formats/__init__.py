"""The formats in which records leave a store: a module for each, found by being here."""

from __future__ import annotations

from pathlib import PurePath
from typing import Final

from store.entries import entries
from store.exchange.export_format import ExportFormat
from store.exchange.export_formats.record_folder import FOLDER

EXPORT_FORMATS: Final = list(entries(__name__, __path__, ExportFormat))
"""In the order in which they are offered. Command line, dialog and help are made from it."""


def format_for(path: PurePath) -> ExportFormat:
    """The format that a path's ending asks for; any other path is a folder of record files."""
    ending = path.suffix.lower()
    return next((form for form in EXPORT_FORMATS if ending in form.endings), FOLDER)


def known_endings() -> list[str]:
    """Endings of files that choose a format, in the order of the formats."""
    return [ending for form in EXPORT_FORMATS for ending in form.endings]


def without_ending(name: str) -> str:
    """A name without the ending of a format, where it has one."""
    path = PurePath(name)
    return name.removesuffix(path.suffix) if format_for(path).endings else name
