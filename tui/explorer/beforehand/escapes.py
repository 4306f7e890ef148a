"""What lines are written with before Textual is there: letters, and codes of colours."""

from __future__ import annotations


def blank_line(codes: object, width: int) -> str:
    """A line on which nothing stands."""
    return turned_on(codes) + " " * width


def turned_on(codes: object) -> str:
    """The sequence after which what is written looks so, whatever came before."""
    return f"\x1b[0;{codes}m" if codes else "\x1b[0m"
