"""Which records a picture is of."""

from __future__ import annotations

from tui.explorer.browsing.browser import Browser


def listed_keys(browser: Browser) -> list[str]:
    """The keys of the records that the list shows."""
    if browser.question.query.strip():
        return browser.answer.keys
    with browser.reading:
        kind = browser.question.kind
        return browser.store.every_key(kind if kind != "source" else None)
