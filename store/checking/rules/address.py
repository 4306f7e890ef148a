"""A source's address is one that a browser can follow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from store.checking.rule import Rule
from store.errors import Problem, Sentence
from store.expressions import expression
from store.model.records import Source

_LABEL: Final = expression(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?", re.I)
_LAST_LABEL: Final = expression(r"[a-z][a-z0-9-]{1,61}", re.I)
_BROKEN_ESCAPE: Final = expression(r"%(?![0-9A-Fa-f]{2})")
_CUT_OFF: Final = expression(r"(?:…|\.\.\.)$")


class Address(Rule):
    """A reader can open the source."""

    name = "address"
    place = 130
    asks = "a source's address is one that a browser can follow"

    def of_source(self, source: Source) -> Iterator[Problem]:
        """Find an address that no browser could follow."""
        fault = _fault(source.url) if source.url else None
        if fault:
            yield Problem(("url",), fault, Sentence("Copy the whole address again"))


def _fault(url: str) -> Sentence | None:
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        parts.port  # noqa: B018 — reading it checks it
    except ValueError as error:
        return Sentence("the address cannot be read: {error}", error=error)
    if not _is_host(host):
        return Sentence("the address names no host: {host}", host=repr(host))
    if _CUT_OFF.search(url):
        return Sentence("the address is cut off")
    if _BROKEN_ESCAPE.search(url):
        return Sentence("a % in the address is not followed by two hexadecimal digits")
    return None


def _is_host(name: str) -> bool:
    *labels, last = name.split(".")
    return bool(labels and all(map(_LABEL.fullmatch, labels)) and _LAST_LABEL.fullmatch(last))
