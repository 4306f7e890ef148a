"""The frame that is kept, and when it is shown: where all is as it was, and never else."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from tests.store.disk.interruptions import every_interruption
from tui import curtain
from tui.state import state_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.explorer.app import Masarat

ROOT = Path(__file__).parents[2]
PATHS = ("store.db", "config.toml", "state.json")
SIZE = (80, 24)
TEXT = "\x1b[1;1H\x1b[0;1mtruce\x1b[0m هدنة"


def seen(path: str, sight: str, _: Sequence[str]) -> tuple[str, str, str]:
    """The digests of what a test says is seen of a store: the first three words of the file."""
    words = Path(path).read_text("utf-8").split() if sight else []
    return (words[0], words[1], words[2]) if words else ("", "", "")


def drawn_anew(path: str, sight: str, kept: str) -> str:
    """A list drawn of all that is told."""
    return f"\x1b[3;1H\x1b[0mtruce {Path(path).name} {sight} {kept}"


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A start of masarat in this folder, on a terminal of some size."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr(curtain, "_size", lambda: SIZE)
    curtain._curtain.circumstances = curtain._circumstances([])
    found = [tmp_path / name for name in PATHS]
    for path in found:
        path.write_text("as it was", encoding="utf-8")
    return [str(path) for path in found]


def keep(paths: list[str], text: str = TEXT) -> Path:
    content = curtain.file_of(curtain.Frame(text, asks=True, explicit=False), SIZE, paths, seen)
    assert content is not None
    file = Path(curtain.place(os.environ))
    file.parent.mkdir(exist_ok=True)
    file.write_text(content, encoding="utf-8")
    file.chmod(0o600)
    return file


class Ended:
    """What is known of an explorer that has ended, as far as a frame is kept of it."""

    size = SIZE
    kept_frame, kept_bare_frame, kept_outline = "new", "", ""
    kept_list = kept_sight = kept_lines = ""


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO])
def test_a_frame_that_cannot_be_kept_ends_nothing_and_leaves_the_old_or_none(
    paths: list[str], error: int
) -> None:
    from tui.explorer.start import _keep

    state = state_file()
    state.parent.mkdir(exist_ok=True)
    state.write_text("as it was", encoding="utf-8")
    store, config, kept_in = (*paths[:2], str(state))
    ended = cast("Masarat", Ended())
    for calls in every_interruption((error,)):
        file = keep(paths)
        old = file.read_text("utf-8")
        with calls:
            _keep(ended, curtain.Frame("", asks=True, explicit=False), (store, config, kept_in))
        assert file.read_text("utf-8") == old or "new" in file.read_text("utf-8")
        assert {path.name for path in file.parent.iterdir()} == {"curtain", "state.json"}
    assert "new" in file.read_text("utf-8")


def test_a_frame_is_shown_again_as_it_was(paths: list[str]) -> None:
    keep(paths)
    frame = curtain._kept(seen)
    assert frame is not None
    assert (frame.text, frame.asks, frame.explicit) == (TEXT, True, False)


BARE, OUTLINE = "\x1b[1;1H\x1b[0m/", '{"lines": [1, 3, 40, 20, ""]}'
LISTED = "\x1b[3;1H\x1b[0;7mtruce"


def keep_with_outline(paths: list[str], sight: str = "", lines: str = "") -> Path:
    frame = curtain.Frame(TEXT, asks=True, explicit=False, bare=BARE, outline=OUTLINE)
    frame.listed, frame.sight, frame.lines = LISTED, sight, lines
    content = curtain.file_of(frame, SIZE, paths, seen)
    assert content is not None
    file = keep(paths)
    file.write_text(content, encoding="utf-8")
    return file


def test_of_a_changed_store_what_did_not_come_from_it_is_shown(paths: list[str]) -> None:
    keep_with_outline(paths)
    for is_changed in (False, True):
        frame = curtain._kept(seen)
        assert frame is not None
        shown = BARE if is_changed else TEXT
        assert (frame.text, frame.bare, frame.outline) == (shown, BARE, OUTLINE)
        assert curtain._curtain.is_bare is is_changed
        Path(paths[0]).write_text("as it is now", encoding="utf-8")


@pytest.mark.parametrize(
    ("now", "shown", "lacks_list"),
    [
        ("as it was for who looks", TEXT, False),
        ("as it is", BARE + LISTED, False),  # the record is another
        ("so it was", BARE + LISTED, False),  # there are more records, elsewhere
        ("as they are", BARE, True),
    ],
)
def test_of_a_changed_store_what_is_seen_as_it_was_is_shown(
    paths: list[str], now: str, shown: str, lacks_list: bool
) -> None:
    keep_with_outline(paths, sight="all")
    Path(paths[0]).write_text(now, encoding="utf-8")
    frame = curtain._kept(seen)
    assert frame is not None
    assert frame.text == shown
    assert curtain._curtain.is_bare is lacks_list


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[bytes]]:
    """What is written on a terminal that has no keys."""
    drawn: list[bytes] = []

    def show(frame: curtain.Frame) -> None:
        curtain._curtain.frame = frame
        drawn.append(frame.text.encode())

    monkeypatch.setattr(curtain, "_is_ours_to_draw", lambda: True)
    monkeypatch.setattr(curtain, "_show", show)
    monkeypatch.setattr(curtain, "_write", drawn.append)
    yield drawn
    curtain._curtain.frame = None


@pytest.mark.parametrize("lines", ["", "kept"])
def test_of_a_changed_list_what_is_drawn_of_its_lines_is_shown(
    paths: list[str], screen: list[bytes], lines: str
) -> None:
    keep_with_outline(paths, sight="all", lines=lines)
    Path(paths[0]).write_text("as they are", encoding="utf-8")
    curtain.draw([], seen, drawn_anew)
    drawn = drawn_anew(paths[0], "all", lines)
    assert screen == [each.encode() for each in ([BARE, drawn] if lines else [BARE])]
    assert curtain.lacks_list() is not bool(lines)


@pytest.mark.parametrize("drawn", ["", "\x1b[2J", "truce \x07", "\x1b]0;title\x07"])
def test_of_a_changed_list_nothing_else_is_written(
    paths: list[str], screen: list[bytes], drawn: str
) -> None:
    keep_with_outline(paths, sight="all", lines="kept")
    Path(paths[0]).write_text("as they are", encoding="utf-8")
    curtain.draw([], seen, lambda *_: drawn)
    assert screen == [BARE.encode()]
    assert curtain.lacks_list()


@pytest.mark.parametrize("name", PATHS[1:])
def test_of_changed_settings_nothing_is_shown(paths: list[str], name: str) -> None:
    keep_with_outline(paths)
    Path(paths[0]).with_name(name).write_text("as it is now", encoding="utf-8")
    assert curtain._kept(seen) is None


def test_of_a_store_that_is_no_more_nothing_is_shown(paths: list[str]) -> None:
    keep_with_outline(paths)
    Path(paths[0]).unlink()
    assert curtain._kept(seen) is None


def test_it_lies_beside_the_state(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for value in (str(tmp_path), ""):
        monkeypatch.setenv("XDG_STATE_HOME", value)
        assert curtain.place(os.environ) == str(state_file().with_name("curtain"))


@pytest.mark.parametrize("name", [*PATHS, "store.db-wal"])
def test_what_has_changed_since_is_not_shown(paths: list[str], name: str) -> None:
    keep(paths)
    Path(paths[0]).with_name(name).write_text("as it is now", encoding="utf-8")
    assert curtain._kept(seen) is None


def test_an_empty_log_of_writes_as_a_killed_start_leaves_it_changes_nothing(
    paths: list[str],
) -> None:
    keep(paths)
    Path(f"{paths[0]}-wal").touch()
    assert curtain._kept(seen) is not None


@pytest.mark.parametrize(
    ("name", "value"), [("TERM", "xterm-kitty"), ("TMUX", "/tmp/x"), ("MASARAT_STORE", "x.db")]
)
def test_another_terminal_is_another_frame(
    paths: list[str], name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(paths)
    monkeypatch.setenv(name, value)
    curtain._curtain.circumstances = curtain._circumstances([])
    assert curtain._kept(seen) is None


def test_another_call_or_size_is_another_frame(
    paths: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(paths)
    curtain._curtain.circumstances = curtain._circumstances(["--language", "ar"])
    assert curtain._kept(seen) is None
    curtain._curtain.circumstances = curtain._circumstances([])
    monkeypatch.setattr(curtain, "_size", lambda: (100, 30))
    assert curtain._kept(seen) is None


@pytest.mark.parametrize("length", [0, 1, 20, 200, -30, -2, -1])
def test_what_is_truncated_is_not_shown(paths: list[str], length: int) -> None:
    file = keep(paths)
    file.write_bytes(file.read_bytes()[:length])
    with suppress(ValueError):  # as `draw` does
        assert curtain._kept(seen) is None


HOSTILE = [
    "\x1b]0;title\x07",
    "\x1b]52;c;cm0gLXJm\x1b\\",
    "\x1b[2J",
    "\x1b[?1049l",
    "\x1bc",
    "\x1b[5n",
    "\x1b[>0q",
    "\x1b[1;2",
    "\x1b",
    "\x07",
    "\x9b5n",
    "\n",
    "\x1b[1 q",
]


@pytest.mark.parametrize("sequence", HOSTILE)
def test_a_frame_holds_letters_places_and_colours_alone(paths: list[str], sequence: str) -> None:
    text = f"{TEXT}{sequence}"
    assert not curtain.is_harmless(text)
    assert (
        curtain.file_of(curtain.Frame(text, asks=False, explicit=False), SIZE, paths, seen) is None
    )
    file = keep(paths)
    swapped = file.read_text(encoding="utf-8").replace(TEXT, text)
    length, longer = (str(len(each.encode())) for each in (TEXT, text))
    assert f"1 0 {length} 0 0 0 0\n" in swapped
    file.write_text(swapped.replace(f"1 0 {length} ", f"1 0 {longer} "), encoding="utf-8")
    assert curtain._kept(seen) is None


@pytest.mark.parametrize("sequence", HOSTILE)
def test_a_frame_for_a_changed_store_holds_nothing_else_either(
    paths: list[str], sequence: str
) -> None:
    file = keep_with_outline(paths)
    kept = file.read_text(encoding="utf-8")
    Path(paths[0]).write_text("as it is now", encoding="utf-8")
    for more in ("z", sequence):
        bare = f"{BARE}{more}"
        length, longer = (f" {len(each.encode())} " for each in (BARE, bare))
        swapped = kept.replace(BARE, bare).replace(length, longer)
        file.write_text(swapped, encoding="utf-8")
        assert (curtain._kept(seen) is None) is (more == sequence)


def test_a_file_that_others_can_write_or_a_link_is_not_shown(paths: list[str]) -> None:
    file = keep(paths)
    file.chmod(0o644)
    assert curtain._kept(seen) is None
    file.chmod(0o600)
    other = file.rename(file.with_name("other"))
    file.symlink_to(other)
    with pytest.raises(OSError, match="symbolic"):
        curtain._kept(seen)


def test_where_nothing_is_kept_nothing_is_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr(curtain, "_is_ours_to_draw", lambda: True)
    curtain.draw([], seen, drawn_anew)
    assert not curtain.is_up()
    assert curtain.hand_over() is None
    curtain.give_back()


def test_nothing_is_loaded_before_the_frame() -> None:
    told = (
        "import sys; before = set(sys.modules); import tui.cli; print(*set(sys.modules) - before)"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    assert {name for name in loaded if name.partition(".")[0] == "tui"} == {
        "tui",
        "tui.cli",
        "tui.curtain",
    }
    assert not {"re", "typing", "enum", "signal", "sqlite3", "textual"} & set(loaded)
