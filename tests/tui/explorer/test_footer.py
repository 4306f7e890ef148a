"""The footer: what it offers in a narrow terminal, and what gives way to what."""

from __future__ import annotations

import pytest

from store.model.vocabulary import Language
from store.store import Store
from tests.thoroughly import thorough_but
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


@pytest.mark.parametrize("language", thorough_but(["ar"], ["en", "ar"]))
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


@pytest.mark.parametrize("language", thorough_but(["ar"], ["en", "ar"]))
@pytest.mark.parametrize("width", [100, 110])
async def test_exporting_is_offered_before_comparing(
    shipped: Store, explore: Explore, language: Language, width: int
) -> None:
    async with explore(shipped, size=(width, 24), language=language) as driver:
        await driver.press("tab")
        pieces = offered(driver, width)
        assert sum(len(text) for text, _ in pieces) <= width
        targets = [target for _, target in pieces]
        assert {"export", "claim", "network", "help", "quit"} <= {*targets}
        if "compare" in targets:
            assert "language" in targets or targets.index("compare") < targets.index("export")


async def test_pictures_are_named_wherever_one_of_them_is_offered(
    small: Store, explore: Explore
) -> None:
    """Else their keys would seem to be those of what comes next."""
    pictures = [Hint("", key, f"picture {key}", group="pictures") for key in "itmw"]
    hints = [*pictures, Hint("", "question_mark", "help", stays=True)]
    async with explore(small) as driver:
        for width in range(8, 70):
            texts = [text.strip() for text, _ in offered(driver, width, hints)]
            offers = [text for text in texts if text in "itmw"]
            if offers and f"picture {offers[-1]}" not in texts:
                assert texts[len(offers)] == "pictures"


async def test_where_room_is_short_hints_stand_closer_and_rare_ones_go_first(
    small: Store, explore: Explore
) -> None:
    hints = [Hint("", "a", "first"), Hint("", "b", "rare", is_rare=True), Hint("", "c", "last")]
    async with explore(small) as driver:
        drawn = ["".join(text for text, _ in offered(driver, w, hints)) for w in (25, 24, 15, 8)]
        assert drawn == [
            " a first  b rare  c last ", " a first b rare c last", " a first c last", " a first",
        ]  # fmt: skip
