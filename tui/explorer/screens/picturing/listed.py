"""Which records a picture is of, and how so many are read at once."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from tui.explorer.browsing.browser import Browser


def listed_keys(browser: Browser) -> list[str]:
    """The keys of the records that the list shows."""
    if browser.question.query.strip():
        return browser.answer.keys
    with browser.reading:
        kind = browser.question.kind
        return browser.store.every_key(kind if kind != "source" else None)


@contextmanager
def reading_many(browser: Browser) -> Iterator[None]:
    """Read and put together what a picture is of, without a look for garbage in between.

    Each look goes through all that has been read before it, so that of ten thousand records they
    take a third of the time; what is read refers to nothing that it is part of.
    """
    with browser.reading:
        was_enabled = gc.isenabled()
        gc.disable()
        try:
            yield
        finally:
            if was_enabled:
                gc.enable()
