"""Labels beside what they label: one that is long does not take the room of the others."""

from __future__ import annotations

from textual.content import Content
from textual.style import Style
from textual.visual import RenderOptions

from tui.explorer.drawing.sheets.blocks import Block, Sheet


def lines(width: int, *labels: str) -> list[str]:
    sheet = Sheet(width, Style(), RenderOptions(lambda _: Style(), {}), right_to_left=False)
    drawn = sheet.draw([Block(Content("value"), Content(label)) for label in labels])
    return [line.strip.text.rstrip() for line in drawn]


def test_a_long_label_stands_above_and_the_others_keep_their_column() -> None:
    alone = lines(44, "Date", "In force")
    beside = lines(44, "Date", "In force", "People evacuated from both towns")

    assert alone == ["Date      value", "In force  value"]
    assert beside == [*alone, "People evacuated from both towns", "          value"]


def test_where_nothing_fits_beside_all_labels_stand_above() -> None:
    assert lines(28, "In force") == ["In force", "  value"]
