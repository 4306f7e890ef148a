"""Stores that can be told apart, and what another program makes of them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from store.model.records import Bilingual, Origin, Record
from store.store import Store

OTHER_PROGRAM = """
import sys
from store.model.records import Bilingual, Origin, Record
from store.store import Store

with Store(sys.argv[1], seeds=None) as store:
    print(*store.every_key(), flush=True)
    for line in sys.stdin:
        if line.startswith("put "):
            store.put(Record(line.split()[1], "zone", Bilingual("Put by another")))
        print(*store.every_key(), flush=True)
"""


def filled(path: Path, *keys: str) -> Path:
    """A store with records of these keys."""
    with Store(path, seeds=None) as store:
        store.put_many([(Record(key, "zone", Bilingual(key.title())), Origin()) for key in keys])
    return path


def keys(path: Path | str) -> list[str]:
    """The keys of a store's records."""
    with Store(path, seeds=None) as store:
        return store.every_key()


class OtherProgram:
    """A program that has a store open, and says what it sees when it is asked."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.saw_first = self._read()

    def sees(self, order: str = "look") -> list[str]:
        """What it sees when it looks again, or has done what it is ordered."""
        assert self._process.stdin
        self._process.stdin.write(f"{order}\n")
        self._process.stdin.flush()
        return self._read()

    def _read(self) -> list[str]:
        assert self._process.stdout
        return self._process.stdout.readline().split()


@contextmanager
def other_program(path: Path) -> Iterator[OtherProgram]:
    """Another process that has a store open."""
    command = [sys.executable, "-c", OTHER_PROGRAM, str(path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield OtherProgram(process)
        process.communicate()
        assert process.returncode == 0


@pytest.fixture
def present(tmp_path: Path) -> Path:
    """The store that is to be backed up, or to be replaced."""
    return filled(tmp_path / "present.db", "here", "now")


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    """A backup of another store."""
    (tmp_path / "elsewhere").mkdir()
    with Store(filled(tmp_path / "elsewhere/old.db", "then"), seeds=None) as store:
        return Path(store.backup(tmp_path / "elsewhere/backup.db").path)
