"""`masarat tour`."""

from __future__ import annotations

import pytest

from tests.tui.command_line.conftest import Run
from tui.command_line import explore
from tui.config import Config
from tui.explorer import start


def test_the_explorer_begins_with_the_tour(masarat: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[str] = []

    def run(_path: str | None, _wanted: Config, *, begins_with: str, **_: object) -> int:
        begun.append(begins_with)
        return 0

    monkeypatch.setattr(explore, "is_terminal", lambda _stream: True)
    monkeypatch.setattr(explore, "is_dumb", lambda: False)
    monkeypatch.setattr(start, "run", run)
    assert masarat("tour").exit_code == 0
    assert begun == ["tour"]
