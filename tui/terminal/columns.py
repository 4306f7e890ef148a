"""Every cell at its column, whatever width a terminal gives to what stands before it.

Terminals know other versions of Unicode than we do: the newest pictures have no width in one, one
cell in another and two in a third, and scripts whose letters merge are counted in many ways. The
cells of such a run are wiped, the run is written, and the cursor is put where it ends: at worst a
picture is cut, but nothing behind it moves.
"""

from __future__ import annotations

import re

from store.expressions import expression
from store.typed import Final
from tui.terminal.widths import cell_len

_UNSURE: Final = (
    # Pictures that are wide since Unicode 9, and all that came later.
    "\u231a\u231b\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615\u2648-\u2653\u267f\u2693\u26a1"
    "\u26aa\u26ab\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd\u2705"
    "\u270a\u270b\u2728\u274c\u274e\u2753-\u2755\u2757\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50"
    "\u2b55\u20d0-\u20f0\U0001f000-\U0001faff"
    # Scripts whose letters merge: Indic ones, those of South-East Asia, single parts of Hangul.
    "\u0900-\u109f\u1100-\u11ff\u1700-\u17ff\u1900-\u1aaf\u1b00-\u1cff\ua8e0-\uaadf\ud7b0-\ud7ff"
)
_RUN: Final = expression(f"[{_UNSURE}]+")
_TOKEN: Final = expression(
    r"\x1b\[(?:(?P<row>\d+);(?P<column>\d+))?H"  # to a place
    r"|\x1b\[[0-9;:<=>?]*[ -/]*[@-~]"  # colours and modes
    r"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?"  # links, the clipboard
    r"|\x1b."
    r"|(?P<end>[\r\n])"
    r"|(?P<text>[^\x1b\r\n]+)",
    re.DOTALL,
)


def is_unsure(text: str) -> bool:
    """Whether terminals differ about the cells that a text takes."""
    return bool(_RUN.search(text))


def keeping_columns(drawn: str) -> str:
    """What is drawn, with each cell at its column whatever the terminal makes of the text.

    Args:
        drawn: sequences and text, from a place on; what comes before the first place is left.
    """
    if drawn.isascii() or not _RUN.search(drawn):
        return drawn
    parts: list[str] = []
    x: int | None = None
    for token in _TOKEN.finditer(drawn):
        text = token["text"]
        if text is None:
            parts.append(token[0])
            if token["end"]:
                x = 0
            elif token[0].endswith("H"):
                x = int(token["column"] or 1) - 1
        elif x is None:
            parts.append(text)
        else:
            parts.append(_placed(text, x))
            x += cell_len(text)
    return "".join(parts)


def _placed(text: str, x: int) -> str:
    """A text that begins in a column, with the cursor put right behind each unsure run."""
    parts: list[str] = []
    end = 0
    for run in _RUN.finditer(text):
        parts.append(text[end : run.start()])
        begin = x + cell_len(text[: run.start()])
        behind = x + cell_len(text[: run.end()])
        blank = " " * (behind - begin)
        parts.append(f"{blank}\x1b[{begin + 1}G{run[0]}\x1b[{behind + 1}G")
        end = run.end()
    return "".join([*parts, text[end:]])
