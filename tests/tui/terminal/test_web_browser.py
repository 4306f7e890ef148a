"""The browser beside the terminal: asked for addresses of the web, and never in the terminal."""

from __future__ import annotations

import time
import webbrowser
from pathlib import Path

import pytest

from tui.terminal.web_browser import open_address

ADDRESS = "https://example.org/a?b=c&d=(e)"


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A browser that notes in a file what it was asked to open, and writes much on the terminal."""
    monkeypatch.setattr(webbrowser, "_tryorder", None)
    monkeypatch.setattr(webbrowser, "_browsers", {})
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER", "TERM"):
        monkeypatch.delenv(name, raising=False)
    script, opened = tmp_path / "browser", tmp_path / "opened"
    script.write_text(f'#!/bin/sh\necho noise; echo noise >&2\nprintf %s "$1" > {opened}.new\n'
                      f"mv {opened}.new {opened}\n")  # fmt: skip
    script.chmod(0o755)
    return script


@pytest.mark.parametrize("written", ["{script}", "{script} %s", "{script} %s &"])
def test_an_address_goes_to_the_browser_that_the_user_chose(
    browser: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], written: str
) -> None:
    monkeypatch.setenv("BROWSER", written.format(script=browser))
    assert open_address(ADDRESS)
    opened = browser.with_name("opened")
    while not opened.exists():
        time.sleep(0.01)
    assert opened.read_text() == ADDRESS
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    "address", ["", "file:///etc/passwd", "javascript:alert(1)", "-x", "https://a b", "http://\x1b"]
)
def test_nothing_but_addresses_of_the_web_is_opened(
    browser: Path, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("BROWSER", str(browser))
    assert not open_address(address)


@pytest.mark.parametrize("named", ["", "lynx", "/usr/bin/w3m -x", "/nowhere/browser"])
def test_where_there_is_no_other_browser_none_is_opened(
    browser: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    monkeypatch.setenv("BROWSER", named)
    assert not open_address(ADDRESS)
