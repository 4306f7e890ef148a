"""Scroll bars of kept lines are those that are drawn anew, at each place of the thumb."""

from __future__ import annotations

import pytest
from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.containers import ScrollableContainer
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.widgets import Static

from tui.explorer.drawing.frames.shared_bars import SharedBar
from tui.explorer.drawing.frames.slim_bar import SlimBar


class Scrolled(App[None]):
    def compose(self) -> ComposeResult:
        with ScrollableContainer():
            yield Static("\n".join("word " * 30 for _ in range(60)), markup=False)

    CSS = "Static { width: 150; }"


async def drawn(
    renderer: type[ScrollBarRender], bar: str, patch: pytest.MonkeyPatch
) -> list[object]:
    """The lines of one bar while the view scrolls, is grabbed, and has another theme."""
    patch.setattr(ScrollBar, "renderer", renderer)
    app, found = Scrolled(), []
    async with app.run_test(size=(60, 12)) as pilot:
        view = app.screen.query_one(ScrollableContainer)
        shown: ScrollBar = getattr(view, bar)
        for at in (0, 1, 7, 30, 48):
            view.scroll_to(at, at, animate=False)
            await pilot.pause()
            found.append(shown.render_lines(shown.size.region))
        for changed in ("mouse_over", "theme"):
            if changed == "theme":
                app.theme = "textual-light"
            else:
                shown.mouse_over = True
            await pilot.pause()
            found.append(shown.render_lines(shown.size.region))
    return [[list(Segment.simplify(line)) for line in lines] for lines in found]


@pytest.mark.parametrize("bar", ["vertical_scrollbar", "horizontal_scrollbar"])
async def test_a_kept_bar_is_one_drawn_anew(bar: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = await drawn(SharedBar, bar, monkeypatch)
    assert ours == await drawn(SlimBar, bar, monkeypatch)
    assert ours[0] != ours[3] != ours[5]


async def test_lines_that_look_alike_are_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ScrollBar, "renderer", SharedBar)
    app = Scrolled()
    async with app.run_test(size=(60, 40)):
        bar = app.screen.query_one(ScrollableContainer).vertical_scrollbar
        bar._render_content()
        lines = bar._render_cache.lines
        assert len(lines) == bar.size.height > 2 * len({id(line) for line in lines})
