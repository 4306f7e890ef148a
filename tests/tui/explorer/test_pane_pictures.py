"""The help begins with a picture of the pane one is in, drawn from its parts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pytest

from store.model.vocabulary import Language
from store.store import Store
from tests.tui.conftest import Explore
from tui.explorer.drawing.cells import width_of
from tui.explorer.drawing.listing import Remark, WrappedRemark
from tui.explorer.drawing.plain_mode import use_plain
from tui.explorer.language import use_language
from tui.explorer.panes import PANES
from tui.explorer.panes.overview import OverviewPane
from tui.explorer.screens.teaching.pane_picture import Part, parts_of, pictured

EVERY: Final = (*PANES, OverviewPane)


@pytest.fixture(autouse=True)
def restored() -> Iterator[None]:
    yield
    use_plain(False)
    use_language("en")


def _text(line: object) -> str:
    if isinstance(line, Remark):
        return line.text
    assert isinstance(line, WrappedRemark)
    return "".join(
        ("" if word.is_joined or not place else " ") + word.text
        for place, word in enumerate(line.words)
    )


@pytest.mark.parametrize("pane", EVERY, ids=lambda pane: pane.pane_id)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_pane_is_drawn_from_parts_that_keep_to_the_width(
    pane: type[OverviewPane], language: Language
) -> None:
    use_language(language)
    parts = parts_of(pane())
    for width in (40, 55, 80, 120):
        lines = [_text(line) for line in pictured(parts, width)]
        words = " ".join(lines).split()

        assert all(part.sample in lines[0] for part in parts) or len(lines) == len(parts)
        if len(lines) > len(parts):
            assert max(map(width_of, lines)) <= width
        for part in parts:
            assert set(part.meaning.split()) <= set(words)


def test_each_thread_hangs_below_the_beginning_of_its_part() -> None:
    lines = [_text(line) for line in pictured([Part("A", "one"), Part("bcd", "two")], 40)]

    assert lines == ["A  bcd", "│  └ two", "└ one"]


def test_in_arabic_the_threads_turn_to_the_left() -> None:
    use_language("ar")

    lines = [_text(line) for line in pictured([Part("أ", "واحد"), Part("ب", "اثنان")], 40)]

    assert lines == ["أ  ب", "│  ┘ اثنان", "┘ واحد"]


def test_who_listens_hears_each_part_and_what_it_is() -> None:
    use_plain(True)

    assert pictured([Part("A", "one"), Part("bcd", "two")], 40) == [
        Remark("A – one"),
        Remark("bcd – two"),
    ]


async def test_the_help_draws_the_pane_one_is_in_until_something_is_typed(
    small: Store, explore: Explore
) -> None:
    async with explore(small, size=(120, 36)) as driver:
        await driver.press("tab", "tab")
        await driver.press("question_mark")
        shown = "\n".join(driver.lines())
        assert "where you are: relations" in shown
        assert "what the record has to do with those below" in shown

        await driver.type("quit")
        assert "where you are" not in "\n".join(driver.lines())
