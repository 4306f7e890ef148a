"""The report of a defect: where it showed, and nothing that it was about."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from tui.defects import write_report

SECRET = "a name of a record"


def fail(depth: int = 0) -> None:
    held = SECRET
    if depth:
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


def test_a_long_way_is_shortened(tmp_path: Path) -> None:
    text = write_report(failure(300), tmp_path).read_text("utf-8")
    assert len(text.splitlines()) < 200
    assert "more …" in text
