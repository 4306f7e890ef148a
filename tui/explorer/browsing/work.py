"""What is done beside the event loop's own doing."""

from __future__ import annotations

from collections.abc import Callable, Coroutine

Work = Callable[[], Coroutine[None, None, None]]
"""What begins some work: a coroutine that waits to be begun is told of as forgotten on leaving."""
