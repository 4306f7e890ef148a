"""The explorer started again: its frame stands before it is loaded, and is taken over as it is."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import sqlite3
import sys
import termios
import time
import unicodedata
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from pyte.screens import Char

import store
from store.model.records import Bilingual
from tests.end_to_end.pseudo_terminal import XTERM, PseudoTerminal
from tests.thoroughly import in_turns_of, thorough_but

# What one has left is used by all.
pytestmark = pytest.mark.xdist_group("curtain")

ROOT = Path(__file__).parents[2]
OTHER_SCREEN, FIRST_SCREEN = b"\x1b[?1049h", b"\x1b[?1049l"
MOUSE = b"\x1b[?1000h"
"""Written by the driver, and never by the curtain."""
VTE = {**XTERM, b"\x1b[8$p": b"\x1b[8;1$y", b"\x1b[>0q": b"\x1bP>|VTE(7000)\x1b\\"}


_TIMES_LEFT = 8
"""An explorer draws the frame of the next start in half a second, or keeps none."""

TYPED = ("en /truce", "ar /هدنة", "en ظحمص", "ar /idlib")
"""The language of an explorer, and what is typed before it is there."""


class Left:
    """A folder as somebody has left it, who can be there again: a frame goes by files' inodes."""

    def __init__(self, folder: Path, aside: Path) -> None:
        self._folder, self._aside = folder, aside
        shutil.copytree(folder, aside, copy_function=os.link)
        files = [file for file in aside.rglob("*") if file.is_file()]
        self._files = [(file, file.stat(), file.read_bytes()) for file in files]

    def put_back(self) -> None:
        """Make the folder what it was."""
        for file, was, content in self._files:
            if file.read_bytes() != content:
                file.write_bytes(content)
            file.chmod(was.st_mode)
            os.utime(file, ns=(was.st_atime_ns, was.st_mtime_ns))
        shutil.rmtree(self._folder)
        shutil.copytree(self._aside, self._folder, copy_function=os.link)


class User:
    """Somebody with a store, settings and a terminal of their own."""

    def __init__(self, folder: Path, filled: Path, left: dict[tuple[object, ...], Left]) -> None:
        self.folder = folder
        self.store = folder / "store.db"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        shutil.copy(filled, self.store)
        self.kept = folder / "state/masarat/curtain"
        self.answers: Mapping[bytes, bytes] = XTERM
        self._left = left

    def start(self, *options: str, columns: int = 120, lines: int = 36) -> PseudoTerminal:
        foreign = ("TMUX", "STY", "MLTERM", "KONSOLE_VERSION", "TERM_PROGRAM", "MASARAT_DEBUG")
        environment = {name: value for name, value in os.environ.items() if name not in foreign}
        for name in ("CONFIG", "STATE", "DATA"):
            environment[f"XDG_{name}_HOME"] = str(self.folder / name.lower())
        environment["TERM"] = "xterm-256color"
        command = [sys.executable, "-m", "tui", "--store", str(self.store), *options]
        return PseudoTerminal(
            command,
            environment=environment,
            folder=ROOT,
            answers=self.answers,
            columns=columns,
            lines=lines,
        )

    def configure(self, settings: str) -> None:
        file = self.folder / "config/masarat/config.toml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(settings, encoding="utf-8")

    def use_as_it_is(self, *options: str) -> None:
        """Leave as soon as all stands."""
        self._leave_a_frame(until_taken_over, *options)

    def _leave_a_frame(self, use: Callable[[PseudoTerminal], None], *options: str) -> None:
        """Use it and leave, again where a machine was too busy for the frame of the next start."""
        for _ in range(_TIMES_LEFT):
            with self.start(*options) as terminal:
                use(terminal)
                leave(terminal)
            if self.outline.get("searching"):  # what is drawn last
                return
        raise AssertionError(f"no frame was kept, left {_TIMES_LEFT} times")

    @property
    def outline(self) -> Mapping[str, Any]:
        """Where the list and the box stand in the frame that was kept; empty where none was."""
        kept = self.kept.read_text(encoding="utf-8") if self.kept.exists() else ""
        start, end = kept.find('{"mode"'), kept.rfind("}")
        outline: Mapping[str, Any] = json.loads(kept[start : end + 1]) if start >= 0 else {}
        return outline

    def use(self, *options: str) -> None:
        """Look for something, and leave, first of all; it is done once for all tests."""
        done = (*options, *self.answers.items())
        if done in self._left:
            self._left[done].put_back()
            return
        self._leave_a_frame(look, *options)
        aside = self.folder.with_name(f"aside {len(self._left)}")
        self._left[done] = Left(self.folder, aside)


