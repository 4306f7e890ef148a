"""Programs that write to one store at once: each waits for its turn, and none is refused."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from store.errors import StoreError
from store.sqlite.connection import Patience
from store.store import Store

WRITERS = 8
IMPORT = """
import sys
from pathlib import Path
from store.exchange.importing import import_path
from store.store import Store

with Store(Path(sys.argv[1]), seeds=None) as store:
    import_path(store, Path(sys.argv[2]))
"""


def test_imports_at_once_are_all_stored(tmp_path: Path) -> None:
    database = tmp_path / "store.db"
    Store(database, seeds=None).close()
    running = []
    for number in range(WRITERS):
        file = tmp_path / f"zone-{number}.md"
        file.write_text(
            f"---\nkey: zone-{number}\nkind: zone\ntype: town\nname: {{en: Zone, ar: منطقة}}\n---\n"
        )
        command = [sys.executable, "-c", IMPORT, str(database), str(file)]
        running.append(subprocess.Popen(command, stderr=subprocess.PIPE, text=True))
    assert [process.communicate()[1] for process in running] == [""] * WRITERS
    assert [process.returncode for process in running] == [0] * WRITERS
    with Store(database, seeds=None) as store:
        assert sum(store.counts().values()) == WRITERS


def test_who_waits_is_told_once_and_refused_in_the_end(tmp_path: Path) -> None:
    database = tmp_path / "store.db"
    Store(database, seeds=None).close()
    told: list[str] = []
    patience = Patience(tries=3, tell=lambda: told.append("waiting"))
    with (
        Store(database, seeds=None, patience=patience) as store,
        closing(sqlite3.connect(database, isolation_level=None)) as other,
    ):
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="is locked by another program"):
            store.put_many([])
        assert told == ["waiting"]
        other.execute("ROLLBACK")
        store.put_many([])
        assert sum(store.counts().values()) == 0
