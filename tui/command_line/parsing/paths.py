"""Paths on the command line: the empty one is none, and what is to be there is."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tui.command_line.entry import OUTPUT
from tui.messages.sentences import comma_separated, translate

if TYPE_CHECKING:
    from tui.command_line.entry import Value


_TAKE_OUTPUT: Final = frozenset({"export", "file or output", "new file or folder"})
"""Paths that may be `-`, or are refused with a reason of their own."""


class NoPathError(Exception):
    """A word is not the path that is needed; says why, in the user's language."""


def path_of(value: Value, word: str) -> Path:
    """Read a word as a path.

    Args:
        value: what the path is to be.
        word: as it was typed.

    Raises:
        NoPathError: it is not that.
    """
    if not word:
        raise NoPathError(translate("a path is needed; . is the current folder"))
    if "\0" in word:
        raise NoPathError(translate("no file can have this name"))
    if word == OUTPUT and value not in _TAKE_OUTPUT:
        sentence = "- is a pipe, which is not taken here; write ./- for a file of that name"
        raise NoPathError(translate(sentence))
    path = Path(word)
    if word != OUTPUT and str(path) == OUTPUT:
        path = Path.cwd() / path
    is_folder = os.path.isdir(word)
    if value == "new file or folder" and word.endswith("/") and not is_folder:
        raise NoPathError(translate("there is no folder {path}; make it first", path=word))
    if value == "export" and not word.endswith("/") and not is_folder:
        _refuse_unknown_ending(path.suffix)
    _refuse_what_cannot_be_read(value, word)
    return path


def _refuse_unknown_ending(ending: str) -> None:
    from store.exchange.export_formats import known_endings

    if ending and ending.lower() not in known_endings():
        sentence = (
            "no report ends in {ending}; give the file an ending in {endings}, or end the "
            "path in / for a folder"
        )
        endings = comma_separated(known_endings())
        raise NoPathError(translate(sentence, ending=ending, endings=endings))


def _refuse_what_cannot_be_read(value: Value, word: str) -> None:
    """Refuse what is not there though it is to be, or may not be read.

    Raises:
        NoPathError: it is so.
    """
    is_file = value == "existing file"
    shown = word.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    told = {"name": translate("File" if is_file else "Path"), "filename": shown}
    if not os.path.exists(word):
        if is_file or value == "existing path":
            raise NoPathError(translate("{name} {filename!r} does not exist.", **told))
    elif is_file and os.path.isdir(word):
        raise NoPathError(translate("{name} {filename!r} is a directory.", **told))
    elif not os.access(word, os.R_OK):
        raise NoPathError(translate("{name} {filename!r} is not readable.", **told))
