"""Whatever stands where a file is meant: nothing waits, nothing is obeyed, a sentence says it."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest

from store.text.printable import is_printable
from tests.assault.exit_codes import ALLOWED
from tests.tui.command_line.conftest import Run
from tui.command_line.exit_codes import BROKEN, DONE, NOTHING

RECORD: Final = "---\nkey: a\nkind: zone\nname: {en: A}\n---\n"


def _socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # a socket's path may have few bytes
    try:
        with socket.socket(socket.AF_UNIX) as bound:
            bound.bind(path.name)
    finally:
        os.chdir(here)


def _link_outside(path: Path) -> None:
    outside = path.parent.parent / "outside"
    outside.mkdir()
    (outside / "b.md").write_text(RECORD.replace("key: a", "key: b"))
    path.symlink_to(outside, target_is_directory=True)


KINDS: Final[dict[str, Callable[[Path], object]]] = {
    "pipe": os.mkfifo,
    "socket": _socket,
    "device without end": lambda path: path.symlink_to("/dev/zero"),
    "device that is full": lambda path: path.symlink_to("/dev/full"),
    "link to itself": lambda path: path.symlink_to(path.name),
    "link to nothing": lambda path: path.symlink_to("no-such"),
    "link outside": _link_outside,
    "folder": Path.mkdir,
    "no bytes": Path.touch,
    "NUL": lambda path: path.write_bytes(b"a\0b"),
    "no UTF-8": lambda path: path.write_bytes(b"---\nkey: \xff\xfe\n---\n"),
}
ALONE: Final = (
    ["import", "{}"], ["check", "{}"], ["check", "--source", "{}"], ["backup", "--restore", "{}"],
    ["guide", "--template", "{}"], ["--store", "{}", "stats"],
)  # fmt: skip


@contextmanager
def standing_in(folder: Path, kind: str) -> Iterator[Path]:
    """Something of a kind that is named as a record file, in a folder of its own."""
    folder.mkdir(exist_ok=True)
    path = folder / "x.md"
    KINDS[kind](path)
    yield path


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("command", ALONE, ids=" ".join)
def test_it_is_told_where_it_is_named(
    masarat: Run, tmp_path: Path, command: list[str], kind: str
) -> None:
    with standing_in(tmp_path / "in", kind) as path:
        result = masarat(*(word.replace("{}", str(path)) for word in command))

    assert result.exit_code in ALLOWED, result.output[-300:]
    assert "Traceback" not in result.stderr
    if kind not in ("no bytes", "link outside"):
        assert result.exit_code != DONE
        assert result.output


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("command", ["import", "check"])
def test_it_is_named_where_it_stands_in_a_folder(
    masarat: Run, tmp_path: Path, command: str, kind: str
) -> None:
    with standing_in(tmp_path / "in", kind) as path:
        (path.parent / "a.md").write_text(RECORD)
        (path.parent / "z").symlink_to(path.parent, target_is_directory=True)
        result = masarat(command, path.parent)

    assert result.exit_code in ALLOWED
    if kind != "folder":
        assert "x.md" in result.output


@pytest.mark.parametrize(
    "name",
    [
        "a\x1b]0;PWN\x07", "\u202egnp.\u2066x", "zаbadani", "a\nb", "\udcff", "x\u200b",
        "-rf", "CON", "n" * 200,
    ],
)  # fmt: skip
def test_a_name_of_a_file_is_told_so_that_nobody_obeys_it(
    masarat: Run, tmp_path: Path, name: str
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / f"{name}.md").write_text(RECORD)
    (folder / f"{name}.bin").write_bytes(b"\0")
    for command in (["import", "--", folder], ["check", "--", folder]):
        result = masarat(*command)
        assert result.exit_code in (BROKEN, NOTHING)
        assert "is not the file's name" in result.output
        shown = [c for c in result.output if not (is_printable(c) or c == "\n")]
        assert shown in ([], ["\udcff"] * len(shown))
