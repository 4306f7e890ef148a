"""Files and folders that this user may not use: what is told is what is so, and no defect."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import store
from tests.assault.ground import ROOT

RECORD = """---
key: my-town
kind: zone
name: {en: Mine, ar: لي}
---

# Mine

A town.
"""
Run = Callable[..., subprocess.CompletedProcess[str]]
_AS_OTHERS = ("setpriv", "--inh-caps=-all", "--bounding-set=-all", "--no-new-privs")
"""A superuser without what lets one pass over permissions."""


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    with store.create(tmp_path / "store.db", empty=True):
        pass
    yield tmp_path
    for folder, _, files in os.walk(tmp_path, topdown=True):
        Path(folder).chmod(0o700)
        for name in files:
            Path(folder, name).chmod(0o600)
    for folder, names, _ in os.walk(tmp_path):
        for name in names:
            Path(folder, name).chmod(0o700)


@pytest.fixture
def masarat(home: Path) -> Run:
    is_superuser = os.geteuid() == 0
    if is_superuser and not shutil.which("setpriv"):
        pytest.skip("a superuser may do anything, and setpriv is not here")
    before = _AS_OTHERS if is_superuser else ()

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*before, sys.executable, "-m", "tui", *arguments],
            cwd=home,
            env={
                "HOME": str(home), "PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"],
                "MASARAT_STORE": str(home / "store.db"), "LANG": "C.UTF-8",
            },
            capture_output=True,
            text=True,
            check=False,
        )  # fmt: skip

    return run


@pytest.mark.parametrize("command", ["import", "check"])
def test_records_in_a_folder_that_may_not_be_entered_cannot_be_read(
    masarat: Run, home: Path, command: str
) -> None:
    folder = home / "records"
    folder.mkdir()
    (folder / "my-town.md").write_text(RECORD, "utf-8")
    folder.chmod(0o600)

    ended = masarat(command, "records")

    assert ended.returncode == (2 if command == "import" else 1)
    assert "permission to read it is missing" in ended.stdout + ended.stderr
    assert "written" not in ended.stdout + ended.stderr


def test_the_file_of_a_record_that_may_no_longer_be_seen_does_not_stop_a_check(
    masarat: Run, home: Path
) -> None:
    folder = home / "records"
    folder.mkdir()
    file = folder / "my-town.md"
    file.write_text(RECORD, "utf-8")
    assert masarat("import", str(file)).returncode == 0
    folder.chmod(0)

    ended = masarat("check")

    assert ended.returncode == 1
    assert "my-town.md" in ended.stdout
    assert ended.stderr.endswith("findings.\n")
    assert "Permission" not in ended.stderr


def test_a_store_that_may_not_be_looked_at_is_not_said_to_be_missing(
    masarat: Run, home: Path
) -> None:
    (home / "kept").mkdir()
    (home / "store.db").rename(home / "kept" / "store.db")
    (home / "kept").chmod(0)

    ended = masarat("--store", "kept/store.db", "repair")

    assert ended.returncode == 2
    assert "no store" not in ended.stderr
    assert "Permission denied" in ended.stderr


def test_doctor_and_saved_searches_work_where_the_settings_may_not_be_read(
    masarat: Run, home: Path
) -> None:
    assert masarat("saved", "mine", "--query", "truce").returncode == 0
    (home / ".config" / "masarat").mkdir(parents=True, exist_ok=True)
    for folder in (home / ".config" / "masarat", home / ".local" / "state" / "masarat"):
        folder.chmod(0)

    assert masarat("doctor").returncode == 0
    assert masarat("doctor", "--report").returncode == 0
    ended = masarat("saved")
    assert ended.returncode == 2
    assert len(ended.stderr.splitlines()) == 1
