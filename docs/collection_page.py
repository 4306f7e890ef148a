"""The reader's guide as pages: `masarat guide` has both languages, a page has one."""

from __future__ import annotations

import re
import sys
from typing import Final, NamedTuple

from docs.arabic_pages import code
from docs.pages import ROOT

_ARABIC: Final = '<div dir="rtl" lang="ar">\n\n'
_END: Final = "\n\n</div>\n"
_CODE: Final = re.compile(r"`([^`\n]+)`")


class GuidePages(NamedTuple):
    """The guide in one language each."""

    english: str
    arabic: str


def collection_pages(guide: str) -> GuidePages:
    """The pages `docs/collection.md` and `docs/ar/collection.md`.

    Args:
        guide: what `masarat guide` prints.
    """
    english, _, arabic = guide.partition(_ARABIC)
    arabic = _CODE.sub(lambda found: code(found[1]), arabic.removesuffix(_END))
    return GuidePages(
        _leading(english.rstrip(), "[العربية](ar/collection.md)") + "\n",
        f"{_ARABIC}{_leading(arabic, '[English](../collection.md)')}{_END}",
    )


def _leading(text: str, link: str) -> str:
    """The text with the way to the other language below its title."""
    title, rest = text.split("\n\n", 1)
    return f"{title}\n\n{link}\n\n{rest}"


def main() -> None:
    """Write both anew from the guide on standard input: `make guide`."""
    made = collection_pages(sys.stdin.read())
    (ROOT / "docs/collection.md").write_text(made.english, "utf-8")
    (ROOT / "docs/ar/collection.md").write_text(made.arabic, "utf-8")


if __name__ == "__main__":
    main()
