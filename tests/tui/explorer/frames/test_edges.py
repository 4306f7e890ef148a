"""Lines between edges look as Textual draws them, through whatever filters, then and later."""

from __future__ import annotations

import pytest
from rich.segment import Segment
from rich.style import Style
from rich.terminal_theme import SVG_EXPORT_THEME
from textual import _styles_cache
from textual.app import App, ComposeResult
from textual.filter import ANSIToTruecolor
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.explorer.drawing.frames.edges import EdgedLines

LINES = (
    [Segment("of the theme", Style.parse("#abcdef on #123456"))],
    [Segment("of the ", Style.parse("red on black")), Segment("terminal", Style.parse("blue"))],
    [Segment("dim", Style.parse("dim #abcdef")), Segment(" and bare")],
)


class Lines(Widget):
    """Draws lines in colours of each sort."""

    DEFAULT_CSS = "Lines { border: round green; padding: 0 1; height: 5; width: 40; }"

    drawn = 0
    asks_again = False

    def render_line(self, y: int) -> Strip:
        self.drawn += 1
        if self.asks_again:
            self.refresh()
        return Strip(LINES[y])


class Shown(App[None]):
    def compose(self) -> ComposeResult:
        yield Lines()
        yield Lines(classes="bare")

    CSS = ".bare { border: none; padding: 0; width: 15; height: 3; }"


async def looks(theme: str, own: type[_styles_cache.StylesCache]) -> list[list[Segment]]:
    """What a screen shows in one theme, and then in another."""
    app = Shown()
    async with app.run_test(size=(60, 12)) as pilot:
        for widget in app.screen.query(Lines):
            widget._styles_cache = own()
        found = []
        for each in ("textual-dark", theme):
            app.theme = each
            app.screen.refresh()
            await pilot.pause()
            strips = app.screen._compositor.render_strips()
            found += [list(Segment.simplify(strip)) for strip in strips]
    return found


@pytest.mark.parametrize("theme", ["textual-light", "ansi-dark", "nord"])
async def test_lines_look_as_textual_draws_them(theme: str) -> None:
    assert await looks(theme, EdgedLines) == await looks(theme, _styles_cache.StylesCache)


async def test_a_line_that_stands_is_neither_drawn_nor_filtered_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = Shown()
    async with app.run_test(size=(60, 12)):
        widget = app.screen.query(Lines).first()
        widget._styles_cache = EdgedLines()
        first = widget.render_lines(widget.outer_size.region)
        drawn = widget.drawn
        with monkeypatch.context() as patch:
            patch.setattr(Strip, "apply_filter", None)
            patch.setattr(EdgedLines, "render", None)
            again = widget.render_lines(widget.outer_size.region)
        assert widget.drawn == drawn
        assert all(one is other for one, other in zip(first, again, strict=True))
        for ask in (widget.refresh, lambda: widget.refresh(Region(0, 1, 5, 1))):
            drawn = widget.drawn
            ask()
            widget.render_lines(widget.outer_size.region)
            assert widget.drawn > drawn


async def test_what_is_to_be_drawn_again_while_it_is_drawn_is_drawn_again() -> None:
    app = Shown()
    async with app.run_test(size=(60, 12)):
        widget = app.screen.query(Lines).first()
        widget._styles_cache = EdgedLines()
        widget.asks_again = True
        widget.render_lines(widget.outer_size.region)
        widget.asks_again, drawn = False, widget.drawn
        widget.render_lines(widget.outer_size.region)
        assert widget.drawn > drawn


async def test_lines_that_stand_are_drawn_again_for_other_filters(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = Shown()
    async with app.run_test(size=(60, 12)):
        widget = app.screen.query(Lines).first()
        widget._styles_cache = EdgedLines()
        coloured = widget.render_lines(widget.outer_size.region)
        monkeypatch.setattr(widget, "get_line_filters", lambda: [ANSIToTruecolor(SVG_EXPORT_THEME)])
        other = widget.render_lines(widget.outer_size.region)
        monkeypatch.undo()
        assert other[2]._segments != coloured[2]._segments
        again = widget.render_lines(widget.outer_size.region)
        assert [strip._segments for strip in again] == [strip._segments for strip in coloured]


async def test_a_line_in_colours_of_its_own_is_made_once_whoever_had_equal_ones_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = Shown()
    async with app.run_test(size=(60, 12)):
        widget = app.screen.query(Lines).first()
        each = ANSIToTruecolor(SVG_EXPORT_THEME)
        monkeypatch.setattr(widget, "get_line_filters", lambda: [each])
        own = Segment("of the theme", Style.parse("bold #abcdef") + Style(bgcolor="#123456"))
        equal = Style(color="#abcdef") + Style.parse("bold on #123456")
        assert each.truecolor_style(equal, widget.background_colors[0].rich_color) is equal
        assert own.style is not equal
        monkeypatch.setattr(widget, "render_line", lambda _: Strip([own]))
        widget._styles_cache = EdgedLines()
        drawn = widget.render_lines(widget.outer_size.region)
        assert any(segment is own for segment in drawn[1])