def look(terminal: PseudoTerminal) -> None:
    """Look for something."""
    terminal.wait_until(lambda _: MOUSE in terminal.drawn)
    terminal.settle(at_most=3)
    terminal.press("/", "zabadani", "enter")
    terminal.wait_for("Zabadani truce")
    terminal.settle(at_most=3)


def leave(terminal: PseudoTerminal) -> None:
    terminal.press("ctrl+q")
    assert terminal.wait_for_end() == 0
    terminal.settle(0.05, at_most=0.5)


def text_of(row: list[Char]) -> str:
    """A row's letters as cells have them, Arabic back in plain ones."""
    return unicodedata.normalize("NFKC", "".join(cell.data for cell in row))


def until_taken_over(terminal: PseudoTerminal) -> None:
    terminal.wait_until(lambda _: MOUSE in terminal.drawn)
    terminal.settle(0.6, at_most=6)


@pytest.fixture(scope="module")
def left() -> dict[tuple[object, ...], Left]:
    """What was left by each way to use it."""
    return {}


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("user") / "own"


@pytest.fixture
def user(own: Path, filled_file: Path, left: dict[tuple[object, ...], Left]) -> User:
    return User(own, filled_file, left)


@pytest.mark.parametrize("language", thorough_but(["en"], ["en", "ar"]))
def test_the_explorer_takes_over_the_cells_of_the_frame(user: User, language: str) -> None:
    user.use("--language", language)
    assert user.kept.stat().st_mode & 0o777 == 0o600

    with user.start("--language", language) as terminal:
        until_taken_over(terminal)
        frame = terminal.cells_before(MOUSE)

        assert "Zabadani truce" in "\n".join(map(text_of, frame))
        assert terminal.cells == frame
        assert terminal.drawn.count(OTHER_SCREEN) == 1
        assert b"\x1b[2J" not in bytes(terminal.drawn).split(MOUSE)[1]
        leave(terminal)


def test_what_is_typed_onto_the_frame_is_neither_shown_in_it_nor_lost(user: User) -> None:
    user.use()
    with user.start() as terminal:
        terminal.wait_for("Zabadani truce")
        terminal.press("/", "truce")
        until_taken_over(terminal)
        first = text_of(terminal.cells_before(MOUSE)[0])
        assert first.startswith(" / truce") or "truce" not in first  # answered, or not yet
        terminal.wait_for("/ truce")
        leave(terminal)


def test_a_terminal_of_another_size_begins_with_nothing(user: User) -> None:
    user.use()
    with user.start(columns=100) as terminal:
        terminal.wait_for("Zabadani truce")
        assert MOUSE in terminal.drawn
        leave(terminal)


def star(user: User, key: str) -> None:
    with store.open(user.store) as opened:
        opened.mark_all([key], marked=True)


@pytest.mark.parametrize(("query", "language"), in_turns_of(["zabadani", ""], ["en", "ar"], of=2))
def test_of_a_changed_store_the_list_is_written_and_taken_over_as_it_is(
    user: User, language: str, query: str
) -> None:
    user.use("--language", language)
    if not query:
        state = user.folder / "state/masarat/state.json"
        state.write_text(json.dumps({"record": "zabadani"}), encoding="utf-8")
        user.use_as_it_is("--language", language)
    star(user, "zabadani")
    with user.start("--language", language) as terminal:
        until_taken_over(terminal)
        frame, after = terminal.cells_before(MOUSE), terminal.cells
        assert "★" in "\n".join(map(text_of, frame))
        assert len([row for row in frame if any(cell.data == "│" for cell in row)]) > 20
        changed = [
            (y, x)
            for y, row in enumerate(frame)
            for x, cell in enumerate(row)
            if cell != after[y][x] and cell.data not in " ─"
        ]
        assert changed == []
        leave(terminal)


def cells_taken_over(frame: list[list[Char]], after: list[list[Char]]) -> bool:
    """Whether all that was drawn before the explorer is as it was."""
    pairs = zip(frame, after, strict=True)
    cells = [pair for rows in pairs for pair in zip(*rows, strict=True)]
    return all(old == new for old, new in cells if old.data not in " ─")


