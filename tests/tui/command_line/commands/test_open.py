"""`masarat open`."""

from __future__ import annotations

import pytest

from tests.tui.command_line.conftest import Run
from tui.command_line import explore
from tui.config import Config
from tui.explorer import start


def test_the_explorer_starts_at_the_record(masarat: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[str] = []

    def run(_path: str | None, _wanted: Config, *, key: str, begins_with: str, debug: bool) -> int:
        started.append(key)
        return 0

    monkeypatch.setattr(explore, "is_terminal", lambda _stream: True)
    monkeypatch.setattr(explore, "is_dumb", lambda: False)
    monkeypatch.setattr(start, "run", run)
    assert masarat("open", "zabadani").exit_code == 0
    assert started == ["zabadani"]
    refused = masarat("open", "zabadan")
    assert (refused.exit_code, started) == (1, ["zabadani"])
    assert "zabadani" in refused.stderr


def test_what_is_wanted_may_stand_before_the_command_or_after_it(
    masarat: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    wishes: list[Config] = []

    def run(_path: str | None, wanted: Config, *, key: str, begins_with: str, debug: bool) -> int:
        wishes.append(wanted)
        return 0

    monkeypatch.setattr(explore, "is_terminal", lambda _stream: True)
    monkeypatch.setattr(explore, "is_dumb", lambda: False)
    monkeypatch.setattr(start, "run", run)
    masarat("--plain", "open", "zabadani", "--no-mouse")
    masarat("open", "zabadani")
    assert [(each.plain, each.mouse) for each in wishes] == [("true", "false"), ("", "")]
