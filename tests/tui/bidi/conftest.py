"""Every test begins with the settings of a terminal that leaves order to us."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tui.bidi import DisplayMode, set_display_mode
from tui.bidi.textual_seam import install, uninstall


@pytest.fixture(autouse=True)
def app_mode() -> Iterator[None]:
    set_display_mode(DisplayMode.APP)
    yield
    set_display_mode(DisplayMode.APP)


@pytest.fixture
def installed() -> Iterator[None]:
    """Textual draws in visual order during the test."""
    install()
    yield
    uninstall()
