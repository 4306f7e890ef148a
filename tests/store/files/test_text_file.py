"""Files from outside: what is no regular file is never waited for; encodings are told."""

from __future__ import annotations

import errno
import os
import socket
from pathlib import Path

import pytest

from store.files.text_file import MissingFileError, UnreadableFileError, read_bytes, read_text

TEXT = "name: هدنة\nSecond line\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_a_text_is_read_in_whatever_unicode_encoding_and_line_ending(
    tmp_path: Path, encoding: str, ending: str
) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(TEXT.replace("\n", ending).encode(encoding))
    assert read_text(file) == TEXT


@pytest.mark.parametrize(
    ("encoding", "text", "named"),
    [
        ("cp1256", "first\nname: الهدنة في حمص\n", "Windows-1256"),
        ("cp1256", "first\nname: هدنة حمص\n", "Windows-1256"),
        ("iso8859-6", "first\nname: الهدنة في الشمال\n", "ISO 8859-6"),
        ("cp1252", "first\nname: Trêve à Paris\n", "Windows-1252"),
    ],
)
def test_an_older_encoding_is_named_with_the_line(
    tmp_path: Path, encoding: str, text: str, named: str
) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(text.encode(encoding))
    with pytest.raises(UnreadableFileError, match=named) as refused:
        read_text(file)
    assert refused.value.line == 2
    assert "UTF-8" in str(refused.value.todo)


def test_utf_16_without_a_mark_and_nul_are_no_text(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(TEXT.encode("utf-16-le"))
    with pytest.raises(UnreadableFileError, match="UTF-16"):
        read_text(file)
    file.write_bytes(b"first\r\nsecond\rthird \0 is a long line that has one of them\n")
    with pytest.raises(UnreadableFileError, match="NUL") as refused:
        read_text(file)
    assert refused.value.line == 3


def test_a_pipe_a_device_a_socket_and_a_folder_are_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "zero").symlink_to("/dev/zero")
    (tmp_path / "link").symlink_to(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket"))
        for name, kind in [
            ("pipe", "pipe"),
            ("link", "pipe"),
            ("zero", "device"),
            ("socket", "socket"),
            (".", "folder"),
        ]:
            with pytest.raises(UnreadableFileError, match=kind):
                read_bytes(tmp_path / name)


def test_a_terminal_at_which_nobody_is_is_no_socket(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(*_: object) -> int:
        raise OSError(errno.ENXIO, "No such device or address")

    monkeypatch.setattr("store.files.text_file.os.open", nobody)
    with pytest.raises(UnreadableFileError, match="device"):
        read_bytes(Path("/dev/tty"))


def test_a_file_is_read_up_to_its_bound(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"x" * 100)
    assert len(read_bytes(file, 100)) == 100
    with pytest.raises(UnreadableFileError, match="100 bytes is too long"):
        read_bytes(file, 99)


def test_what_is_not_there_is_told_apart(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError, match="nothing is there"):
        read_bytes(tmp_path / "none")
    with pytest.raises(MissingFileError):
        read_bytes(tmp_path / "a\0b")
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    with pytest.raises(UnreadableFileError, match="leads back"):
        read_bytes(tmp_path / "circle")
