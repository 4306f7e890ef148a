"""The report of a defect: where it showed, and nothing that it was about."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

import pytest

from store.errors import WriteError
from tests.store.disk.interruptions import every_interruption
from tests.tui.command_line.conftest import Run, masarat, small_file, store_file
from tui.defects import write_report

__all__ = ["masarat", "small_file", "store_file"]

SECRET = "a name of a record"


def fail(depth: object = 0) -> None:
    held = SECRET
    if isinstance(depth, int) and depth:
        fail(depth - 1)
    try:
        {}[held]
    except KeyError as error:
        raise ValueError(held) from error


def failure(depth: int = 0) -> ValueError:
    with pytest.raises(ValueError, match=SECRET) as caught:
        fail(depth)
    return caught.value


def test_it_tells_where_and_nothing_of_what(tmp_path: Path) -> None:
    error = failure()
    error.add_note(SECRET)
    report = write_report(ExceptionGroup(SECRET, [error, OSError(2, SECRET, SECRET)]), tmp_path)
    text = report.read_text("utf-8")
    assert SECRET not in text
    assert str(tmp_path) not in text
    assert "raise ValueError(held) from error" in text
    assert "errno 2" in text


def test_it_is_the_user_s_alone_and_takes_no_name_that_something_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("time.strftime", lambda _: "20260102T030405")
    error = failure()
    first = write_report(error, tmp_path)
    assert stat.S_IMODE(first.stat().st_mode) == 0o600
    first.unlink()
    first.symlink_to(tmp_path / "elsewhere")
    second = write_report(error, tmp_path)
    assert second != first
    assert not (tmp_path / "elsewhere").exists()


def test_a_number_of_them_is_kept_and_nothing_else_is_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "defect-mine.txt").touch()
    error = failure()
    for second in range(14):
        monkeypatch.setattr("time.strftime", lambda _, s=second: f"20260102T0304{s:02}")
        newest = write_report(error, tmp_path)
    assert len(list(tmp_path.iterdir())) == 11
    assert newest.exists()
    assert (tmp_path / "defect-mine.txt").exists()


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO])
def test_on_a_full_disk_it_is_not_there_and_nothing_of_it_is(tmp_path: Path, error: int) -> None:
    folder = tmp_path / "state"
    met = failure()
    for calls in every_interruption((error,)):
        with calls, suppress(WriteError):
            write_report(met, folder)
        left = list(folder.iterdir()) if folder.exists() else []
        assert [path.suffix for path in left] == [".txt"] * len(left)
        assert all("raise ValueError(held)" in path.read_text("utf-8") for path in left)
        for path in left:
            path.unlink()


def test_a_command_that_cannot_keep_one_says_how_to_get_it_all_the_same(
    masarat: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("tui.defects.write_private", full)
    monkeypatch.setattr("store.store.Store.counts", fail)
    for language, said in (("en", "MASARAT_DEBUG=1"), ("ar", "أبلغ")):
        ended = masarat("--language", language, "stats")
        assert ended.exit_code == 70
        assert said in ended.stderr
        assert SECRET not in ended.output


def test_a_long_way_is_shortened(tmp_path: Path) -> None:
    text = write_report(failure(300), tmp_path).read_text("utf-8")
    assert len(text.splitlines()) < 200
    assert "more …" in text
