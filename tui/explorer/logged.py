"""What the log is told of the explorer: names of keys, sizes, times; nothing that is typed."""

from __future__ import annotations

import time
from typing import Any

from textual import events
from textual.app import App
from textual.widgets import Input

from tui.log import is_logging, log


class Logged(App[int]):
    """Writes down what comes in, and how long it takes until something is drawn for it."""

    _came: float | None = None

    async def on_event(self, event: events.Event) -> None:
        """Take an event, as Textual does."""
        if is_logging() and not event.is_forwarded:  # what a screen did not take comes once more
            self._log_event(event)
        await super().on_event(event)

    def _log_event(self, event: events.Event) -> None:
        match event:
            case events.Key():
                is_text = event.is_printable and isinstance(self.focused, Input)
                log("key", name="typed" if is_text else event.key)
            case events.Paste():
                log("paste", characters=len(event.text))
            case events.MouseDown():
                log("press", x=event.screen_x, y=event.screen_y)
            case events.Resize():
                log("size", width=event.size.width, height=event.size.height)
            case _:
                return
        self._came = time.perf_counter()

    def post_display_hook(self) -> None:
        """Say how long it took, once for each event."""
        came, self._came = self._came, None
        if came is not None:
            log("drawn", ms=(time.perf_counter() - came) * 1000)

    def push_screen(self, screen: Any, *args: Any, **options: Any) -> Any:  # noqa: ANN401 — Textual's
        """Open a screen, as Textual does."""
        log("opened", screen=type(screen).__name__)
        return super().push_screen(screen, *args, **options)
