"""Pages, and parts of pages between two markers, that are written from the program itself.

`make docs` writes all of them, and a test proves that each stands as it would be written.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

FOLDER: Final = Path(__file__).parent


class Generated(NamedTuple):
    """A page of docs/ with the function that makes its text."""

    page: str
    text: Callable[[], str]
    marker: str = ""
    """Names the part of the page after `<!-- marker -->`; empty where all of it is written."""

    @property
    def file(self) -> Path:
        """The page's file."""
        return FOLDER / self.page

    def as_it_should_be(self) -> str:
        """The whole page with its generated part made anew.

        Raises:
            ValueError: the page lacks a marker.
        """
        if not self.marker:
            return self.text()
        return with_part(self.file.read_text("utf-8"), self.page, self.marker, self.text())


def with_part(page: str, name: str, marker: str, text: str) -> str:
    """A page's text with the part between `<!-- marker -->` and `<!-- /marker -->` made anew.

    Raises:
        ValueError: the page lacks a marker.
    """
    begin, end = f"<!-- {marker} -->\n", f"<!-- /{marker} -->"
    if begin not in page or end not in page:
        raise ValueError(f"{FOLDER / name} has no {begin.strip()} … {end}")
    before, _, rest = page.partition(begin)
    return f"{before}{begin}\n{text}\n{end}{rest.partition(end)[2]}"


def write_part(name: str, marker: str, text: str) -> None:
    """Write a part of a page that a measurement makes, which `make docs` cannot repeat."""
    file = FOLDER / name
    file.write_text(with_part(file.read_text("utf-8"), name, marker, text), "utf-8")


def generated() -> list[Generated]:
    """All in docs/ and README.md that is written from the program, the collection's guide aside."""
    from docs import arabic_pages, arabic_reference
    from docs.commands_page import commands_page
    from docs.exit_codes_table import exit_codes_table
    from docs.filters_table import filters_table, roles_table
    from docs.keys_page import keys_page
    from docs.rooms import rooms
    from docs.settings_page import settings_page
    from docs.vocabulary import vocabulary

    return [
        Generated("../README.md", exit_codes_table, "exit codes"),
        Generated("ar/commands.md", arabic_reference.commands_page),
        Generated("ar/settings.md", arabic_reference.settings_page),
        Generated("ar/keys.md", arabic_pages.keys, "keys"),
        Generated("ar/query-language.md", arabic_pages.filters_table, "filters"),
        Generated("ar/query-language.md", arabic_pages.roles_table, "roles"),
        Generated("architecture.md", rooms, "rooms"),
        Generated("commands.md", commands_page),
        Generated("keys.md", keys_page),
        Generated("query-language.md", filters_table, "filters"),
        Generated("query-language.md", roles_table, "roles"),
        Generated("settings.md", settings_page),
        Generated("vocabulary.md", vocabulary),
    ]


def main() -> None:
    """Write the pages anew, or those named."""
    parser = argparse.ArgumentParser(prog="python -m docs.generated", description=main.__doc__)
    parser.add_argument("pages", nargs="*", metavar="PAGE", help="such as keys.md; all without")
    named = parser.parse_args().pages
    for page in generated():
        if not named or page.page in named:
            page.file.write_text(page.as_it_should_be(), "utf-8")


if __name__ == "__main__":
    main()
