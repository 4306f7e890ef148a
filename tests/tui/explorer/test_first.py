"""Where no frame was kept, the list is where Textual will put it, and looks as it will."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.color import ColorSystem
from rich.style import Style

from store import paths
from store.store import Store
from tests.thoroughly import thorough_but
from tests.tui.conftest import Explore
from tui import curtain
from tui.config import Config
from tui.explorer import start
from tui.explorer.beforehand.first import lines_at_first, outline_at_first
from tui.explorer.beforehand.outline import Box, coded
from tui.state import State

WIDTHS = [40, 59, 60, 61, 79, 80, 81, 99, 100, 101, 119, 120, 139, 140, 160, 199, 200, 201, 260]
DEPTHS = {"truecolor": ColorSystem.TRUECOLOR, "": ColorSystem.EIGHT_BIT}


@pytest.mark.parametrize("language", thorough_but(["ar"], ["en", "ar"]))
async def test_the_list_stands_where_it_will(small: Store, explore: Explore, language: str) -> None:
    async with explore(small, size=(140, 36), state=State(), language=language) as driver:
        for number, width in enumerate(WIDTHS):
            height = 20 + number
            await driver.pilot.resize_terminal(width, height)
            await driver.settle()
            record_list = driver.explorer.record_list
            stands = Box(*record_list.region_of_lines) if record_list.display else None
            wanted = "ar" if language == "ar" else "en"
            assert lines_at_first(width, height, wanted) == stands


def codes(style: Style, depth: ColorSystem) -> str:
    """What a terminal takes for a style; not as it was written for another."""
    anew = Style(
        color=style.color,
        bgcolor=style.bgcolor,
        bold=style.bold,
        italic=style.italic,
        underline=style.underline,
        reverse=style.reverse,
    )
    return anew._make_ansi_codes(depth)


@pytest.mark.parametrize("told", DEPTHS)
async def test_the_list_looks_as_it_will(
    small: Store, explore: Explore, monkeypatch: pytest.MonkeyPatch, told: str
) -> None:
    monkeypatch.setattr(curtain, "size", lambda: (140, 36))
    for name, value in (("TERM", "xterm-256color"), ("COLORTERM", told)):
        monkeypatch.setenv(name, value)
    for name in ("NO_COLOR", "FORCE_COLOR", "TEXTUAL_COLOR_SYSTEM"):
        monkeypatch.delenv(name, raising=False)
    outline = outline_at_first(Config(), State(), "en")
    assert outline
    async with explore(small, size=(140, 36), state=State()) as driver:
        assert driver.app.theme == "textual-dark"
        inks = [
            coded(ink, lambda style: codes(style, DEPTHS[told]))
            for ink in driver.explorer.record_list.inks
        ]
    assert [outline.plain, outline.cursor] == inks


@pytest.mark.parametrize(
    ("config", "state", "variables"),
    [
        (Config(theme="nord"), State(), {}),
        (Config(plain="true"), State(), {}),
        (Config(curtain="false"), State(), {}),
        (Config(), State(theme="nord"), {}),
        (Config(), State(widths="list:3"), {}),
        (Config(), State(record="zabadani"), {}),
        (Config(), State(query="truce"), {}),
        (Config(), State(kind="zone"), {}),
        (Config(), State(), {"NO_COLOR": "1"}),
        (Config(), State(), {"TERM": "linux"}),
        (Config(), State(), {"TERM": "xterm", "COLORTERM": ""}),
        (Config(), State(), {"TEXTUAL_COLOR_SYSTEM": "256"}),
    ],
)
def test_what_will_be_another_screen_is_not_drawn(
    config: Config, state: State, variables: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(curtain, "size", lambda: (140, 36))
    for name in ("NO_COLOR", "FORCE_COLOR", "TEXTUAL_COLOR_SYSTEM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in ({"TERM": "xterm-256color", "COLORTERM": "truecolor"} | variables).items():
        monkeypatch.setenv(name, value)
    assert outline_at_first(config, state, "en") is None
    for name, value in {"TERM": "xterm-256color", "COLORTERM": "truecolor"}.items():
        monkeypatch.setenv(name, value)
    for name in ("NO_COLOR", "TEXTUAL_COLOR_SYSTEM"):
        monkeypatch.delenv(name, raising=False)
    assert outline_at_first(Config(history="false"), State(theme="textual-dark"), "en")


@pytest.mark.parametrize(
    ("store", "shipped", "is_taken"),
    [("here.db", "", True), ("", "collection.db", True), ("", "", False)],
)
def test_no_screen_is_taken_while_a_store_is_filled_from_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, store: str, shipped: str, is_taken: bool
) -> None:
    for made in filter(None, (store, shipped)):
        (tmp_path / made).touch()
    monkeypatch.setattr(paths, "COLLECTION_FILE", str(tmp_path / "collection.db"))
    monkeypatch.setattr(curtain, "size", lambda: (120, 36))
    taken: list[object] = []
    monkeypatch.setattr(curtain, "raise_empty", lambda **told: taken.append(told))
    start._begin_empty(str(tmp_path / "here.db"), start._begun(Config(), ""))
    assert bool(taken) is is_taken
