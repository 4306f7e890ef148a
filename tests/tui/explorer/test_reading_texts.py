"""Texts of sources in the explorer: the cited sentence beside the claim, and the reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.model.vocabulary import Language
from store.store import Store
from tests.thoroughly import thorough_but
from tests.tui.bidi.visual_lines import unjoined
from tests.tui.conftest import Explore
from tui.state import State

TEXT = "The mill burned at dawn. وصلت القافلة إلى النهر. Nobody rebuilt it \x1b[31mor \u202etried."


@pytest.fixture
def held(small: Store, tmp_path: Path) -> Store:
    """The small store, with a text of the source that the towns cite."""
    file = tmp_path / "article.txt"
    file.write_text(TEXT, "utf-8")
    small.attach_text("article", file)
    return small


@pytest.mark.parametrize("language", thorough_but(["ar"], ["en", "ar"]))
async def test_a_claim_has_the_sentence_it_rests_on_between_its_neighbours(
    held: Store, explore: Explore, language: Language
) -> None:
    async with explore(held, state=State(record="four-towns"), language=language) as driver:
        await driver.press(*"....c")
        lines = [unjoined(line) for line in driver.lines_of("#card-text")]
        card = "\n".join(lines)
        assert "The mill burned at dawn." in card
        assert "رهنلا ىلإ ةلفاقلا تلصو" in card
        assert "\x1b" not in card
        assert "\u202e" not in card
        await driver.press("escape")
