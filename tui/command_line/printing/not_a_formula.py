"""Cells that a spreadsheet would take for a formula, and run: they may be of somebody else's store.

Source: https://owasp.org/www-community/attacks/CSV_Injection.
"""

from __future__ import annotations

from store.expressions import expression
from store.typed import Final

_BEGINNINGS: Final = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_TEXT: Final = "'"
"""With which a cell begins that spreadsheets take for text whatever follows."""
_NUMBER: Final = expression(r"[+-]?\d+(?:\.\d+)?")


def not_a_formula(cell: str) -> str:
    """A cell as it is; with an apostrophe before it where it begins as a formula and is no number.

    Args:
        cell: its text.
    """
    if cell.startswith(_BEGINNINGS) and not _NUMBER.fullmatch(cell):
        return _TEXT + cell
    return cell
