"""The ways into the reader: from a source, from what is pointed at, from a hit, from a claim."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from store.model.records import Citation
from store.texts.held import is_number
from tui.explorer.browsing.browser import Browser
from tui.explorer.drawing.listing import Choice, Entry, Line
from tui.explorer.panes.record_text import Highlighter, no_highlights
from tui.explorer.screens.chooser_dialog import Chooser, matches
from tui.explorer.screens.reading.held_reading import reading_of
from tui.explorer.screens.reading.reader import Reader
from tui.messages import say, spoken

if TYPE_CHECKING:
    from textual.app import App

GoOn = Callable[[str], None]
"""Is given the key of the record that was chosen in the reader."""


def open_reader(
    app: App[int],
    browser: Browser,
    citation: Citation,
    go_on: GoOn,
    found: Sequence[int] = (),
    highlighter: Highlighter = no_highlights,
) -> None:
    """Read the text of a source, or say how it can be had.

    Args:
        app: shows the reader.
        browser: reads the store.
        citation: the source, and the number of the sentence to begin at, if any.
        go_on: what to do with the record that is chosen.
        found: numbers of the sentences that a search found in the text.
        highlighter: finds what was searched for.

    Raises:
        store.errors.MasaratError: the source or its text cannot be read.
    """
    reading = reading_of(browser, citation.source)
    if reading is None:
        app.notify(say("reader.none", key=citation.source), markup=False, timeout=10)
        return
    number = int(citation.locator) if is_number(citation.locator) else 1

    def leave(key: str | None) -> None:
        if key:
            go_on(key)

    app.push_screen(Reader(browser, reading, number, found, highlighter), leave)


def open_cited(app: App[int], browser: Browser, citations: Iterable[Citation], go_on: GoOn) -> None:
    """Read the text of the source that is cited; of several whose texts are held, the one chosen.

    Args:
        app: shows the reader.
        browser: reads the store.
        citations: of what is pointed at, or of a record; of each source the first counts.
        go_on: what to do with the record that is chosen.

    Raises:
        store.errors.MasaratError: a source or its text cannot be read.
    """
    first: dict[str, Citation] = {}
    for citation in citations:
        first.setdefault(citation.source, citation)
    with browser.reading:
        held = [first[text.source] for text in browser.store.held_texts() if text.source in first]
    if len(held) > 1:
        _choose(app, browser, held, go_on)
    elif held or len(first) == 1:
        open_reader(app, browser, (held or list(first.values()))[0], go_on)
    else:
        app.notify(say("reader.none-cited"), markup=False, timeout=10)


class Texts(Chooser):
    """Lists sources whose texts are held."""

    def __init__(self, names: dict[str, str]) -> None:
        """List sources: how each is called, by key."""
        super().__init__(say("reader.which"), say("sources.placeholder"))
        self._names = names

    def lines(self, query: str) -> list[Line]:
        """Those whose names hold the words of the query."""
        return [Choice(key, name) for key, name in self._names.items() if matches(query, name)]


def _choose(app: App[int], browser: Browser, held: Sequence[Citation], go_on: GoOn) -> None:
    by_source = {citation.source: citation for citation in held}
    with browser.reading:
        rows = browser.store.source_rows(by_source)
    names = {row.key: row.name.prefer(spoken()) for row in rows}

    def read(chosen: Choice | Entry | None) -> None:
        if isinstance(chosen, Choice):
            open_reader(app, browser, by_source[chosen.id], go_on)

    app.push_screen(Texts(names), read)
