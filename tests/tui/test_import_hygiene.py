"""What must not be loaded is not: the store knows no terminal, a look-up pays for itself only."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import store
import tui
from tests.thoroughly import thorough_but

TERMINAL = {"textual", "rich"}
START = "from tui.cli import run; run(sys.argv[1:])"
HEAVY = TERMINAL | {
    "click", "yaml", "sqlite_utils", "platformdirs", "markdown_it", "importlib.metadata",
}  # fmt: skip


def modules_after(code: str, *arguments: str) -> set[str]:
    """Names of the modules that a new interpreter holds after running some code."""
    report = "import sys; sys.stdout = sys.stderr\ntry:\n    {}\nfinally:\n    print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", report.format(code.replace("\n", "\n    ")), *arguments],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stderr.splitlines(), done
    return set(done.stderr.splitlines()[-1].split())


@pytest.fixture(scope="module")
def filled(filled_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copy(filled_file, tmp_path_factory.mktemp("store")))


def test_no_module_of_the_store_loads_a_terminal_library() -> None:
    folder = Path(store.__file__).parent
    names = [
        ".".join(("store", *path.relative_to(folder).with_suffix("").parts))
        for path in folder.rglob("*.py")
        if path.stem != "__init__"
    ]
    assert len(names) > 40
    loaded = modules_after(f"import {', '.join(names)}")
    assert set(names) <= loaded
    assert not loaded & TERMINAL


@pytest.mark.parametrize("command", [("lookup", "zabadani"), ("search", "ceasefire")])
def test_finding_loads_nothing_that_it_does_not_need(
    filled: Path, command: tuple[str, ...]
) -> None:
    loaded = modules_after(START, "--store", str(filled), *command)
    assert not loaded & HEAVY


@pytest.mark.parametrize("help_", [("--help",), ("lookup", "--help")])
def test_help_loads_what_it_is_made_of_alone(help_: tuple[str, ...]) -> None:
    loaded = modules_after(START, *help_)
    assert not loaded & {*HEAVY, "sqlite3"}


EVERY = [
    ("list",), ("stats",), ("show", "zabadani", "--markdown"), ("check",), ("doctor",),
    ("timeline",), ("map",), ("network", "zabadani"),
]  # fmt: skip


# A whole check takes seconds, whatever it loads.
@pytest.mark.parametrize(
    "command", thorough_but([each for each in EVERY if each != ("check",)], EVERY)
)
def test_no_command_loads_a_terminal_library(filled: Path, command: tuple[str, ...]) -> None:
    loaded = modules_after(START, "--store", str(filled), *command)
    assert "sqlite3" in loaded
    assert not loaded & TERMINAL


def test_the_explorer_loads_nothing_for_pictures_before_one_is_asked_for() -> None:
    loaded = modules_after("import tui.explorer.app")
    assert "tui.explorer.app" in loaded
    drawn = ("tui.pictures", "store.timelines", "store.maps", "store.connecting")
    assert not [name for name in loaded if name.startswith(drawn) or ".picturing" in name]


def test_completing_a_word_loads_no_terminal_library(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("_MASARAT_COMPLETE", "fish_complete")
    monkeypatch.setenv("COMP_LINE", f"masarat --store {filled} list actor:a")
    loaded = modules_after(START)
    assert {"sqlite3", "store.search.completion"} <= loaded
    assert not loaded & HEAVY


def test_commands_load_each_its_own_modules(filled: Path) -> None:
    lookup, search = (
        modules_after(START, "--store", str(filled), command, "zabadani")
        for command in ("lookup", "search")
    )
    assert lookup - search
    assert search - lookup


@pytest.mark.parametrize(
    "arguments", [("lookup", "zabadani"), ("search", "truce"), ("show", "zabadani"), ("--help",)]
)
def test_no_command_pays_for_dataclasses(filled: Path, arguments: tuple[str, ...]) -> None:
    assert "dataclasses" not in modules_after(START, "--store", str(filled), *arguments)


def test_no_sql_stands_in_the_face_of_the_program() -> None:
    sql = re.compile(r"\b(?:SELECT|INSERT INTO|UPDATE \w+ SET|DELETE FROM)\b")
    files = [*Path(tui.__file__).parent.rglob("*.py")]

    assert len(files) > 30
    assert [file.name for file in files if sql.search(file.read_text(encoding="utf-8"))] == []
