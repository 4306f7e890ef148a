"""Text of records inside Markdown: nothing that a record says can become structure of the page."""

from __future__ import annotations

import unicodedata
from collections.abc import Container

from store.expressions import expression
from store.text.printable import is_printable, printable
from store.typed import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import re

FOOTNOTE_MARK: Final = expression(r"\[\^([^\[\]\s]++)\]")
"""A citation in a summary: `[^article-2]`, in letters of any script with their vowels."""


def label_of(mark: str) -> str:
    """The label that a citation's mark names, in the form of keys (NFC), however it was typed."""
    return mark if mark.isascii() else unicodedata.normalize("NFC", mark)


_BLANKS: Final = expression(r"\s+")
_BETWEEN_PARAGRAPHS: Final = expression(r"\n\s*\n")
_SYNTAX: Final = expression(r"[\\`*_\[\]<>|~$&]|!(?=\[)|%(?=%)|=(?==)|(?<!\S)#|(?<!\S)\^")
_AT_START: Final = expression(r"^(?:[-+=:#]|\d{1,9}(?=[.)](?:\s|$)))")
# Structure that a summary may not bring: headings, rules, fences, definitions and HTML, be they in
# a list or a quotation; Obsidian's
# comments and blocks of mathematics, which would swallow what follows. Lists and quotations inside
# each other are followed so far only, and deeper ones are taken for structure themselves.
_MARKER: Final = r"(?: (?:[-+*]|\d{1,9}[.)])[ \t]++ | >[ \t]*+ )"
_DEEPEST: Final = 8
_STRUCTURE: Final = expression(
    rf"""(?mx)
      ^[ \t]*+{_MARKER}{{0,{_DEEPEST}}}
       (?: \# | =++[ \t]*+$ | -++[ \t]*+$ | ([-*_])(?:[ \t]*+\1){{2,}}+[ \t]*+$ | ``` | ~~~ )
    | ^[ \t]*+{_MARKER}{{{_DEEPEST + 1}}}
    | ^[ \t]*+\[[^\]\n]++\]:
    | <[A-Za-z/!?]
    | %% | \$\$
    """
)


def escape(text: str) -> str:
    """Make plain text safe on a line of Markdown, in a heading, a link, a table cell or a list."""
    return _escape(text.strip())


def _escape(text: str) -> str:
    line = printable(_BLANKS.sub(" ", text))
    return _AT_START.sub(_escape_start, _SYNTAX.sub(r"\\\g<0>", line))


def _escape_start(match: re.Match[str]) -> str:
    # A number is a list's only with the mark after it, and a backslash before a digit is text.
    return f"{match[0]}\\" if match[0].isdigit() else f"\\{match[0]}"


def escape_paragraphs(text: str, labels: Container[str]) -> str:
    """Make a summary's text safe, keeping its paragraphs and the citations with these labels."""
    paragraphs = _BETWEEN_PARAGRAPHS.split(text)
    return "\n\n".join(_escape_but_citations(paragraph, labels) for paragraph in paragraphs)


def _escape_but_citations(paragraph: str, labels: Container[str]) -> str:
    pieces = []
    end = 0
    for mark in FOOTNOTE_MARK.finditer(paragraph):
        if label_of(mark[1]) in labels:
            pieces += [_escape(paragraph[end : mark.start()]), mark[0]]
            end = mark.end()
    return "".join([*pieces, _escape(paragraph[end:])]).strip()


def can_stand_as_written(text: str) -> bool:
    """Whether a summary is paragraphs of Markdown that leave the rest of a page alone."""
    return _STRUCTURE.search(text) is None and is_printable(text)
