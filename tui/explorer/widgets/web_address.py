"""An address of the web, opened in the browser; the user is told what came of it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tui.messages import say
from tui.terminal.web_browser import open_address

if TYPE_CHECKING:
    from textual.app import App
    from textual.worker import Worker


def open_in_browser(app: App[int], address: str) -> None:
    """Open a source's address, and say so; where no browser can be opened it goes to the clipboard.

    Args:
        app: tells the user.
        address: of the source, empty where it has none.
    """
    if not address:
        app.notify(say("web.none"), markup=False, timeout=3)
        return
    _: Worker[None] = app.run_worker(_open(app, address))


async def _open(app: App[int], address: str) -> None:
    # To find out which browsers there are takes a while.
    if await asyncio.to_thread(open_address, address):
        app.notify(say("web.opened", address=address), markup=False, timeout=3)
    else:
        app.copy_to_clipboard(address)
        app.notify(say("web.no-browser"), severity="warning", markup=False, timeout=6)