@pytest.mark.parametrize("language", thorough_but(["ar"], ["en", "ar"]))
def test_a_record_more_is_listed_before_the_explorer_is_there_and_taken_over_as_it_is(
    user: User, language: str
) -> None:
    state = user.folder / "state/masarat/state.json"
    state.parent.mkdir(parents=True)
    state.write_text(json.dumps({"record": "zabadani"}), encoding="utf-8")
    user.use_as_it_is("--language", language)
    with store.open(user.store) as opened:
        names = Bilingual("Yarmouk anew", "الزبد")
        opened.put(opened.get("zabadani")._replace(key="added", name=names))
    with user.start("--language", language) as terminal:
        until_taken_over(terminal)
        frame, after = terminal.cells_before(MOUSE), terminal.cells
        assert names.prefer("ar" if language == "ar" else "en") in "\n".join(
            unicodedata.normalize("NFKC", each) for each in mirrored(frame, language)
        )
        assert cells_taken_over(frame, after)
        leave(terminal)


def mirrored(frame: list[list[Char]], language: str) -> list[str]:
    """The rows of a frame in the order in which they are read."""
    return [text_of(row)[:: -1 if language == "ar" else 1] for row in frame]


def edit(user: User, key: str) -> None:
    with store.open(user.store) as opened:
        record = opened.get(key)
        opened.put(record._replace(name=Bilingual(f"{record.name.en} anew", record.name.ar)))


@pytest.mark.parametrize("query", ["zabadani", ""])
def test_where_a_store_changed_out_of_sight_the_frame_is_shown_whole(
    user: User, query: str
) -> None:
    user.use()
    if query:
        os.utime(user.store)
    else:
        state = user.folder / "state/masarat/state.json"
        state.write_text(json.dumps({"record": "zabadani"}), encoding="utf-8")
        user.use_as_it_is()
        edit(user, "abu-jamal")
    with user.start() as terminal:
        until_taken_over(terminal)
        frame = terminal.cells_before(MOUSE)
        assert "relations" in "\n".join(map(text_of, frame)).lower()
        assert terminal.cells == frame
        leave(terminal)


def test_of_a_record_changed_elsewhere_the_list_is_shown_and_taken_over_as_it_is(
    user: User,
) -> None:
    state = user.folder / "state/masarat/state.json"
    state.parent.mkdir(parents=True)
    state.write_text(json.dumps({"record": "zabadani"}), encoding="utf-8")
    user.use_as_it_is()
    with store.open(user.store) as opened:
        record = opened.get("zabadani")
        opened.put(record._replace(summary=Bilingual("Told anew.", record.summary.ar)))
    with user.start() as terminal:
        until_taken_over(terminal)
        terminal.wait_for("Told anew")
        frame, after = terminal.cells_before(MOUSE), terminal.cells
        assert "Told anew" not in "\n".join(map(text_of, frame))
        inner = [row[2:30] for row in frame[3:30]]
        assert [row[2:30] for row in after[3:30]] == inner
        assert len([row for row in inner if text_of(row).strip()]) > 20
        leave(terminal)


def test_a_changed_store_that_cannot_be_read_is_told_on_the_first_screen(user: User) -> None:
    user.use()
    user.store.write_bytes(b"no store any more")
    with user.start() as terminal:
        assert terminal.wait_for_end() != 0
        terminal.settle(0.05, at_most=0.5)
        assert MOUSE not in terminal.drawn
        assert b"store.db" in bytes(terminal.drawn).split(FIRST_SCREEN)[1]


@pytest.mark.parametrize(
    "settings",
    thorough_but(["history = false"], ["curtain = false", "history = false", "plain = true"]),
)
def test_nothing_is_kept_where_that_is_not_wanted(user: User, settings: str) -> None:
    user.use()
    assert user.kept.exists()
    user.configure(settings)
    with user.start() as terminal:
        until_taken_over(terminal)
        leave(terminal)
    assert not user.kept.exists()


def end_whole(terminal: PseudoTerminal, number: signal.Signals) -> None:
    """Send a signal as soon as the other screen is there: the terminal is given back as it was."""
    terminal.wait_until(lambda _: OTHER_SCREEN in terminal.drawn)
    os.kill(terminal.process, number)
    code = terminal.wait_for_end()
    terminal.settle(0.05, at_most=0.5)
    assert code in (-number, 130)
    assert FIRST_SCREEN in terminal.drawn
    assert termios.tcgetattr(terminal.device)[3] == terminal.as_given[3]


