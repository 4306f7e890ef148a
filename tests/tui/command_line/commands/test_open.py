"""`masarat open`."""

from __future__ import annotations

import pytest

from tests.tui.command_line.conftest import Run
from tui.command_line import explore
from tui.explorer import start


def test_the_explorer_starts_at_the_record(masarat: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[str] = []

    def run(_path: str | None, *, key: str, **_options: object) -> int:
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
