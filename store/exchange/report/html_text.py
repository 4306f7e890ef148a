"""Texts of records inside HTML: escaped, in their direction, and without anything that runs.

`Html` is the type of what may stand in a page: type checkers refuse a text that was not escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from typing import Final, NewType

from store.expressions import expression
from store.model.vocabulary import Language
from store.text.printable import printable

Html = NewType("Html", str)
"""Markup that is safe to put into a page."""

NOTHING: Final = Html("")

_ARABIC: Final = (
    "\u0600-\u060b\u060d-\u061a\u061c-\u061e\u0620-\u065f\u066e-\u06ef\u06fa-\u06ff\u0750-\u077f"
    "\u08a0-\u08ff\ufb50-\ufdfd\ufe70-\ufefc"
)
"""What is written from right to left, without digits and the marks of a sentence."""
_LATIN: Final = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_IN_WORD: Final = rf"(?:[{_LATIN}\d'’&@#=%_+]|[./:?-](?=[{_LATIN}\d]))*+"
_NUMBER: Final = r"[+\u2212-]?\d[\d,]*+(?:\.\d++)?"
_FIRST_STRONG: Final = expression(f"[{_ARABIC}{_LATIN}]")
_IS_ARABIC: Final = expression(f"[{_ARABIC}]")
_FOREIGN: Final = {
    "en": re.compile(f"[{_ARABIC}]++(?:[ \\d]{{1,12}}[{_ARABIC}]++)*+"),
    "ar": re.compile(
        # Positions, dates and ranges read from left to right, whatever the letters around them.
        rf"(?<![\d,./:-]){_NUMBER}(?:,\ {_NUMBER}|(?:[-\u2010-\u2013/:.]\d[\d,]*+)++)"
        rf"|[{_LATIN}]{_IN_WORD}(?:\s[{_LATIN}\d]{_IN_WORD})*+"
    ),
}
"""Pieces of a text of one language that run against it."""


def text(words: str) -> Html:
    """Make plain text safe; line breaks and runs of blanks become one blank, as on any page."""
    return Html(escape(printable(re.sub(r"\s+", " ", words))))


def element(name: str, *children: Html, **attributes: str) -> Html:
    """Write an element.

    Args:
        name: its tag.
        children: what stands in it.
        attributes: their values are escaped; an underscore behind a name is left out, one within it
            is a hyphen; an attribute with an empty value is left out.
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(printable(value))}"'
        for key, value in attributes.items()
        if value
    )
    return Html(f"<{name}{written}>{''.join(children)}</{name}>")


def joined(parts: Iterable[Html], joint: str) -> Html:
    """Put what is not empty one behind the other, with plain text between."""
    return Html(text(joint).join(part for part in parts if part))


def in_direction(words: str, language: Language) -> Html:
    """Write a name, a value or a title so that it keeps its order in a page of a language.

    What is in the other script, as a whole or in part, is isolated, so that neither its
    punctuation nor its digits drift into the text around it.
    """
    first = _FIRST_STRONG.search(words)
    own: Language = language
    if first:
        own = "ar" if _IS_ARABIC.match(first[0]) else "en"
    written = _with_isolates(words.strip(), own)
    return written if own == language else _isolated(written, own)


def inline(words: str, language: Language) -> Html:
    """Write a piece of running text, with what runs against it isolated."""
    return _with_isolates(words, language)


def _with_isolates(words: str, language: Language) -> Html:
    pieces: list[Html] = []
    end = 0
    other: Language = "en" if language == "ar" else "ar"
    for match in _FOREIGN[language].finditer(words):
        pieces.append(text(words[end : match.start()]))
        pieces.append(_isolated(text(match[0]), other if _FIRST_STRONG.search(match[0]) else ""))
        end = match.end()
    return Html("".join([*pieces, text(words[end:])]))


def _isolated(written: Html, language: Language | str) -> Html:
    direction = "rtl" if language == "ar" else "ltr"
    return element("bdi", written, lang=language, dir=direction)
