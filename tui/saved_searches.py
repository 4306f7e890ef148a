"""Searches that the user saved by a name, in a JSON file in the platform's state folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from store.errors import MasaratError, Sentence
from store.files.text_file import MissingFileError, UnreadableFileError, read_text
from store.model.questions import LONGEST_QUERY
from store.paths import own_folder
from store.text import folding
from store.text.printable import printable

FILE_NAME: Final = "saved-searches.json"
MOST: Final = 500
"""Searches that can be saved."""
LONGEST_NAME: Final = 80
"""Characters."""
SIGN: Final = "@"
"""Before a name, where a query may stand as well."""
_LARGEST: Final = 4 * 1024 * 1024
"""Bytes: what `MOST` of the longest searches take, and some more."""


class SavedSearches:
    """Queries by name, each written down as soon as it is saved.

    Two names that differ in case, accents or the like are one.
    """

    def __init__(self, path: Path) -> None:
        """Begin with what the file has, which is read when it is needed."""
        self._path = path

    def all(self) -> dict[str, str]:
        """The queries by name, in the order in which they were saved.

        Raises:
            MasaratError: the file is there, and is none of ours.
        """
        import json  # few save any

        try:
            kept = json.loads(read_text(self._path, _LARGEST))
        except MissingFileError:
            return {}
        except (UnreadableFileError, ValueError, RecursionError) as error:
            raise self._refused() from error
        if not isinstance(kept, dict) or not all(
            isinstance(query, str) and _is_usable(query, LONGEST_QUERY) for query in kept.values()
        ):
            raise self._refused()
        return {name: query for name, query in kept.items() if not fault_of(name)}

    def named(self, name: str) -> str:
        """The name as it was saved; empty where nothing is.

        Raises:
            MasaratError: the searches cannot be read.
        """
        return _same(name, self.all())

    def change(self, changes: Mapping[str, str | None]) -> None:
        """Save queries by their names, in the place of what is so named; None forgets one.

        Raises:
            MasaratError: a name cannot be used, there are too many, or the file cannot be written.
        """
        kept = self.all()
        for name, query in changes.items():
            if query is None:
                kept.pop(_same(name, kept), None)
                continue
            if fault := fault_of(name):
                raise MasaratError(fault)
            kept[_same(name, kept) or name.strip()] = query.strip()
        if len(kept) > MOST:
            sentence = "{most:,} searches are saved; forget one before another is saved."
            raise MasaratError(Sentence(sentence, most=MOST))
        self._write(kept)

    def _write(self, kept: Mapping[str, str]) -> None:
        import json

        from store.disk.whole_file import write_private

        write_private(self._path, json.dumps(kept, ensure_ascii=False, indent=1))

    def _refused(self) -> MasaratError:
        sentence = "{path} does not hold saved searches; move it away to save new ones."
        return MasaratError(Sentence(sentence, path=str(self._path)))


def saved_searches_file() -> Path:
    """Where they are kept.

    Raises:
        StoreError: the user has no home folder.
    """
    return Path(own_folder("state")) / FILE_NAME


def fault_of(name: str) -> Sentence | None:
    """What is wrong with a name, None when nothing is."""
    if not name.strip() or not folding.fold(name).strip():
        return Sentence("A saved search needs a name.")
    if not _is_usable(name, LONGEST_NAME):
        sentence = "The name of a saved search is one line of {most} characters at most."
        return Sentence(sentence, most=LONGEST_NAME)
    if name.strip().startswith((SIGN, "-")):
        return Sentence("The name of a saved search begins neither with @ nor with -.")
    return None


def _is_usable(text: str, most: int) -> bool:
    return len(text) <= most and text == printable(text)


def _same(name: str, names: Mapping[str, str]) -> str:
    wanted = folding.fold(name.strip())
    return next((each for each in names if folding.fold(each) == wanted), "")
