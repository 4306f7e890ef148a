"""What stands behind a picture keeps its column, whatever width the terminal gives to that."""

from __future__ import annotations

import pytest

from tui.terminal.columns import keeping_columns

PICTURES = ["🕊", "🫩", "⭐", "👩🚀", "क्षि", "ที่", "ᄀ", "1⃣"]


def shown(drawn: str, width_of_picture: int) -> dict[tuple[int, int], str]:
    """The cells of a terminal that gives so many cells to every character of other scripts."""
    cells: dict[tuple[int, int], str] = {}
    x, y, at = 0, 0, 0
    while at < len(drawn):
        letter = drawn[at]
        if letter == "\x1b":
            end = next(i for i in range(at + 2, len(drawn)) if drawn[i].isalpha())
            numbers = [int(part) for part in drawn[at + 2 : end].split(";") if part]
            if drawn[end] == "H":
                y, x = (n - 1 for n in numbers or [1, 1])
            elif drawn[end] == "G":
                x = numbers[0] - 1
            at = end + 1
            continue
        if letter == "\n":
            x, y = 0, y + 1
        elif letter.isascii() or letter == "│":
            cells[x, y] = letter
            x += 1
        else:
            x += width_of_picture
        at += 1
    return cells


@pytest.mark.parametrize("picture", PICTURES)
@pytest.mark.parametrize("width", [0, 1, 2])
def test_what_follows_stands_where_it_would(picture: str, width: int) -> None:
    drawn = f"\x1b[3;5H│ab {picture} c│\x1b[31md│\nx{picture}│"
    cells = shown(keeping_columns(drawn), width)
    plain = shown(keeping_columns(drawn), 1)
    assert {place for place, letter in cells.items() if letter == "│"} == {
        place for place, letter in plain.items() if letter == "│"
    }
    assert cells == plain


def test_what_every_terminal_counts_alike_is_left_as_it_is() -> None:
    for drawn in ("\x1b[1;1Hplain", "\x1b[1;1Hالزبداني ★ — │ ╭ … 中文 é", "🕊 before any place"):
        assert keeping_columns(drawn) == drawn


def test_links_and_clipboards_are_left_as_they_are() -> None:
    link = "\x1b]8;;https://example.org/🕊\x1b\\"
    assert keeping_columns(f"\x1b[1;1H{link}a\x1b]8;;\x1b\\") == f"\x1b[1;1H{link}a\x1b]8;;\x1b\\"
