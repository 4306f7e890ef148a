"""The folders in a folder, each opened once from the one around it: no link is ever passed."""

from __future__ import annotations

from contextlib import suppress
from typing import Self

from store.disk.open_folder import OpenFolder


class InnerFolders:
    """The folders in an open one, by their paths from there on, to be used with `with`."""

    __slots__ = ("_opened", "_root")

    def __init__(self, root: OpenFolder) -> None:
        """Open none yet."""
        self._root = root
        self._opened: dict[str, OpenFolder] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        for folder in self._opened.values():
            folder.__exit__(*raised)

    def find(self, path: str) -> OpenFolder | None:
        """The folder at a path, with `/`; the outer one where it is empty, None where none is.

        Raises:
            OSError: a link or a file is on the way.
        """
        if not path:
            return self._root
        if path not in self._opened:
            around, _, name = path.rpartition("/")
            outer = self.find(around)
            with suppress(FileNotFoundError):
                if outer:
                    self._opened[path] = outer.folder(name)
        return self._opened.get(path)

    def place(self, name: str) -> tuple[OpenFolder | None, str]:
        """The folder in which the file of a path is, None where it is missing, and its name there.

        Raises:
            OSError: a link or a file is on the way.
        """
        around, _, file = name.rpartition("/")
        return self.find(around), file

    def make(self, path: str) -> None:
        """Make a folder where none is, in one that is there."""
        around, _, name = path.rpartition("/")
        outer = self.find(around)
        if outer:
            outer.make_folder(name)

    def remove_empty(self, path: str) -> None:
        """Remove a folder unless something is in it."""
        around, _, name = path.rpartition("/")
        outer = self.find(around)
        if outer:
            outer.remove_empty_folder(name)

    def sync(self) -> None:
        """Have the disk keep the names in all of them, and in the outer one."""
        for folder in (*self._opened.values(), self._root):
            folder.sync()
