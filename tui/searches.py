"""The searches made earlier, kept between starts in a JSON file in the platform's state folder."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

from store.errors import WriteError
from store.files.text_file import UnreadableFileError, read_text
from store.model.questions import LONGEST_QUERY
from store.paths import own_folder
from store.text.printable import printable

FILE_NAME: Final = "searches.json"
MOST: Final = 200
"""Searches that are kept; the oldest are forgotten."""
_LARGEST: Final = 1024 * 1024
"""Bytes: what `MOST` of the longest searches take, and some more."""


class Searches:
    """What was searched for, the oldest first, each once; the file is read when it is needed."""

    def __init__(self, path: Path | None = None) -> None:
        """Begin with what the file has.

        Args:
            path: of the file; None keeps nothing beyond the present run.
        """
        self._path = path
        self._noted: list[str] = []
        self._kept: list[str] | None = None

    @property
    def all(self) -> list[str]:
        """The searches of earlier starts and of this one."""
        if self._kept is None:
            self._kept = load_searches(self._path) if self._path else []
        return _each_once([*self._kept, *self._noted])

    def note(self, query: str) -> None:
        """Note a search as the latest."""
        self._noted = _each_once([*self._noted, query])

    def keep(self) -> None:
        """Write what was noted behind what other runs have meanwhile kept.

        Raises:
            store.errors.WriteError: the file cannot be written.
        """
        if self._path and self._noted:
            _save(_each_once([*load_searches(self._path), *self._noted]), self._path)
            self._kept, self._noted = None, []


def searches_file() -> Path:
    """Where the searches are kept.

    Raises:
        StoreError: the user has no home folder.
    """
    return Path(own_folder("state")) / FILE_NAME


def load_searches(path: Path) -> list[str]:
    """The searches that were kept, the oldest first; none where the file is none of ours."""
    try:
        text = read_text(path, _LARGEST)
    except UnreadableFileError:
        return []
    import json  # the first start has nothing to read

    try:
        kept = json.loads(text)
    except (ValueError, RecursionError):
        return []
    return _each_once(kept) if isinstance(kept, list) else []


def clear_searches(path: Path) -> None:
    """Forget all searches.

    Raises:
        store.errors.WriteError: the file cannot be removed.
    """
    try:
        with suppress(FileNotFoundError):
            path.unlink()
    except OSError as error:
        from store.disk.reasons import not_written

        raise WriteError(not_written(path, error)) from error


def _save(searches: list[str], path: Path) -> None:
    import json  # not needed before the end

    from store.disk.whole_file import write_private

    write_private(path, json.dumps(searches, ensure_ascii=False, indent=0))


def _each_once(searches: Iterable[object]) -> list[str]:
    """The latest of what a person can have typed, each where it was searched for last."""
    found: dict[str, None] = {}
    for each in searches:
        if isinstance(each, str) and len(each) <= LONGEST_QUERY and each == printable(each):
            query = each.strip()
            found.pop(query, None)
            found[query] = None
    found.pop("", None)
    return list(found)[-MOST:]
