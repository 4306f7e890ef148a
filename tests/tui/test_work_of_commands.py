"""How much a command does that is asked fifty times a day: what is counted, no noise moves.

Modules are those that the interpreter holds when the command ends, files those that Python
is told to open or to list, statements those that SQLite is given. A number that is passed says that
something is loaded, read or asked that was not; it is raised only with the reason in the commit.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

_COUNTING: Final = """
import sys
files = statements = 0
def told(event, arguments):
    global files
    files += event in ("open", "os.listdir", "os.scandir")
sys.addaudithook(told)
import sqlite3
usual = sqlite3.connect
def connect(*arguments, **options):
    connection = usual(*arguments, **options)
    def traced(statement):
        global statements
        statements += not statement.startswith("--")
    connection.set_trace_callback(traced)
    return connection
sqlite3.connect = connect
from tui.cli import run
sys.stdout = open("/dev/null", "w")
try:
    run(sys.argv[1:])
except SystemExit as ended:
    code = ended.code
print(code, len(sys.modules), files, statements, *sys.modules, file=sys.__stderr__)
"""
_BARE: Final = "import sqlite3, sys; print(0, len(sys.modules), 0, 0, file=sys.stderr)"
"""What every command that asks SQLite has."""

MOST: Final = {
    ("lookup", "zabadani"): (141, 176, 17),
    ("search", "truce"): (139, 171, 38),
    ("show", "zabadani"): (115, 145, 30),
    ("list",): (103, 133, 18),
    ("--help",): (92, 114, 0),
}
"""Modules beside those of a bare interpreter with SQLite, files opened, statements."""
NEEDLESS: Final = frozenset(
    ["click", "csv", "dataclasses", "enum", "gettext", "inspect", "json", "platformdirs", "pathlib",
     "re", "shlex", "shutil", "textwrap", "threading", "typing", "uuid"]
)  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def bytecode(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A folder for bytecode: a module whose bytecode is old or missing is opened twice."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("PYTHONPYCACHEPREFIX", str(tmp_path_factory.mktemp("bytecode")))
        patched.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
        yield


def counted(code: str, *arguments: str) -> tuple[list[int], set[str]]:
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    words = done.stderr.split()
    return [int(word) for word in words[:4]], set(words[4:])


@pytest.fixture(scope="module")
def opened_before(filled_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that a start has brought up to date, in whose folders nothing changed since."""
    file = Path(shutil.copy(filled_file, tmp_path_factory.mktemp("counted")))
    counted(_COUNTING, "--store", str(file), "stats")
    return file


@pytest.mark.parametrize("command", MOST, ids=lambda command: command[0])
def test_a_command_does_no_more_than_it_did(command: tuple[str, ...], opened_before: Path) -> None:
    bare = counted(_BARE)[0][1]
    counted(_COUNTING, "--store", str(opened_before), *command)  # writes what bytecode there is not
    (code, modules, files, statements), loaded = counted(
        _COUNTING, "--store", str(opened_before), *command
    )
    assert code == 0
    most = MOST[command]
    did = (modules - bare, files, statements)
    assert not [(d, at_most) for d, at_most in zip(did, most, strict=True) if d > at_most], did
    assert not loaded & NEEDLESS
