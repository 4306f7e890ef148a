"""A bar that shows how far a long work has come, on standard error where that is a terminal."""

from __future__ import annotations

import time
from typing import Final

from tui.messages.sentences import translate_count
from tui.terminal.safe_output import standard_error

_BAR: Final = 30
"""Characters of a full bar."""
_BETWEEN_DRAWINGS: Final = 0.1
"""Seconds."""
_BEFORE_A_GUESS: Final = 1.0
"""Seconds after which it can be told how long the rest will take."""


class Progress:
    """One bar, drawn over itself; `close` leaves nothing of it behind."""

    def __init__(self, *, is_shown: bool = True) -> None:
        """Begin.

        Args:
            is_shown: False where what is printed to the same terminal would stand in its way.
        """
        self.is_shown = is_shown and standard_error().isatty()
        self._began = time.monotonic()
        self._drawn_at = 0.0

    def draw(self, counted: str, share: float | None, *, tells_rest: bool = False) -> None:
        """Draw it, where the last drawing is not too new.

        Args:
            counted: how much was done, in words.
            share: how much of all that is; None where nobody knows.
            tells_rest: whether to say how long the rest may take.
        """
        now = time.monotonic()
        if not self.is_shown or now - self._drawn_at <= _BETWEEN_DRAWINGS:
            return
        self._drawn_at = now
        if share is None:
            standard_error().write_over(counted)
            return
        done = min(share, 1.0)
        full = round(done * _BAR)
        rest = self._rest(now - self._began, done) if tells_rest else ""
        parts = filter(None, (f"{done:4.0%}", counted, rest))
        standard_error().write_over(f"[{'#' * full}{'.' * (_BAR - full)}] {' · '.join(parts)}")

    @staticmethod
    def _rest(spent: float, done: float) -> str:
        if spent < _BEFORE_A_GUESS or not done:
            return ""
        seconds = round(spent * (1 - done) / done)
        return translate_count("{count} second left", "{count} seconds left", seconds)

    def close(self) -> None:
        """Leave no bar behind, where one was drawn."""
        if self._drawn_at:
            standard_error().write_over("")
