"""The log: what is in it, what never is, and where it may be written."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from store.errors import WriteError
from store.store import Store
from tests.store.disk.interruptions import Calls
from tests.tui.conftest import Explore
from tui import log as log_module
from tui.log import Log, begin_log, closing_log, log, log_error
from tui.state import State


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("MASARAT_LOG", str(tmp_path / "own.log"))
    with closing_log():
        yield tmp_path / "own.log"


def events(path: Path) -> list[str]:
    """The lines without the time, the title left out."""
    return [line[13:] for line in path.read_text("utf-8").splitlines()[1:]]


def test_it_is_begun_where_it_is_asked_for(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert begin_log(wanted=False) == path
    assert path.stat().st_mode & 0o777 == 0o600
    with closing_log():
        log("answer", entries=3, ms=1.25, asked=True)
    assert events(path)[1:] == ["answer entries=3 ms=1.2 asked=True", "end"]
    monkeypatch.delenv("MASARAT_LOG")
    assert begin_log(wanted=False) is None
    log("nothing")
    own = begin_log(wanted=True)
    assert own
    assert own.is_relative_to(os.environ["XDG_STATE_HOME"])


@pytest.mark.parametrize(
    "text", ["two words", "الزبداني", "a\nb", "\x1b", "'", "x" * 200, object()]
)
def test_no_other_words_than_those_of_programs_are_written(path: Path, text: object) -> None:
    begin_log(wanted=False)
    log("key", name=text)
    assert events(path)[-1] == "key name=?"


def test_an_error_is_a_class_and_places_without_a_value(path: Path) -> None:
    begin_log(wanted=False)
    try:
        int("zabadani")
    except ValueError as error:
        log_error(error)
    assert "zabadani" not in path.read_text("utf-8")
    assert events(path)[1] == "error kind=builtins.ValueError"
    assert re.fullmatch(r"step at=tests\.tui\.test_log:\d+", events(path)[2])


def test_it_stays_short(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_module, "_LARGEST", 500)
    begin_log(wanted=False)
    for number in range(200):
        log("key", name=f"f{number}")
    before = path.with_name(path.name + ".1")
    assert path.stat().st_size + before.stat().st_size < 1_200
    assert path.read_text("utf-8").startswith("masarat's log")
    assert events(path)[-1] == "key name=f199" or events(before)[-1] == "key name=f199"


@pytest.fixture
def filled_in_place(monkeypatch: pytest.MonkeyPatch) -> Callable[[], Path]:
    """Begins a log whose next line needs a new file."""

    def begin() -> Path:
        monkeypatch.setattr(log_module, "_LARGEST", 200)
        path = begin_log(wanted=False)
        assert path
        with path.open("a") as file:
            file.write("x" * 200)
        return path

    return begin


def test_where_no_new_file_can_be_begun_nothing_is_written_to_another(
    path: Path, tmp_path: Path, filled_in_place: Callable[[], Path]
) -> None:
    filled_in_place()
    with Calls(fails_at=4, error=errno.ENOSPC) as calls:
        log("key", name="f1")
    assert [made.split()[0] for made in calls.made] == ["write", "open", "fchmod", "write"]
    assert path.with_name("own.log.1").read_text("utf-8").endswith("key name=f1\n")
    with (tmp_path / "store.db").open("wb", buffering=0) as other:  # has the number that is free
        log("key", name="f2")
        with closing_log():
            log("key", name="f3")
        other.write(b"mine")
    assert (tmp_path / "store.db").read_bytes() == b"mine"
    assert begin_log(wanted=False) == path
    assert events(path)[0].startswith("start ")


def test_what_is_put_in_its_place_meanwhile_is_no_reason_to_end(
    path: Path, monkeypatch: pytest.MonkeyPatch, filled_in_place: Callable[[], Path]
) -> None:
    filled_in_place()
    replace = Path.replace

    def replaced(moved: Path, target: str) -> Path:
        new = replace(moved, target)
        moved.write_text("theirs")
        return new

    monkeypatch.setattr(Path, "replace", replaced)
    log("key", name="f1")
    log("key", name="f2")
    assert path.read_text("utf-8") == "theirs"


@pytest.mark.parametrize("call", ["open", "fchmod", "write"])
def test_a_full_disk_is_told_when_it_is_asked_for_and_ends_nothing_later(
    path: Path, call: str
) -> None:
    with Calls() as counted:
        begin_log(wanted=False)
        with closing_log():
            pass
    path.unlink()
    at = [made.split()[0] for made in counted.made].index(call) + 1
    with pytest.raises(WriteError, match="own"), Calls(at, errno.ENOSPC):
        begin_log(wanted=False)
    begin_log(wanted=False)
    with Calls(1, errno.ENOSPC):
        log("key", name="f1")
    assert len(events(path)) == 2


def test_another_file_is_not_written_to(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_text("mine\n", "utf-8")
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "fifo")
    for path in (other, link, tmp_path / "fifo", tmp_path, other / "below"):
        with pytest.raises(WriteError):
            Log(path)
    assert other.read_text("utf-8") == "mine\n"
    assert not (tmp_path / "nowhere").exists()


async def test_what_is_typed_into_a_field_is_not_in_it(
    explore: Explore, small: Store, path: Path
) -> None:
    begin_log(wanted=False)
    async with explore(small, state=State(record="zabadani")) as driver:
        await driver.press("j", "/")
        await driver.type("qatar")
        await driver.press("enter", ":")
        await driver.type("زبد")
        await driver.press("down", "escape")
    text = "\n".join(events(path))
    told = re.findall(r"key name=(\S+)", text)
    assert told[:2] == ["j", "slash"]
    assert told[2:] == [*["typed"] * 5, "enter", "colon", *["typed"] * 3, "down", "escape"]
    assert "opened screen=Palette" in text
    assert "command id=search" in text
    assert "answer entries=" in text
    for word in ("Zabadani", "Qatar", "qatar", "زبد"):
        assert word not in text
