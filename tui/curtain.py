"""The curtain: how the next start will look, kept on leaving, on the screen before all is loaded.

On leaving, the explorer hands over its frame as escapes; it is kept beside the state, with a stamp
of all that the frame follows from. A start whose stamp is the same writes the frame at once, and
loads behind it. Where the store alone has changed, what of it is in the frame is compared by
digests: where those are the same, so is the frame. Else it is written without what came of the
store, but with the list if that is the same, and whoever reads the store writes the list into it.
Each import is time before the frame: this module needs what Python has loaded already, and two
modules in C.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from types import FrameType
    from typing import Any, Final

QUESTIONS: Final = "\x1b7\r\ufed7\u200e\x1b[6n\r\x1b[2K\x1b8\x1b[8$p\x1b[>0q\x1b[c".encode()
"""What a terminal is asked, see `tui.terminal.asking`; as that draws, it goes before a frame.

Save the cursor, draw a letter and a mark at the line's start, report, wipe, restore; then ask.
"""

Digests = tuple[str, str, str]
"""Of how much the store holds, of the list, of the record; see `store.glance.digests`."""
if TYPE_CHECKING:
    Seen = Callable[[str, str, Sequence[str]], Digests]
_UNTOLD: Final = ("", "", "")
_FIRST_LINE: Final = "masarat curtain 4"
_LAST_LINE: Final = "\nend\n"
_LINES: Final = 9
"""Lines before the frame: what it is, three paths, two stamps, what is seen of the store and its
digests, how it is shown."""
_PARTS: Final = 5
"""Of what is kept: the frame, the same without what came of the store, the list, its outline, and
its lines each by itself."""
_NONE: Final = "-"
"""The stamp of a file that is not there."""
_LARGEST: Final = 1 << 20
_OF_OTHERS: Final = 0o077
_BY_VALUE: Final = (
    "HOME LANG LANGUAGE LC_ALL LC_CTYPE LC_MESSAGES TERM COLORTERM TERM_PROGRAM NO_COLOR COLUMNS "
    "TERM_PROGRAM_VERSION VTE_VERSION KONSOLE_VERSION MLTERM FORCE_COLOR LINES XDG_CONFIG_HOME "
    "XDG_STATE_HOME XDG_DATA_HOME XDG_DATA_DIRS"
).split()
"""Variables on which a frame depends; besides all that begin as ours and Textual's do."""
_BY_PRESENCE: Final = "TMUX STY SSH_CONNECTION KITTY_WINDOW_ID WT_SESSION".split()
_CONTROLS: Final = [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))]
"""Each looked for in all of a frame at once: half a millisecond sooner than letter by letter."""
_ENDING: Final = (1, 3, 15)
"""SIGHUP, SIGQUIT, SIGTERM, which would end us with the terminal as it is now."""


class Frame:
    """A frame, and what the terminal is asked or told before it."""

    __slots__ = ("asks", "bare", "explicit", "lines", "listed", "outline", "sight", "store", "text")

    def __init__(
        self, text: str, *, asks: bool, explicit: bool, bare: str = "", outline: str = ""
    ) -> None:
        """Take what `draw` writes.

        Args:
            text: letters, places and colours, nothing else.
            asks: the terminal is asked what it does with Arabic.
            explicit: its mode 8 is reset, see `tui.terminal.display_choice`.
            bare: the same without what was read from the store; empty where there is none.
            outline: where the list stands in that, and how it looks, in one line of text.
        """
        self.text = text
        self.bare = bare
        self.listed = ""
        """The list alone, as it stands in the frame; empty where that is not known."""
        self.lines = ""
        """Its lines and of what they follow, for whoever draws the list of a changed store; empty
        where that needs all of the explorer."""
        self.sight = ""
        """What is seen of the store, see `store.glance.digests`; empty where that is not known."""
        self.store = ""
        """The path of its file."""
        self.outline = outline
        self.asks = asks
        self.explicit = explicit


class Handed:
    """What whoever takes the terminal over has to know of it."""

    __slots__ = ("attributes", "explicit", "size")

    def __init__(self, attributes: list[Any], explicit: bool, size: tuple[int, int]) -> None:
        self.attributes = attributes
        """Of the terminal before, as `termios.tcgetattr` gives them."""
        self.explicit = explicit
        self.size = size
        """Columns and lines of the frame."""


