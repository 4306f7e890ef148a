"""Where what a terminal sends is no key, though it looks like many: its strings, whole or begun.

A string (OSC, DCS, APC, PM, SOS) answers a question that was not ours, and may be long and come in
pieces; a control sequence (CSI) of more letters than any has is nonsense, and one with a private
parameter is a report, which no key is. Textual's parser (8.2.8) gives up on each when it does not
end, and makes keys of its letters.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto
from typing import Final

_ESCAPE: Final = "\x1b"
_STRING_ENDS: Final = frozenset("\x07\x18\x1a")
"""BEL, and CAN and SUB, which break a string off; `ESC \\` ends one as well."""
_PRIVATE: Final = frozenset("<=>?")
"""What a report begins with behind `ESC [`: a mode, a version, where the mouse is."""
_MOST_LETTERS: Final = 29
"""Letters of a control sequence behind `ESC [`: with more the parser takes it for keys."""
_PATIENCE: Final = 10
"""Silent ticks after which a string or sequence whose end does not come is over."""


class _Place(Enum):
    """Where in a sequence the next letter stands."""

    OUTSIDE = auto()
    ESCAPED = auto()
    STRING_BEGUN = auto()
    STRING = auto()
    STRING_ESCAPED = auto()
    CONTROL = auto()
    REPORT = auto()
    LONG_CONTROL = auto()


_BEGUN_BY: Final = dict.fromkeys("]P_^X", _Place.STRING_BEGUN) | {"[": _Place.CONTROL}
_IN_STRING: Final = {_ESCAPE: _Place.STRING_ESCAPED}
_CONTROLS: Final = frozenset({_Place.CONTROL, _Place.REPORT, _Place.LONG_CONTROL})
_LEFT_OUT: Final = frozenset({_Place.STRING, _Place.STRING_ESCAPED, _Place.LONG_CONTROL})


class Sequences:
    """Takes letters one by one, and says which are left for the parser."""

    def __init__(self) -> None:
        self._place = _Place.OUTSIDE
        self._letters = 0
        self._report = ""
        """What has come of a report, which the parser gets whole or not at all."""
        self._silent_ticks = 0

    @property
    def is_leaving_out(self) -> bool:
        """Whether what comes next belongs to what is left out."""
        return self._place in _LEFT_OUT

    def forget(self) -> None:
        """Begin anew: something else came, such as a paste."""
        self._place = _Place.OUTSIDE

    def feed(self, text: str) -> Iterator[str | None]:
        """The letters for the parser; None where it is to forget the sequence that has begun."""
        if len(text) > 1:
            self._silent_ticks = 0  # one letter is somebody typing, who is not kept waiting
        for letter in text:
            if self._place is _Place.STRING_ESCAPED and letter != "\\":
                self._place = _Place.ESCAPED  # no end of a string: it was broken off
                yield _ESCAPE
            was_leaving_out, before = self.is_leaving_out, self._place
            self._place = self._after(letter)
            if self._place is _Place.REPORT:
                if before is not _Place.REPORT:
                    self._report = f"{_ESCAPE}["
                    yield None
                self._report += letter
            elif before is _Place.REPORT and self._place is _Place.OUTSIDE:
                is_whole = "@" <= letter <= "~"
                yield from self._report + letter if is_whole else letter
            elif self.is_leaving_out:
                if not was_leaving_out:
                    yield None
            elif not was_leaving_out or letter == _ESCAPE:
                yield letter

    def tick(self) -> None:
        """Nothing has come for a moment: what has only begun was typed, and strings are over."""
        self._silent_ticks += 1
        if not self.is_leaving_out or self._silent_ticks > _PATIENCE:
            self._place = _Place.OUTSIDE

    def _after(self, letter: str) -> _Place:
        if self._place is _Place.STRING_ESCAPED:
            return _Place.OUTSIDE
        if self._place is _Place.STRING:
            ends = letter in _STRING_ENDS
            return _Place.OUTSIDE if ends else _IN_STRING.get(letter, _Place.STRING)
        if letter == _ESCAPE:
            return _Place.ESCAPED
        if self._place is _Place.STRING_BEGUN:
            return _Place.OUTSIDE if letter in _STRING_ENDS else _Place.STRING
        if self._place is _Place.ESCAPED:
            self._letters = 0
            return _BEGUN_BY.get(letter, _Place.OUTSIDE)
        if self._place in _CONTROLS and " " <= letter <= "?":
            self._letters += 1
            if self._letters > _MOST_LETTERS:
                return _Place.LONG_CONTROL
            is_private = self._letters == 1 and letter in _PRIVATE
            return _Place.REPORT if is_private else self._place
        return _Place.OUTSIDE
