"""On which line of its file a record's problem stands."""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from pathlib import Path
from typing import Final

from store.errors import FieldPath, Finding, Problem
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
        self._line_starts: list[int] = []
        self._last: tuple[str, FieldPath] = ("", ())
        self._last_place = 0
        self._front_matter: front_matter.FrontMatter | None = None

    def finding(self, problem: Problem, key: str, origin: Origin, rule: str) -> Finding:
        """Place a problem in the file of its record; one without a file is named by its key."""
        if not origin.file:
            return problem.in_file(f"record {key}", 1, rule)
        return problem.in_file(origin.file, self._line(problem, origin, rule), rule)

    def _line(self, problem: Problem, origin: Origin, rule: str) -> int:
        if not origin.file.lower().endswith(SUFFIXES):
            return origin.line
        if origin.file != self._file:
            self._read(origin.file)
        place = self._place(problem, rule) if problem.text else -1
        if place >= 0:
            return bisect_right(self._line_starts, place)
        line = self._front_matter.line_of(problem.path) if self._front_matter else 0
        # What is missing altogether is missed where the record begins.
        return line if line > _FIRST_FIELD else origin.line

    def _place(self, problem: Problem, rule: str) -> int:
        """Where a problem's text stands, -1 where it does not.

        A rule finds the problems of a field in the order of its text: each is looked for from the
        last one on.
        """
        start = self._last_place if self._last == (rule, problem.path) else 0
        place = self._text.find(problem.text, start)
        if place < 0 < start:
            place = self._text.find(problem.text, 0, start + len(problem.text))
        self._last, self._last_place = (rule, problem.path), max(place, 0)
        return place

    def _read(self, file: str) -> None:
        # Shipped records name their file from the folder of seeds, wherever that is installed.
        path = Path(file) if os.path.exists(file) else Path(SEEDS_FOLDER).parent / file  # noqa: PTH110 — pathlib's raises
        try:
            text = read_text(path)
        except UnreadableFileError:
            text = ""
        self._file, self._text = file, text
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._last = "", ()
        try:
            self._front_matter = front_matter.read(self._text)
        except front_matter.FrontMatterError:
            self._front_matter = None
