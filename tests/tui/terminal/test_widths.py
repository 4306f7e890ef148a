"""Texts measured without `rich` take what it says."""

from __future__ import annotations

from rich.cells import cell_len as counted

from tui.terminal.widths import cell_len


def test_every_letter_takes_the_cells_that_rich_counts() -> None:
    for code in (*range(0xD800), *range(0xE000, 0x1FB00)):
        assert cell_len(chr(code)) == counted(chr(code)), hex(code)


def test_letters_beside_each_other_do_too() -> None:
    for text in (
        "",
        "مخيم اليرموك",
        "ﻙﻮﻣﺮﻴﻟﺍ",
        "漢字 and e\u0301",
        "★ Zabadani…",
        "🦊 1\ufe0f\u20e3",
    ):
        assert cell_len(text) == counted(text)