@pytest.mark.parametrize(
    "number", thorough_but([signal.SIGINT], [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
)
def test_a_signal_before_the_explorer_is_there_leaves_the_terminal_whole(
    user: User, number: signal.Signals
) -> None:
    user.use()
    with user.start() as terminal:
        end_whole(terminal, number)


def test_a_store_that_cannot_be_opened_is_told_on_the_first_screen(user: User) -> None:
    user.use()
    state = user.store.stat()
    user.store.write_bytes(b"no store".ljust(state.st_size, b"."))
    os.utime(user.store, ns=(state.st_mtime_ns, state.st_mtime_ns))
    with user.start() as terminal:
        assert terminal.wait_for_end() != 0
        terminal.settle(0.05, at_most=0.5)
        assert MOUSE not in terminal.drawn
        assert FIRST_SCREEN in terminal.drawn
        assert b"store.db" in bytes(terminal.drawn).split(FIRST_SCREEN)[1]


def test_a_resize_in_between_is_drawn_when_the_explorer_is_there(user: User) -> None:
    user.use()
    with user.start() as terminal:
        terminal.wait_until(lambda _: OTHER_SCREEN in terminal.drawn)
        termios.tcsetwinsize(terminal.device, (30, 100))
        terminal._screen.resize(30, 100)
        until_taken_over(terminal)
        terminal.wait_until(lambda _: "quit" in terminal.rows[-1])
        assert len(terminal.rows) == 30
        leave(terminal)


def test_a_terminal_whose_order_is_told_is_told_before_the_frame(user: User) -> None:
    user.answers = VTE
    user.use()
    with user.start() as terminal:
        terminal.wait_for("Zabadani truce")
        until_taken_over(terminal)
        order = [terminal.drawn.index(told) for told in (b"\x1b[8l", b"\x1b[2J", MOUSE)]
        assert order == sorted(order)
        assert b"\x1b[2J" not in bytes(terminal.drawn).split(MOUSE)[1]
        leave(terminal)
        assert terminal.drawn.rindex(b"\x1b[8h") > terminal.drawn.rindex(b"\x1b[8l")


def place_in_list(terminal: PseudoTerminal) -> tuple[int, int]:
    """Where the cursor is, and of how many; told once it has moved."""
    found = re.search(r"(\d+) of (\d+)", terminal.text)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def test_a_terminal_that_reads_slowly_is_spared_frames_and_no_key_is_lost(user: User) -> None:
    with user.start("open", "zabadani") as terminal:
        until_taken_over(terminal)
        told = place_in_list(terminal)
        terminal.press("up")
        terminal.wait_until(lambda _: place_in_list(terminal) not in (told, (0, 0)))
        before, first = len(terminal.drawn), place_in_list(terminal)[0]
        for _ in range(60):
            terminal.press("up")
            time.sleep(0.02)
        terminal.wait_until(lambda _: place_in_list(terminal)[0] == first - 60)
        assert len(terminal.drawn) - before < 200_000
        leave(terminal)


@pytest.mark.parametrize("way", thorough_but(["ar /هدنة"], TYPED))
def test_a_search_typed_at_once_is_answered_before_the_explorer_and_taken_over(
    user: User, way: str
) -> None:
    language, typed = way.split()
    user.use("--language", language)
    outline = user.outline
    with user.start("--language", language) as terminal:
        terminal.press(typed)
        words = typed[1:], typed[:0:-1]  # as cells have them
        until_taken_over(terminal)
        early, *later = terminal.cells_from(MOUSE)
        assert any(word in text_of(early[0]) for word in words)
        changed = [
            (y, x, early[y][x], after[y][x])
            for after in later
            for left, top, width, height, _ in (outline["lines"], outline["found"])
            for y in range(top, top + height)
            for x in range(left, left + width)
            if early[y][x] != after[y][x]
        ]
        assert changed == []
        leave(terminal)


def test_what_is_no_search_is_left_to_the_explorer(user: User) -> None:
    user.use()
    with user.start() as terminal:
        terminal.press("/", "truce", "enter", "down", "down")
        until_taken_over(terminal)
        terminal.wait_for("/ truce", "3 of ")
        leave(terminal)


def test_while_another_program_writes_the_frame_is_taken_over_all_the_same(user: User) -> None:
    user.use()
    with closing(sqlite3.connect(user.store, isolation_level=None)) as writing:
        writing.execute("BEGIN IMMEDIATE")
        with user.start() as terminal:
            terminal.press("/", "truce")
            until_taken_over(terminal)
            terminal.wait_for("/ truce")
            leave(terminal)


@pytest.mark.parametrize("answers", thorough_but([{}], [{}, dict.fromkeys(XTERM, b"\x1b[?9;")]))
def test_a_terminal_that_answers_nothing_or_nonsense_loses_no_letter(
    user: User, answers: dict[bytes, bytes]
) -> None:
    user.answers = answers
    user.use()
    with user.start() as terminal:
        terminal.press("/", "truce")
        until_taken_over(terminal)
        terminal.wait_for("/ truce")
        leave(terminal)
