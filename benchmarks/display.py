"""What putting Arabic in order costs: a line drawn, and a long bilingual record scrolled.

`python -m benchmarks.display` prints the figures. The peer is the same text drawn by Textual alone,
in logical order, in the same run.
"""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Callable

from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions
from textual.widgets import Static

from benchmarks.measure import Comparison, in_turn
from tui.bidi import lines
from tui.bidi.textual_seam import install, uninstall

ARABIC = "قرار مجلس الأمن 2118 (2013) بشأن الأسلحة الكيميائية — UNSCR 2118، في 2013-09-27"
ENGLISH = "Security Council resolution 2118 (2013) on chemical weapons, adopted 2013-09-27"
WIDTH = 80
ROUNDS = 200
SCROLLS = 60
STYLE = Style.parse("#e0e0e0 on #1e1e1e")
OPTIONS = RenderOptions(Style.parse, RulesMap())


def drawn(text: str) -> Callable[[], list[Strip]]:
    """A call that draws one line with a highlight in it."""
    content = Content(text).stylize("bold", 5, 15)
    return lambda: content.render_strips(WIDTH, None, STYLE, OPTIONS)


def forget() -> None:
    """Empty the caches, so that the next line is analysed anew."""
    for kept in (*lines._lines, *lines._paragraphs):
        kept.cache_clear()


def microseconds(draw: Callable[[], object], *, ours: bool, cached: bool = True) -> float:
    """Median time of a call, drawn by us or by Textual alone."""
    (install if ours else uninstall)()
    draw()
    times = []
    for _ in range(ROUNDS):
        if not cached:
            forget()
        start = time.perf_counter()
        draw()
        times.append(time.perf_counter() - start)
    uninstall()
    return statistics.median(times) * 1e6


class LongRecord(App[None]):
    """A record of 200 paragraphs, Arabic and English in turn."""

    def compose(self) -> ComposeResult:
        """One scrolling pane."""
        with VerticalScroll():
            for _ in range(100):
                yield Static(f"{ARABIC}. " * 4)
                yield Static(f"{ENGLISH}. " * 4)


async def scrolled(*, ours: bool) -> float:
    """Milliseconds to scroll the record a page at a time, painting each."""
    (install if ours else uninstall)()
    app = LongRecord()
    async with app.run_test(size=(WIDTH, 24)) as pilot:
        pane = app.query_one(VerticalScroll)
        await pilot.pause()
        start = time.perf_counter()
        for _ in range(SCROLLS):
            pane.scroll_page_down(animate=False)
            await pilot.pause()
        elapsed = time.perf_counter() - start
    uninstall()
    return elapsed * 1000 / SCROLLS


def compare() -> list[Comparison]:
    """The figures, for the table of results."""
    rows = []
    for what, text, cached, aim in (
        ("Arabic line of 80, seen before", ARABIC, True, 4),
        ("Arabic line of 80, new", ARABIC, False, 12),
        ("English line of 80", ENGLISH, True, 1.1),
    ):
        draw = drawn(text)

        def one(draw: Callable[[], object] = draw, cached: bool = cached) -> float:
            return microseconds(draw, ours=True, cached=cached)

        def other(draw: Callable[[], object] = draw) -> float:
            return microseconds(draw, ours=False)

        rows.append(Comparison(what, *in_turn(one, other, 5), "µs", aim))
    ours, peer = in_turn(
        lambda: asyncio.run(scrolled(ours=True)), lambda: asyncio.run(scrolled(ours=False)), 3
    )
    rows.append(Comparison("a page of a bilingual record scrolled", ours, peer, "ms", 1.3))
    return rows


if __name__ == "__main__":
    for comparison in compare():
        print(comparison.row())
