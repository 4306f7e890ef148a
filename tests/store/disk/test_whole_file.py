"""A file is written whole or not at all, whenever the program ends and whatever is refused."""

from __future__ import annotations

import errno
import fcntl
import os
import stat
from contextlib import suppress
from pathlib import Path

import pytest

from store.disk.whole_file import write_private, write_whole
from store.errors import ExportError, WriteError
from tests.store.disk.interruptions import Calls, Killed, every_interruption, files, umask


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("overwrite", [True, False])
def test_killed_at_any_call_the_old_or_the_new_file_stands_there(
    tmp_path: Path, *, overwrite: bool
) -> None:
    old = {"a.md": "old"} if overwrite else {}
    for number, calls in enumerate(every_interruption((0,))):
        folder = tmp_path / str(number)
        folder.mkdir()
        for name, text in old.items():
            (folder / name).write_text(text)
        with calls, suppress(Killed):
            write_whole(folder / "a.md", "new", overwrite=overwrite)
        found = {name: text for name, text in files(folder).items() if name == "a.md"}
        assert found in (old, {"a.md": "new"}), calls.made
        write_whole(folder / "b.md", "next")
        assert files(folder) == {**found, "b.md": "next"}, calls.made


def test_a_write_that_is_refused_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    told = set()
    for calls in every_interruption((errno.ENOSPC, errno.EIO)):
        (tmp_path / "a.md").write_text("old")
        try:
            with calls:
                write_whole(tmp_path / "a.md", "new")
        except WriteError as error:
            told.add(str(error).removeprefix(f"{tmp_path}/a.md cannot be written: "))
        assert files(tmp_path) in ({"a.md": "old"}, {"a.md": "new"}), calls.made
    assert told == {
        "the disk is full; make room, then try again.",
        "the disk reports an error; look after it, or name another place.",
    }


def test_what_is_written_is_on_the_disk_before_it_takes_the_place(tmp_path: Path) -> None:
    with Calls() as calls:
        write_whole(tmp_path / "a.md", "new")
    assert [call.split()[0] for call in calls.made] == [
        "open", "open", "write", "fsync", "rename", "fsync",
    ]  # fmt: skip


def test_a_file_that_exists_is_kept_unless_it_may_be_overwritten(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("mine")
    with pytest.raises(ExportError, match="exists already"):
        write_whole(tmp_path / "a.md", "new", overwrite=False)
    assert files(tmp_path) == {"a.md": "mine"}


@pytest.mark.parametrize("number", [errno.EPERM, errno.EOPNOTSUPP])
def test_a_disk_without_hard_links_is_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def link(*_: object, **__: object) -> None:
        raise OSError(number, "no links")

    monkeypatch.setattr(os, "link", link)
    write_whole(tmp_path / "a.md", "new", overwrite=False)
    with pytest.raises(ExportError):
        write_whole(tmp_path / "a.md", "newer", overwrite=False)
    assert files(tmp_path) == {"a.md": "new"}


def test_a_link_is_replaced_and_what_it_leads_to_left_alone(tmp_path: Path) -> None:
    (tmp_path / "out.md").write_text("theirs")
    (tmp_path / "a.md").symlink_to("out.md")
    with pytest.raises(ExportError):
        write_whole(tmp_path / "a.md", "new", overwrite=False)
    write_whole(tmp_path / "a.md", "new")
    assert files(tmp_path) == {"a.md": "new", "out.md": "theirs"}


def test_names_beside_are_never_taken_from_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "urandom", bytes)
    (tmp_path / "out").write_text("theirs")
    (tmp_path / f".masarat-{'00' * 8}").symlink_to("out")
    with pytest.raises(WriteError):
        write_whole(tmp_path / "a.md", "new")
    assert (tmp_path / "out").read_text() == "theirs"


def test_what_another_program_is_writing_is_left_to_it(tmp_path: Path) -> None:
    with (tmp_path / f".masarat-{'ab' * 8}").open("w") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        write_whole(tmp_path / "a.md", "new")
        assert len(files(tmp_path)) == 2
    write_whole(tmp_path / "a.md", "new")
    assert files(tmp_path) == {"a.md": "new"}


def test_files_follow_the_umask_or_the_file_that_they_replace(tmp_path: Path) -> None:
    with umask(0o027):
        write_whole(tmp_path / "a.md", "1")
        assert mode(tmp_path / "a.md") == 0o640
        (tmp_path / "a.md").chmod(0o600)
        write_whole(tmp_path / "a.md", "2")
        assert mode(tmp_path / "a.md") == 0o600


def test_private_files_are_for_the_user_alone_whatever_was_there(tmp_path: Path) -> None:
    (tmp_path / "state.json").write_text("old")
    (tmp_path / "state.json").chmod(0o644)
    with umask(0):
        write_private(tmp_path / "state.json", "new")
        write_private(tmp_path / "named by the user" / "a", "new")
    assert mode(tmp_path / "state.json") == 0o600
    assert mode(tmp_path / "named by the user" / "a") == 0o600


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    for write in (write_whole, write_private):
        with pytest.raises(WriteError, match="a file is where a folder is needed") as raised:
            write(tmp_path / "taken" / "a.md", "new")
        assert not isinstance(raised.value, ExportError)
