"""On which line of its file a record's problem stands."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from store.errors import Finding, Problem
from store.files import front_matter
from store.files.text_file import UnreadableFileError, read_text
from store.files.vault import SUFFIXES
from store.model.records import Origin
from store.paths import SEEDS_FOLDER

_FIRST_FIELD: Final = 2


class FieldLines:
    """Finds lines in the files that records came from, while those are still there.

    The file read last is kept, as the problems of a record come one after another.
    """

    def __init__(self) -> None:
        self._file = ""
        self._text = ""
        self._front_matter: front_matter.FrontMatter | None = None

    def finding(self, problem: Problem, key: str, origin: Origin, rule: str) -> Finding:
        """Place a problem in the file of its record; one without a file is named by its key."""
        if not origin.file:
            return problem.in_file(f"record {key}", 1, rule)
        return problem.in_file(origin.file, self._line(problem, origin), rule)

    def _line(self, problem: Problem, origin: Origin) -> int:
        if not origin.file.lower().endswith(SUFFIXES):
            return origin.line
        if origin.file != self._file:
            self._read(origin.file)
        if problem.text and problem.text in self._text:
            return self._text.count("\n", 0, self._text.index(problem.text)) + 1
        line = self._front_matter.line_of(problem.path) if self._front_matter else 0
        # What is missing altogether is missed where the record begins.
        return line if line > _FIRST_FIELD else origin.line

    def _read(self, file: str) -> None:
        # Shipped records name their file from the folder of seeds, wherever that is installed.
        path = Path(file) if Path(file).exists() else Path(SEEDS_FOLDER).parent / file
        try:
            text = read_text(path)
        except UnreadableFileError:
            text = ""
        self._file, self._text = file, text
        try:
            self._front_matter = front_matter.read(self._text)
        except front_matter.FrontMatterError:
            self._front_matter = None