class _Curtain:
    """The state of this process: one terminal, one curtain."""

    def __init__(self) -> None:
        self.frame: Frame | None = None
        self.attributes: list[Any] | None = None
        self.size = (0, 0)
        self.is_unanswered = False
        self.is_bare = False
        self.circumstances = ""


_curtain = _Curtain()


# --- a start ----------------------------------------------------------------------------------


def draw(
    arguments: Sequence[str],
    seen: Seen,
    drawn_anew: Callable[[str, str, str], str],
) -> None:
    """Write the frame that was kept, where it is that of this start; else nothing.

    Args:
        arguments: of the call.
        seen: gives the digests of what is seen of a store in a file; of those that are given, the
            first that differs is the last that is looked at.
        drawn_anew: gives the list of a changed store in that file, of what was seen and its lines
            that were kept; nothing where it takes more than that.
    """
    _curtain.circumstances = _circumstances(arguments)
    if sys.platform == "win32" or not _is_ours_to_draw():
        return
    try:
        frame = _kept(seen)
        if frame is not None:
            _show(frame)
            if _curtain.is_bare and frame.lines:
                _curtain.is_bare = not fill(drawn_anew(frame.store, frame.sight, frame.lines))
    except (OSError, ValueError, ImportError):
        give_back()


def raise_empty(*, asks: bool, explicit: bool) -> None:
    """Take the other screen with nothing on it, where no frame is kept of this start.

    Args:
        asks: the terminal is to be asked what it does with Arabic.
        explicit: its mode 8 is to be reset, see `Frame`.
    """
    if sys.platform == "win32" or is_up() or not _is_ours_to_draw():
        return
    _curtain.size, _curtain.is_bare = _size(), True
    try:
        _show(Frame("", asks=asks, explicit=explicit))
    except (OSError, ImportError):
        give_back()


def order_explicitly() -> None:
    """Reset the terminal's mode 8 before a list is written, now that it is known."""
    frame = _curtain.frame
    if frame is not None and not frame.explicit:
        frame.explicit = True
        _write(b"\x1b[8l\x1b[H\x1b[2J")  # VTE keeps the mode of a line until that is made anew


def size() -> tuple[int, int]:
    """Columns and lines of the terminal."""
    return _size()


def is_up() -> bool:
    """Whether the frame is on the screen, and nobody has taken the terminal over."""
    return _curtain.frame is not None


def outline() -> str:
    """Where the list stands in the frame, see `Frame`; empty where no frame is up."""
    return _curtain.frame.outline if _curtain.frame is not None else ""


def lacks_list() -> bool:
    """Whether the list is to be written into the frame."""
    return _curtain.frame is not None and _curtain.is_bare


def fill(written: str) -> bool:
    """Write the list into the frame: letters, places and colours; nothing else is written."""
    is_written = bool(written) and is_up() and is_harmless(written)
    if is_written:
        _write(written.encode())
    return is_written


def has_asked() -> bool:
    """Whether the terminal has been asked, and nobody has read what it says."""
    return is_up() and _curtain.is_unanswered


def note_answered() -> None:
    """The terminal's answers have been read."""
    _curtain.is_unanswered = False


def attributes_before() -> list[Any] | None:
    """The terminal's attributes before the curtain; None where none is up."""
    return _curtain.attributes


def hand_over() -> Handed | None:
    """Leave the terminal to the driver, as it is; None where there is no curtain."""
    frame, attributes = _curtain.frame, _curtain.attributes
    _curtain.frame = _curtain.attributes = None
    _leave_signals()
    return Handed(attributes, frame.explicit, _curtain.size) if frame and attributes else None


def give_back() -> None:
    """Take the frame away and leave the terminal as it was; again does nothing."""
    frame, attributes = _curtain.frame, _curtain.attributes
    _curtain.frame = _curtain.attributes = None
    if frame is not None:
        order = b"\x1b[8h" if frame.explicit else b""
        _write(b"\x1b[0m" + order + b"\x1b[?1049l\x1b[?25h")
    if attributes is not None:
        import termios

        try:
            if _curtain.is_unanswered:  # the shell would take answers for something typed
                termios.tcflush(0, termios.TCIFLUSH)
            termios.tcsetattr(0, termios.TCSANOW, attributes)
        except termios.error:
            pass  # the terminal is gone
        _leave_signals()


