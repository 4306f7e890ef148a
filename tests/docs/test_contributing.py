"""CONTRIBUTING.md names places and targets that are there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[2]
PAGE: Final = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
PLACES: Final = sorted(set(re.findall(r"`((?:store|tui|tests|docs|seeds)/[\w./]*)`", PAGE)))
TARGETS: Final = sorted(set(re.findall(r"\bmake ([a-z]+(?:-[a-z]+)?)\b", PAGE)))


@pytest.mark.parametrize("place", PLACES)
def test_a_place_is_there(place: str) -> None:
    assert (ROOT / place).exists()


@pytest.mark.parametrize("target", TARGETS)
def test_a_target_can_be_made(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
