"""The line that is being typed in a shell, up to the cursor."""

from __future__ import annotations

import re
from typing import Final

from store.expressions import expression
from store.tuples import NamedTuple

_SPECIAL: Final = expression(r"""[\s"'\\$`&|;<>()*?\[\]{}#~!]""")
_SPECIAL_IN_DOUBLE: Final = expression(r'["\\$`]')


class TypedLine(NamedTuple):
    """The words before the cursor, as the program would be given them."""

    words: tuple[str, ...]
    """Those that are finished, without the program's own name."""
    word: str
    """The one at the cursor, as far as it is typed; empty behind a blank."""
    quote: str = ""
    """The quotation mark in which it still stands, if any."""
    replaced_from: int = 0
    """Characters of it that the shell keeps; a candidate replaces the rest."""

    def as_typed(self, candidate: str) -> str:
        """What to write for a candidate in the place of what the shell replaces, quoted."""
        kept = self.word[: self.replaced_from]
        text = candidate.removeprefix(kept)
        if self.quote == "'":
            return text.replace("'", r"'\''")
        if self.quote:
            return _SPECIAL_IN_DOUBLE.sub(_escaped, text)
        return _SPECIAL.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    return f"\\{match[0]}"


def read_line(line: str, breaks: str = "") -> TypedLine:
    """Take a line apart as a shell does, where its end may be missing.

    Args:
        line: from the program's name to the cursor.
        breaks: signs behind which bash begins to replace (`COMP_WORDBREAKS`).
    """
    words: list[str] = []
    word: str | None = None
    quote = ""
    kept = 0
    is_escaped = False
    for sign in line:
        if is_escaped or (quote and sign not in (quote, "\\")) or (quote == "'" != sign):
            word, is_escaped = (word or "") + sign, False
        elif sign == "\\":
            word, is_escaped = word or "", True
        elif sign == quote:
            quote = ""
        elif sign in "\"'":
            word, quote = word or "", sign
            kept = len(word)
        elif sign.isspace():
            words += [] if word is None else [word]
            word, kept = None, 0
        else:
            word = (word or "") + sign
            kept = len(word) if sign in breaks else kept
    return TypedLine(tuple(words[1:]), word or "", quote, kept if breaks else 0)
