"""Text selected with the mouse: which characters, and what of them goes to the clipboard.

A selection is Textual's: offsets whose `x` is a character of a paragraph and whose `y` counts
paragraphs, logical both, so that what is dragged over in visual order is copied as it is written.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual.selection import Selection

from tui.bidi.lines import visual_line
from tui.bidi.sanitising import logical_copy, sanitise


def selected_span(text: str, selection: Selection, y: int) -> tuple[int, int]:
    """The selected characters of a paragraph, whole clusters: a letter never loses its marks.

    Args:
        text: The paragraph, logical.
        selection: What is selected.
        y: The paragraph's number.

    Returns:
        Start and end, equal where nothing is selected.
    """
    span = selection.get_span(y)
    if span is None:
        return 0, 0
    start = max(0, min(span[0], len(text)))
    end = len(text) if span[1] < 0 else max(start, min(span[1], len(text)))
    return start, _cluster_end(text, end) if start < end else end


def selected_text(paragraphs: Sequence[str], selection: Selection, joints: Sequence[str]) -> str:
    """What is selected, in logical order, with neither presentation forms nor control characters.

    Args:
        paragraphs: Logical, each without the line breaks that wrapping makes.
        selection: What is selected.
        joints: What stands before each paragraph when the one before it is selected too.
    """
    pieces: list[str] = []
    for y, (paragraph, joint) in enumerate(zip(paragraphs, joints, strict=True)):
        if selection.get_span(y) is not None:
            start, end = selected_span(paragraph, selection, y)
            pieces += [joint, paragraph[start:end]]
    return logical_copy("".join(pieces)).strip("\n")


def _cluster_end(text: str, end: int) -> int:
    """The end of the cluster (a letter with its marks, a ligature) in which `end` lies."""
    clusters = visual_line(sanitise(text)).clusters
    return next((c.end for c in clusters if c.start < end < c.end), end)
