"""The first few of many names on a line, and how many others there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from store.model.vocabulary import Language
from tui.messages import say

MOST: Final = 12
"""Names on a line: what one still reads; a store may have thousands."""


def first_few(names: Sequence[str], language: Language) -> str:
    """Names with commas between them, at most so many as one reads, and the number of the others.

    Args:
        names: in their order.
        language: of the reader.
    """
    comma = "، " if language == "ar" else ", "
    said = comma.join(names[:MOST])
    more = len(names) - MOST
    return said if more <= 0 else say("picture.and-more", names=said, count=more)
