"""The `masarat` of an editable install: the checkout's modules under both names."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder in which `masarat` is what an editable install would put there."""
    package = tmp_path / "masarat"
    package.mkdir()
    shutil.copy(ROOT / "installation" / "checkout.py", package / "__init__.py")
    shutil.copy(ROOT / "installation" / "masarat" / "__main__.py", package / "__main__.py")
    return tmp_path


def python(place: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=place,
        env={"PYTHONPATH": f"{place}:{ROOT}", "MASARAT_STORE": str(place / "store.db")},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    "claim",
    [
        "import masarat.store.errors, store.errors; assert masarat.store.errors is store.errors",
        "import store.errors, masarat.store.errors; assert masarat.store.errors is store.errors",
        "from masarat import store as other; import store; assert other is store",
        "from masarat.store import Store; from store.store import Store as S; assert Store is S",
        "import masarat.store.text; import store; assert store.__spec__.name == 'store'",
        "import masarat.store.text as t; assert t.__spec__.name == t.__name__ == 'store.text'",
        "import masarat.tui.cli; assert masarat.tui.cli.__name__ == 'tui.cli'",
    ],
)
def test_a_module_is_the_same_under_either_name(place: Path, claim: str) -> None:
    done = python(place, "-c", claim)

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", ["masarat.store.nothing", "masarat.docs", "masarat.storehouse"])
def test_what_is_not_there_cannot_be_imported(place: Path, name: str) -> None:
    done = python(place, "-c", f"import {name}")

    assert "ModuleNotFoundError" in done.stderr


def test_it_runs_as_a_module(place: Path) -> None:
    done = python(place, "-m", "masarat", "lookup", "zabadany", "--json")

    assert done.returncode == 0, done.stderr
    assert '"zabadani"' in done.stdout


def test_nothing_else_is_loaded_before_the_curtain(place: Path) -> None:
    told = (
        "import sys; before = set(sys.modules); import masarat.tui.cli;"
        " print(*sorted({name.partition('.')[0] for name in set(sys.modules) - before}))"
    )
    done = python(place, "-c", told)

    assert done.stdout.split() == ["__future__", "gc", "masarat", "tui"], done.stderr
