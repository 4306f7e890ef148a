"""A picture saved as SVG, in a file that the user names."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from textual.worker import Worker

from store.disk.whole_file import write_whole
from tui.explorer.screens.comparing.path_dialog import AskPath
from tui.explorer.screens.confirm_dialog import written_or_asked
from tui.messages import say, spoken
from tui.pictures.cells import Picture
from tui.pictures.overview import draw_whole_overview
from tui.pictures.svg import svg

if TYPE_CHECKING:
    from textual.app import App

    from tui.explorer.screens.explorer import Explorer

_OVERVIEW_FILE: Final = "masarat-overview.svg"


def ask_to_save(app: App[int], offered: str, draw: Callable[[], Awaitable[Picture]]) -> None:
    """Ask for a file, and save a picture in it.

    Args:
        app: asks, and says where it was saved or why it was not.
        offered: name of the file.
        draw: the picture, as it is saved; called once a file was named.
    """

    def save(path: Path | None) -> None:
        if path is not None:
            _: Worker[None] = app.run_worker(_save(app, path, draw), group="picture")

    app.push_screen(AskPath(say("picture.save-title"), offered), save)


def ask_to_save_overview(explorer: Explorer) -> None:
    """Ask for a file, and save in it what the store holds at a glance, with sources."""
    browser = explorer.browser

    def read() -> Picture:
        with browser.reading:
            return draw_whole_overview(browser.store, browser.store.overview(), spoken())[0]

    async def draw() -> Picture:
        return await asyncio.to_thread(read)

    ask_to_save(explorer.app, _OVERVIEW_FILE, draw)


async def _save(app: App[int], path: Path, draw: Callable[[], Awaitable[Picture]]) -> None:
    drawn = svg(await draw())

    def write(*, overwrite: bool) -> Path:
        write_whole(path, drawn, overwrite=overwrite)
        return path

    if written := await written_or_asked(app, path, write):
        app.notify(say("picture.written", path=str(written)), markup=False, timeout=10)
