"""Programs that write to one store at once: each waits for its turn, and none is refused."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from store.errors import StoreError
from store.model.records import Bilingual, Origin, Record
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


EXPORT = """
import sys
from pathlib import Path
from store.errors import WriteError
from store.exchange.exporting import export
from store.store import Store

with Store(Path(sys.argv[1]), seeds=None) as store:
    for _ in range(6):
        try:
            export(store, None, Path(sys.argv[2]), overwrite=True)
        except WriteError as refused:
            if "is under way" not in str(refused):
                raise
"""


def test_exports_at_once_into_one_folder_leave_the_whole_of_one(tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    running = []
    for name in ("a", "b", "c"):
        database = tmp_path / f"{name}.db"
        with Store(database, seeds=None) as store:
            names = Bilingual(f"Zone of {name}", f"منطقة {name}")
            store.put_many((Record(f"zone-{at}", "zone", names), Origin()) for at in range(40))
        command = [sys.executable, "-c", EXPORT, str(database), str(folder)]
        running.append(subprocess.Popen(command, stderr=subprocess.PIPE, text=True))
    assert [process.communicate()[1] for process in running] == [""] * 3
    assert [process.returncode for process in running] == [0] * 3
    left = [path for path in folder.rglob("*") if path.is_file()]
    assert {path.suffix for path in left} == {".md"}
    zones = [path.read_text("utf-8") for path in left if path.stem.startswith("zone-")]
    assert len(zones) == 40
    assert len({text[text.index("Zone of") :][:9] for text in zones}) == 1


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