def _is_ours_to_draw() -> bool:
    """Whether the explorer would be seen: a terminal that obeys, of which we have the keys."""
    if os.environ.get("TERM", "dumb") in {"dumb", "unknown"}:
        return False
    if "_MASARAT_COMPLETE" in os.environ:
        return False
    try:
        return os.isatty(0) and os.isatty(1) and os.tcgetpgrp(0) == os.getpgrp()
    except OSError:
        return False


def _show(frame: Frame) -> None:
    import termios

    before = termios.tcgetattr(0)
    quiet = termios.tcgetattr(0)
    quiet[0] &= ~(termios.ICRNL | termios.IXON)
    quiet[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
    quiet[6][termios.VSUSP] = b"\0"  # a key of the explorer's, which is to put the frame away
    _curtain.attributes, _curtain.frame = before, frame
    _curtain.is_unanswered = frame.asks
    _heed_signals()
    termios.tcsetattr(0, termios.TCSANOW, quiet)
    _write(
        (QUESTIONS if frame.asks else b"")
        + b"\x1b[?1049h\x1b[?25l"
        + (b"\x1b[8l" if frame.explicit else b"")
        + b"\x1b[H\x1b[2J"
        + frame.text.encode()
    )


def _write(drawn: bytes) -> None:
    file = 2 if os.isatty(2) else 1  # as Textual has it
    while drawn:
        drawn = drawn[os.write(file, drawn) :]


def _signals() -> Any:  # noqa: ANN401 — a module
    """What `signal` is made of; that itself loads enum."""
    import _signal  # type: ignore[import-not-found]

    return _signal


def _heed_signals() -> None:
    signals = _signals()
    for number in _ENDING:
        if signals.getsignal(number) == signals.SIG_DFL:
            signals.signal(number, _end_by)


def _leave_signals() -> None:
    signals = _signals()
    for number in _ENDING:
        if signals.getsignal(number) is _end_by:
            signals.signal(number, signals.SIG_DFL)


def _end_by(number: int, _: FrameType | None) -> None:
    """End as if nobody had caught the signal, with the terminal as it was."""
    signals = _signals()
    give_back()
    signals.signal(number, signals.SIG_DFL)
    os.kill(os.getpid(), number)


# --- keeping a frame --------------------------------------------------------------------------


def place(environment: Mapping[str, str]) -> str:
    """The file in which the frame is kept: beside the state, see `tui.state.state_file`."""
    if sys.platform == "darwin":
        folder = os.path.expanduser("~/Library/Application Support")
    else:
        folder = environment.get("XDG_STATE_HOME", "")
        folder = folder if folder.strip() else os.path.expanduser("~/.local/state")
    # Without a home it would be looked for beneath the current folder, which may be another's.
    return os.path.join(folder, "masarat", "curtain") if os.path.isabs(folder) else os.devnull


def file_of(
    frame: Frame,
    size: tuple[int, int],
    paths: Sequence[str],
    seen: Seen,
) -> str | None:
    """What is to be kept of a frame, for the next start that is the same as this one.

    Args:
        frame: as that start will draw it.
        size: columns and lines.
        paths: of the store, the configuration and the state, closed and written.
        seen: as in `draw`.

    Returns:
        The content of the file; None where the frame could not be shown again.
    """
    if not _curtain.circumstances or size != _size():
        return None
    drawn = frame.text, frame.bare, frame.listed
    parts = *drawn, frame.outline, frame.lines
    if not all(map(is_harmless, drawn)):
        return None
    if any("\n" in each for each in (*paths, frame.outline, frame.sight)) or not all(paths):
        return None
    stamps = _stamp_of_store(paths[0]), _stamp(paths)
    digests = " ".join(seen(paths[0], frame.sight, ()))
    lengths = (len(each.encode()) for each in parts)
    shown = " ".join(map(str, (int(frame.asks), int(frame.explicit), *lengths)))
    lines = [_FIRST_LINE, *paths, *stamps, frame.sight, digests, shown]
    return "\n".join(lines) + "\n" + "".join(parts) + _LAST_LINE


def is_harmless(text: str) -> bool:
    """Whether a text has nothing but letters, places and colours, as frames have."""
    first, *others = text.split("\x1b")
    pieces = [first]
    for other in others:
        behind = other[1:].lstrip("0123456789;")
        if other[:1] != "[" or behind[:1] not in {"H", "m", "G"}:
            return False
        pieces.append(behind[1:])
    written = "".join(pieces)
    return not any(control in written for control in _CONTROLS)


def _kept(seen: Seen) -> Frame | None:
    """The frame that was kept, if it is whole, the user's own, and that of this start."""
    file = os.open(place(os.environ), os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK)
    try:
        found = os.fstat(file)
        is_plain_file = found.st_mode & 0o170000 == 0o100000
        is_private = found.st_uid == os.geteuid() and not found.st_mode & _OF_OTHERS
        if not (is_plain_file and is_private and found.st_size <= _LARGEST):
            return None
        content = os.read(file, _LARGEST).decode()
    finally:
        os.close(file)
    first, *lines = content.split("\n", _LINES)
    if first != _FIRST_LINE or len(lines) != _LINES:
        return None
    *paths, of_store, stamp, sight, digests, shown, rest = lines
    asks, explicit, *lengths = (int(number) for number in shown.split(" "))
    kept = rest.removesuffix(_LAST_LINE).encode()
    is_whole = rest.endswith(_LAST_LINE) and len(lengths) == _PARTS and sum(lengths) == len(kept)
    if not is_whole or stamp != _stamp(paths):
        return None
    text, bare, listed, outline, own_lines = _parts(kept, lengths)
    _curtain.size, _curtain.is_bare = _size(), False
    now = _stamp_of_store(paths[0])
    if of_store != now:
        if now.startswith(_NONE):
            return None
        then = tuple(digests.split(" "))
        # Whose lines are kept draws a changed list of them, and looks at no more for that.
        anew = seen(paths[0], sight, then if own_lines else ()) if all(then) else _UNTOLD
        if then != anew or not all(anew):
            if not (bare and outline):
                return None
            is_listed = bool(listed and anew[1]) and then[1] == anew[1]
            text, _curtain.is_bare = bare + (listed if is_listed else ""), not is_listed
    if not is_harmless(text):
        return None
    frame = Frame(text, asks=bool(asks), explicit=bool(explicit), bare=bare, outline=outline)
    frame.store, frame.sight, frame.lines = paths[0], sight, own_lines
    return frame


def _parts(kept: bytes, lengths: Sequence[int]) -> list[str]:
    parts, start = [], 0
    for length in lengths:
        parts.append(kept[start : start + length].decode())
        start += length
    return parts


def _stamp_of_store(store: str) -> str:
    """What of a frame follows from the store's file, and from what is still to go into it."""
    # An empty one is left by whoever is killed, and says no more than none.
    return f"{_of_file(store)} {_of_file(f'{store}-wal', even_empty=False)}"


def _stamp(paths: Sequence[str]) -> str:
    """All else that a frame follows from: files, terminal, program, call, variables."""
    told = [_of_file(file) for file in (*paths[1:], __file__, sys.executable)]
    return " ".join([*told, *map(str, _size()), sys.version.split()[0], _curtain.circumstances])


def _of_file(path: str, *, even_empty: bool = True) -> str:
    try:
        found = os.stat(path)
    except OSError:
        return _NONE
    if not (found.st_size or even_empty):
        return _NONE
    return f"{found.st_size}/{found.st_mtime_ns}/{found.st_ino}"


def _size() -> tuple[int, int]:
    for file in (2, 1, 0):
        try:
            columns, lines = os.get_terminal_size(file)
        except OSError:
            continue
        return columns, lines
    return 0, 0


def _circumstances(arguments: Sequence[str]) -> str:
    """How the program was called, and the variables that count, as they were before it ran."""
    environment = os.environ
    told = [(name, environment[name]) for name in _BY_VALUE if name in environment]
    told += [(name, "") for name in _BY_PRESENCE if name in environment]
    told += sorted(
        (name, value)
        for name, value in environment.items()
        if name.startswith(("MASARAT_", "TEXTUAL_"))
    )
    folder = _current_folder() if arguments or "MASARAT_STORE" in environment else ""
    return ascii((list(arguments), folder, told))


def _current_folder() -> str:
    try:
        return os.getcwd()
    except OSError:  # it was removed
        return ""
