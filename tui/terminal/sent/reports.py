"""What the terminal sends as messages: no report ends the program, and no paste stalls it.

Textual's parser (8.2.8) takes any number for a character, believes any size, and keeps all of a
paste however long it is. What cannot be meant is ignored here, as a key that nobody pressed.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from typing import Final

from textual import events
from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.message import Message

from store.expressions import expression
from tui.terminal.environment import is_size
from tui.terminal.sent.escaped import EscapedKey
from tui.terminal.sent.sequences import Sequences

PASTE_LIMIT: Final = 4096
"""Characters of a paste that are handed on; one more tells that there were others."""
_PASTE_START: Final = "\x1b[200~"
_PASTE_END: Final = "\x1b[201~"
_END_BEGUN: Final = expression(r"\x1b(?:\[(?:2(?:0(?:1)?)?)?)?\Z")
"""What may go on as the end of a paste."""
_PATIENCE: Final = 30
"""Silent ticks after which a paste whose end does not come is over."""
_TYPED: Final = 32
"""Characters that come at once where somebody types: they keep no paste from being over, or whoever
goes on typing as nothing happens could do nothing any more."""
_ESCAPE: Final = "\x1b"
_BEGINNINGS: Final = frozenset("[O]P_^X")
"""What begins a sequence behind an Escape, and is no key before a moment has passed."""


class Reports:
    """Makes messages of what the terminal sends, piece by piece."""

    def __init__(self, *, debug: bool = False) -> None:
        self._debug = debug
        self._parser = XTermParser(debug)
        self._sequences = Sequences()
        self._escaped = ""
        """An Escape that has just come, and the letter behind it that may begin a sequence."""
        self._is_pasting = False
        self._pasted = ""
        self._tail = ""
        """The last characters before now, with which a paste may have begun."""
        self._held = ""
        """What may be the beginning of a paste's end."""
        self._silent_ticks = 0
        self._patience = _PATIENCE

    def feed(self, text: str, *, is_burst: bool = False) -> Iterator[Message]:
        """The messages in what was read.

        Args:
            text: some characters, perhaps ending amid a sequence.
            is_burst: more came at once than anybody types: without a sequence in it, it is a paste
                of which the terminal does not say so, or whose beginning was lost while we were
                stopped, and none of it is a key.
        """
        yield from self._told_by_time()
        if len(text) > _TYPED:
            self._silent_ticks = 0
        text, self._held = self._held + text, ""
        if is_burst and self._is_plain(text):
            self._begin_pasting()
            self._patience = 0
        while text:
            if self._is_pasting:
                text = yield from self._go_on_pasting(text)
                continue
            keys, text = self._until_paste(text)
            yield from self._parsed(keys)
            if self._is_pasting:
                # What came before may be the beginning of a sequence, to which no paste belongs.
                self._parse_anew()
                self._sequences.forget()

    def _is_plain(self, text: str) -> bool:
        """Whether a text has no sequence in it, and belongs to none."""
        is_part = self._is_pasting or self._sequences.is_leaving_out
        return not is_part and "\x1b" not in text.partition(_PASTE_END)[0]

    def _until_paste(self, text: str) -> tuple[str, str]:
        """What comes up to the start of a paste, which may have begun before, and what follows."""
        start = (self._tail + text).find(_PASTE_START)
        if start < 0:
            self._tail = (self._tail + text)[1 - len(_PASTE_START) :]
            return text, ""
        before = max(0, start - len(self._tail))
        after = start + len(_PASTE_START) - len(self._tail)
        self._begin_pasting()
        return text[:before], text[after:]

    def _begin_pasting(self) -> None:
        self._is_pasting, self._pasted, self._tail = True, "", ""
        self._silent_ticks = 0

    def tick(self) -> Iterator[Message]:
        """The messages that only time tells; called when nothing has come for a moment."""
        yield from self._told_by_time()
        self._sequences.tick()
        self._tail = ""
        if self._is_pasting:
            self._silent_ticks += 1
            if self._silent_ticks > self._patience:
                self._patience = _PATIENCE
                yield from self._go_on_pasting(_PASTE_END)

    def _go_on_pasting(self, text: str) -> Generator[Message, None, str]:
        """Hand on what there is room for; return what follows the paste."""
        pasted, end, rest = text.partition(_PASTE_END)
        if not end and (begun := _END_BEGUN.search(pasted)):
            pasted, self._held = pasted[: begun.start()], pasted[begun.start() :]
        room = PASTE_LIMIT + 1 - len(self._pasted)
        # No sequence within it means anything.
        self._pasted += pasted[:room].replace("\x1b", "\ufffd").replace("\0", "")
        if end:
            self._is_pasting = False
            yield events.Paste(self._pasted)
        return rest

    def _told_by_time(self) -> Iterator[Message]:
        """What the parser has waited for in vain."""
        for message in list(self._guarded(self._parser.tick())):
            letter = self._escaped[1:]
            self._escaped = ""
            is_behind = letter and isinstance(message, events.Key) and message.character == letter
            yield from self._behind_escape(letter) if is_behind else (message,)

    def _parsed(self, text: str) -> Iterator[Message]:
        # Letter by letter, so that what the parser fails at is all that is lost.
        for letter in self._sequences.feed(text):
            if letter is None:
                self._parse_anew()
            elif self._escaped == _ESCAPE and letter.isprintable() and letter not in _BEGINNINGS:
                self._parse_anew()
                yield from self._behind_escape(letter)
            else:
                behind = self._escaped == _ESCAPE and letter in _BEGINNINGS
                self._escaped = _ESCAPE * (behind or letter == _ESCAPE) + letter * behind
                yield from self._guarded(self._parser.feed(letter))

    def _behind_escape(self, letter: str) -> Iterator[Message]:
        for key in self._guarded(self._parser.feed(letter)):
            yield EscapedKey(key) if isinstance(key, events.Key) else key

    def _guarded(self, messages: Iterable[Message]) -> Iterator[Message]:
        try:
            for message in messages:
                if _can_be_meant(message):
                    yield message
        except (ValueError, ArithmeticError, ParseError):
            self._parse_anew()

    def _parse_anew(self) -> None:
        """Forget a sequence that has begun, but not how the terminal tells where the mouse is."""
        was, self._parser = self._parser, XTermParser(self._debug)
        self._escaped = ""
        for name in ("mouse_pixels", "terminal_size", "terminal_pixel_size", "last_x", "last_y"):
            setattr(self._parser, name, getattr(was, name))


def _can_be_meant(message: Message) -> bool:
    if isinstance(message, events.Resize):
        return is_size(*message.size)
    if isinstance(message, events.Key) and message.character:
        return not any("\ud800" <= letter <= "\udfff" for letter in message.character)
    return True
