"""masarat under another SQLite than this machine has: it says what it needs, and does nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
COMPILER = shutil.which("cc") or shutil.which("gcc")
pytestmark = pytest.mark.skipif(not COMPILER, reason="not tried: no C compiler is installed")


@pytest.fixture(scope="module")
def other_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    library = tmp_path_factory.mktemp("library") / "other_sqlite.so"
    source = Path(__file__).with_name("other_sqlite.c")
    command = [str(COMPILER), "-shared", "-fPIC", "-o", str(library), str(source), "-ldl"]
    subprocess.run(command, check=True)
    return library


def run(home: Path, library: Path, *arguments: str, **variables: str) -> tuple[int, str]:
    environment = {
        "PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C.UTF-8",
        "LD_PRELOAD": str(library),
        "MASARAT_STORE": str(home / "store.db"),
    } | variables  # fmt: skip
    command = [sys.executable, "-m", "tui", *arguments]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stderr


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        (
            {"SQLITE_IS": "3.36.0"},
            "This Python has SQLite 3.36.0, and masarat needs 3.37.0 or newer",
        ),
        ({"SQLITE_WITHOUT": "fts5"}, "was built without FTS5, which masarat needs to search"),
    ],
)
def test_an_sqlite_that_cannot_hold_a_store_is_told_and_no_store_is_begun(
    variables: dict[str, str],
    said: str,
    other_sqlite: Path,
    tmp_path: Path,
) -> None:
    code, errors = run(tmp_path, other_sqlite, "stats", **variables)

    assert said in errors
    assert code not in (0, 70)
    assert not (tmp_path / "store.db").exists()


def test_the_library_between_changes_nothing_else(other_sqlite: Path, tmp_path: Path) -> None:
    assert run(tmp_path, other_sqlite, "stats") == (0, "")
