"""Draws three lines in a terminal in one of several ways, for a picture: run by `pictures.py`.

    python -m tests.terminals.card WAY REPORT

WAY is `auto` (as the explorer would), `cells` (the expected letters, one by one at their places),
`logical` (as stored) or `app` (our order, nothing said to the terminal). REPORT is the file into
which is written what was found, when all is drawn.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from tui.bidi import DisplayMode, set_display_mode, visual
from tui.terminal.asking import ask_terminal
from tui.terminal.display_choice import (
    EXPLICIT_ORDER,
    DisplayChoice,
    choose_display,
    display_without_asking,
)

LINES: Final = (
    "قرار مجلس الأمن 2118 (2013)",
    "السعر 1,250.50 دولار [15%] لا إله",
    "The word سلام (peace) in text.",
)
"""Logical text in which order, digits, brackets, joining and a lam-alef show."""
CELLS: Final = (
    "(2013) 2118 ﻦﻣﻷﺍ ﺲﻠﺠﻣ ﺭﺍﺮﻗ",
    "ﻪﻟﺇ ﻻ [%15] ﺭﻻﻭﺩ 1,250.50 ﺮﻌﺴﻟﺍ",
    "The word ﻡﻼﺳ (peace) in text.",
)
"""The same as it must stand in cells from left to right, written by hand from Unicode's charts."""
_WIPE: Final = "\x1b[2J"
_EXPLICIT: Final = EXPLICIT_ORDER.decode() + _WIPE
"""As `tui.driver` begins: VTE keeps the mode of a line until the line is made anew."""


def draw(way: str) -> tuple[str, DisplayChoice | None]:
    """What is put to the terminal, and what was chosen where the terminal was asked."""
    if way == "cells":
        # Apart and placed, so that neither order nor joining is left to the terminal.
        return _EXPLICIT + "".join(_placed(row, line) for row, line in enumerate(CELLS)), None
    if way == "logical":
        return _WIPE + _rows(LINES), None
    choice = DisplayChoice(DisplayMode.APP)
    if way == "auto":
        environment = os.environ
        choice = display_without_asking("auto", environment) or choose_display(
            ask_terminal(), environment
        )
    set_display_mode(choice.mode, guard=choice.guard)
    before = _EXPLICIT if choice.explicit else _WIPE
    return before + _rows(map(visual, LINES)), choice


def _rows(lines: Iterable[str]) -> str:
    return "".join(f"\x1b[{2 * row + 1};1H{line}" for row, line in enumerate(lines))


def _placed(row: int, line: str) -> str:
    return "".join(
        f"\x1b[{2 * row + 1};{column + 1}H{character}"
        for column, character in enumerate(line)
        if character != " "
    )


def main(way: str, report: Path) -> None:
    """Draw, report, and stay until the terminal is closed."""
    text, choice = draw(way)
    sys.stdout.write(f"\x1b[?25l{text}")
    sys.stdout.flush()
    told = {"mode": choice.mode, "explicit": choice.explicit} if choice else {}
    report.write_text(json.dumps(told), "utf-8")
    time.sleep(60)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
