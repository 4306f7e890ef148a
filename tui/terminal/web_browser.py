"""The web browser beside the terminal, which leaves the terminal's screen alone."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Final

_SCHEMES: Final = ("https://", "http://")
_IN_TERMINAL: Final = frozenset(
    {"browsh", "carbonyl", "elinks", "links", "links2", "lynx", "w3m", "www-browser"}
)
"""Browsers that would draw on the screen that the explorer draws on."""


def web_address(text: str) -> str:
    """The address that a text is, as terminals take it in a link; empty where it is none.

    Args:
        text: as records have it; only addresses of the web are such.

    Returns:
        An address in ASCII, without blanks and whatever else would end a link.
    """
    if not text.startswith(_SCHEMES) or not text.isprintable() or " " in text:
        return ""
    from urllib.parse import quote

    return quote(text, safe="!#$%&'()*+,-./:;=?@[]_~")


def open_address(address: str) -> bool:
    """Open an address in the user's web browser, and wait for nothing; may be called in a thread.

    Which one it is, Python's `webbrowser` knows, from `BROWSER` or the desktop.

    Args:
        address: as records have it; only addresses of the web are opened.

    Returns:
        Whether a browser was asked. It is not where there is none but such as need the terminal.
    """
    if not (address.startswith(_SCHEMES) and address.isprintable() and " " not in address):
        return False
    import webbrowser

    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return False
    name = str(getattr(browser, "name", ""))
    command = shlex.split(name)
    if command and Path(command[0]).name in _IN_TERMINAL:
        return False
    if isinstance(browser, webbrowser.GenericBrowser):
        return _start([*command, *(part.replace("%s", address) for part in browser.args)])
    return browser.open(address)


def _start(command: list[str]) -> bool:
    """Start a program that cannot write on the terminal; `webbrowser` would let it."""
    import subprocess
    import threading

    try:
        process = subprocess.Popen(  # noqa: S603 — the user's own browser, and no shell
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    threading.Thread(target=process.wait, daemon=True).start()
    return True
