"""The footer: what it offers in a narrow terminal, and what gives way to what."""

from __future__ import annotations

import pytest

from store.model.vocabulary import Language
from store.store import Store
from tests.tui.conftest import Driver, Explore
from tui.bidi import visual
from tui.explorer.widgets.footer import Footer, Hint
from tui.messages import say


def offered(driver: Driver, width: int, hints: list[Hint] | None = None) -> list[tuple[str, str]]:
    """What stands in a footer so wide: each piece with its command."""
    footer = driver.app.screen.query_one(Footer)
    if hints is not None:
        footer.show(hints)
    found, _ = footer.pieces(width)
    return [(piece.text, piece.target) for piece in found]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("width", [80, 200])
async def test_every_picture_is_offered_by_its_key(
    small: Store, explore: Explore, language: Language, width: int
) -> None:
    async with explore(small, size=(width, 24), language=language) as driver:
        pieces = offered(driver, width)
        assert sum(len(text) for text, _ in pieces) <= width
        keys = {text.strip() for text, _ in pieces}
        assert {"t", "m", "w", "i", "?", "q"} <= keys
        together = visual(say("command.pictures"))
        assert (together in " ".join(text for text, _ in pieces)) == (width == 80)
        assert {"timeline", "map", "network", "overview"} <= {target for _, target in pieces}


async def test_of_hints_that_stay_the_labels_give_way_and_no_key(
    small: Store, explore: Explore
) -> None:
    hints = [
        Hint("", "enter", "a long label", stays=True),
        Hint("", "x", "another"),
        Hint("", "escape", "leave", stays=True),
    ]
    async with explore(small) as driver:
        assert [text.strip() for text, _ in offered(driver, 40, hints)] == [
            "↵", "a long label", "x", "another", "Esc", "leave",
        ]  # fmt: skip
        assert [text.strip() for text, _ in offered(driver, 20, hints) if text] == [
            "↵", "Esc", "leave",
        ]  # fmt: skip
