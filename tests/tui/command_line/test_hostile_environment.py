"""Whatever any variable of the environment holds: a sentence or what holds without it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.assault.exit_codes import ALLOWED
from tests.thoroughly import in_turns, thorough_but
from tests.tui.command_line.conftest import Run
from tui.command_line.exit_codes import BROKEN, DEFECT, DONE

ROOT: Final = Path(__file__).parents[3]
VARIABLES: Final = (
    "MASARAT_STORE", "MASARAT_DEBUG", "_MASARAT_COMPLETE", "HOME", "XDG_DATA_HOME",
    "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR", "TMPDIR",
    "SQLITE_TMPDIR", "TERM", "TERM_PROGRAM", "COLORTERM", "LANG", "LANGUAGE", "LC_ALL",
    "LC_MESSAGES", "LC_CTYPE", "COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "PAGER", "EDITOR",
    "TZ", "PYTHONIOENCODING", "PYTHONUTF8",
)  # fmt: skip
HOSTILE: Final = {
    "empty": "",
    "huge": "x" * 100_000,
    "long path": "/" + "/".join(["x" * 200] * 40),
    "binary": os.fsdecode(bytes(set(range(1, 256)) - {ord("/")})),
    "no UTF-8": os.fsdecode(b"\xff\xfe/\xed\xa0\x80"),
    "sequence": "a\x1b]0;PWN\x07",
    "lines": "a\nb",
    "relative": "some/where",
    "missing": "{here}/no/such",
    "file": "{here}/file",
    "in a file": "{here}/file/x",
    "folder": "{here}",
    "pipe": "{here}/pipe",
    "loop": "{here}/loop",
    "device": "/dev/full",
    "number": "-1",
}
COMMANDS: Final = (
    ["stats"], ["lookup", "kefraya"], ["doctor"], ["backup"], ["--help"], ["no-such-command"],
)  # fmt: skip


def made(name: str, here: Path) -> str:
    """A value, and in a folder what it names."""
    (here / "file").write_text("text")
    os.mkfifo(here / "pipe")
    (here / "loop").symlink_to("loop")
    return HOSTILE[name].replace("{here}", str(here))


def cases() -> Iterator[object]:
    """Every variable with every value: every twelfth value at once, the others thoroughly."""
    for number, variable in enumerate(VARIABLES):
        for other, name in enumerate(HOSTILE):
            marks = in_turns(number, other, of=12)
            yield pytest.param(variable, name, id=f"{variable}-{name}", marks=marks)


@pytest.mark.parametrize(("variable", "name"), cases())
def test_a_variable_may_hold_anything(
    masarat: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str, name: str
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    monkeypatch.setenv("HOME", str(tmp_path))
    if variable in ("HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv("MASARAT_STORE")
    monkeypatch.setenv(variable, made(name, here))

    for command in COMMANDS:
        result = masarat(*command)
        assert result.exit_code in ALLOWED, result.output[-300:]
        assert "Traceback" not in result.stderr
        assert "\x1b" not in result.stderr


@pytest.fixture
def homeless(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody of whom the system does not know where they live."""

    def nobody(_: int) -> object:
        raise KeyError

    monkeypatch.setattr("pwd.getpwuid", nobody)
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", "some/where")


@pytest.mark.usefixtures("homeless")
@pytest.mark.parametrize("command", ["stats", "config", "saved", "history", "backup"])
def test_without_a_home_what_needs_one_says_so(
    masarat: Run, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.delenv("MASARAT_STORE")

    result = masarat(command)

    assert result.exit_code == BROKEN
    assert "set HOME" in result.stderr


@pytest.mark.usefixtures("homeless")
def test_without_a_home_a_named_store_is_read_and_a_defect_is_told(
    masarat: Run, store_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert masarat("--store", store_file, "stats").exit_code == DONE
    assert masarat("create", tmp_path / "masarat" / "new.db").exit_code == DONE

    monkeypatch.setattr("store.open", lambda *_, **__: 1 / 0)
    result = masarat("stats")
    assert result.exit_code == DEFECT
    assert "MASARAT_DEBUG=1" in result.stderr


def test_where_the_current_folder_was_removed_all_that_needs_none_is_done(
    masarat: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (gone := tmp_path / "gone").mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()

    assert masarat("stats").exit_code == DONE
    assert masarat("export", "--to", "out.md").exit_code == BROKEN
    assert masarat("import", ".").exit_code == BROKEN


POOR: Final = (
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
    {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    {"LC_ALL": "C", "PYTHONIOENCODING": "latin-1:strict"},
    {"LC_ALL": "no_SUCH.encoding"},
)


@pytest.mark.parametrize("environment", thorough_but(POOR[:1], POOR), ids=str)
def test_a_poor_locale_changes_no_byte_that_is_read_or_written(
    masarat: Run, store_file: Path, tmp_path: Path, environment: dict[str, str]
) -> None:
    assert masarat("lookup", "qatar").exit_code == DONE
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "MASARAT_STORE")}
    (tmp_path / "مجلد").mkdir()
    for arguments, printed in (
        (["show", "zabadani"], "الزبداني"),
        (["lookup", "الزبداني"], "الزبداني"),
        (["lookup", "--language", "ar", "لا-شيء"], "لا-شيء"),
        (["export", "zabadani", "--to", f"{tmp_path}/مجلد/تقرير.md"], "تقرير.md"),
    ):
        done = subprocess.run(
            [sys.executable, "-m", "tui", *arguments],
            cwd=ROOT, env=kept | environment, capture_output=True, check=False,
        )  # fmt: skip
        assert done.returncode in (DONE, 1)
        assert printed in (done.stdout + done.stderr).decode()
    assert "الزبداني" in (tmp_path / "مجلد/تقرير.md").read_text("utf-8")
