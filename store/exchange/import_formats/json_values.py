"""JSON Lines and JSON, in the shape that `masarat show --json` prints."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from store.exchange.import_format import Entries, ImportFormat
from store.files.json_lines import LINES_SUFFIXES, WHOLE_SUFFIX, JsonFile, RecordLines
from store.model.vocabulary import Label


def _read(path: Path) -> Entries:
    file = JsonFile(path)
    return Entries(file.sources(), file.records())


def _read_lines(path: Path) -> Entries:
    file = JsonFile(path)
    return Entries(file.sources(), RecordLines(file))


JSON_LINES: Final = ImportFormat(
    "json-lines", 30, Label("JSON Lines", "JSON Lines"), LINES_SUFFIXES, _read_lines
)
JSON: Final = ImportFormat("json", 40, Label("JSON", "JSON"), (WHOLE_SUFFIX,), _read)
