"""Text made safe to show: what a terminal or a page would obey becomes a visible placeholder."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

PLACEHOLDER: Final = "\ufffd"
_CONTROL_PICTURES: Final = 0x2400
# C0, DEL and C1; line and paragraph separators; bidi embeddings, overrides and isolates; invisible
# operators, tags and the byte order mark; surrogates and noncharacters. Joiners and LRM, RLM, ALM
# are ordinary Arabic typing and stay.
_OBEYED: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_OBEYED_BUT_LINES: Final = re.compile(_OBEYED.pattern.replace("\x00-\x1f", "\x00-\x08\x0b-\x1f"))


def printable(text: str) -> str:
    """Text for one line, in the order given: line breaks and controls as placeholders."""
    # isprintable() is a quick look that most names pass.
    return text if text.isprintable() else _OBEYED.sub(_placeholder, text)


def printable_lines(text: str) -> str:
    """Text for several lines: line feeds and tabs stay, other controls become placeholders."""
    return _OBEYED_BUT_LINES.sub(_placeholder, text)


def is_printable(text: str) -> bool:
    """Whether text of several lines holds nothing that a terminal or a page would obey."""
    return _OBEYED_BUT_LINES.search(text) is None


def _placeholder(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(_CONTROL_PICTURES + code)
    return "\u2421" if code == 0x7F else PLACEHOLDER


def escape_controls(text: str, escape: Callable[[str], str]) -> str:
    """Write what would be obeyed as `escape` does; line feeds and tabs stay."""
    return _OBEYED_BUT_LINES.sub(lambda match: escape(match[0]), text)
