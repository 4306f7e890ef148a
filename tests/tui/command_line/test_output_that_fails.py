"""Output that is closed, full or left by its reader, and input that is closed, on every command."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.pseudo_terminal import PseudoTerminal
from tests.thoroughly import in_turns_of
from tests.tui.command_line.conftest import Run, run_program
from tui.command_line.exit_codes import BROKEN, DONE, OUTPUT_FAILED, PIPE_CLOSED
from tui.command_line.table import COMMANDS

ROOT = Path(__file__).parents[3]
PRINTING = ["list", "list --json", "stats", "show zabadani", "guide", "doctor", "--help"]
"""Of each way of printing one: in lines, as JSON, exactly, and the parser's own."""

REFUSING = {
    ">&-": ("Standard output is closed", OUTPUT_FAILED),
    ">/dev/full": ("the disk is full", OUTPUT_FAILED),
    ">&- 2>&- <&-": ("", OUTPUT_FAILED),
    "| true": ("", PIPE_CLOSED),
}
"""What is told, and the exit code, where output goes nowhere."""


@pytest.fixture(scope="module")
def shipped_store(filled_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store as a first start fills it, so that none of the processes below has to."""
    return Path(shutil.copy(filled_file, tmp_path_factory.mktemp("shipped")))


def in_shell(command: str, redirection: str, store_file: Path) -> subprocess.CompletedProcess[str]:
    """Run a command under a shell, in a process of its own."""
    environment = {**os.environ, "MASARAT_STORE": str(store_file), "TERM": "linux"}
    return subprocess.run(
        ["bash", "-c", f"set -o pipefail; {sys.executable} -m tui {command} {redirection}"],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize(("command", "redirection"), in_turns_of(PRINTING, REFUSING))
def test_output_that_cannot_be_written_is_told(
    shipped_store: Path, command: str, redirection: str
) -> None:
    if "/dev/full" in redirection and not Path("/dev/full").exists():
        pytest.skip("Linux has /dev/full")
    told, code = REFUSING[redirection]
    done = in_shell(command, redirection, shipped_store)
    if redirection != "| true":  # its reader may be there until all is written
        assert done.returncode == code
    assert done.returncode in (code, DONE)
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == bool(told)


@pytest.mark.parametrize("redirection", ["2>&-", "<&-", "2>/dev/full"])
def test_what_is_asked_is_done_where_messages_cannot_be_told(
    shipped_store: Path, tmp_path: Path, redirection: str
) -> None:
    done = in_shell(f"export zabadani --to {tmp_path}/r.md", redirection, shipped_store)
    assert (done.returncode, done.stdout) == (DONE, f"{tmp_path}/r.md\n")


def test_an_export_whose_path_cannot_be_printed_says_that_it_is_there(
    shipped_store: Path, tmp_path: Path
) -> None:
    done = in_shell(f"export zabadani --to {tmp_path}/r.md", ">&-", shipped_store)
    assert done.returncode == OUTPUT_FAILED
    written, closed = done.stderr.splitlines()
    assert "written to 1 file." in written
    assert closed.startswith("Standard output is closed")
    assert (tmp_path / "r.md").exists()


def test_without_a_command_closed_files_are_no_terminal(shipped_store: Path) -> None:
    done = in_shell("", "<&- >&-", shipped_store)
    assert done.returncode == BROKEN
    assert done.stderr.startswith("The explorer needs a terminal")


@pytest.mark.parametrize("command", [[], ["--language", "ar"], ["search", "town"], ["doctor"]])
def test_a_dumb_terminal_gets_no_sequences(shipped_store: Path, command: list[str]) -> None:
    environment = {**os.environ, "MASARAT_STORE": str(shipped_store), "TERM": "dumb"}
    with PseudoTerminal(
        [sys.executable, "-m", "tui", *command], environment=environment, folder=ROOT
    ) as terminal:
        code = terminal.wait_for_end()
        while terminal.read(0.1):
            pass
        assert code == (BROKEN if command in ([], ["--language", "ar"]) else DONE)
        assert terminal.drawn
        assert b"\x1b" not in terminal.drawn


# --- arguments -----------------------------------------------------------------------------------


def empty_paths() -> Iterator[list[str]]:
    """Every command with an empty path wherever it takes one."""
    for command in COMMANDS.values():
        paths = [each for each in command.options if "path" in each.value or "file" in each.value]
        yield from ([command.name, each.name, ""] for each in paths)
        before: list[str] = []
        for each in command.arguments:
            if "path" in each.value:
                yield [command.name, *before, ""]
            before.append(each.choices[0] if each.choices else "kefraya")
    yield ["--store", "", "list"]


@pytest.mark.parametrize("arguments", empty_paths(), ids=" ".join)
def test_an_empty_path_is_not_the_current_folder(masarat: Run, arguments: list[str]) -> None:
    refused = masarat(*arguments)
    assert refused.exit_code == BROKEN
    assert "a path is needed" in refused.stderr


@pytest.mark.parametrize("limit", ["9" * 20, "9" * 5000])
def test_a_number_may_be_as_large_as_one_likes(masarat: Run, limit: str) -> None:
    assert masarat("search", "town", "--limit", limit).exit_code in (DONE, BROKEN)


def test_bytes_that_are_no_utf_8_are_taken_as_they_can_be(store_file: Path, tmp_path: Path) -> None:
    """A path is what it is; any other text has a sign in their place."""
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/bad\xff"))
    folder.mkdir()
    (folder / "a.jsonl").write_text('{"key": "a", "kind": "zone", "name": {"en": "A"}}\n')
    for arguments, code in [
        (["import", f"{folder}/a.jsonl"], DONE),
        (["export", "--to", f"{folder}/vault"], DONE),
        (["check", f"{folder}/vault/zones"], 1),
        (["show", "bad\udcff"], 1),
        (["export", "bad\udcff", "--to", f"{folder}/b.md"], 1),
        (["lookup", "bad\udcff"], 1),
        (["bad\udcff"], BROKEN),
        (["list", "--kind", "bad\udcff"], BROKEN),
        (["import", f"{folder}/none"], BROKEN),
        (["--store", f"{folder}/new.db", "list"], BROKEN),
    ]:
        done = run_program(*arguments)
        assert done.exit_code == code, (arguments, done.output)
    assert run_program("show", "a", "--json").exit_code == DONE
