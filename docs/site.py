"""The site: the pages that a code host shows, in English and Arabic, made by `make site`.

What is written here is what a generator reads: a folder of pages a language, with links and
directions as a site has them, and its settings. Why it is made so: docs/architecture.md.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from os.path import relpath
from pathlib import Path
from typing import Any, Final, NamedTuple

import yaml

from docs.pages import ROOT

Nav = Mapping[str, tuple[str, ...]]
"""Titles of sections, each with its pages as paths from the root of the repository."""

_LINK: Final = re.compile(r"(\]\()([^)\s#:]+)(#[^)\s]*)?(\))")
_MERMAID: Final = re.compile(r"^```mermaid\n(.*?)^```\n", re.DOTALL | re.MULTILINE)

_NAMED: Final = {"object": "pymdownx.slugs.slugify", "kwds": {"case": "lower"}}
"""How headings are named, so that links find them: as code hosts do, in any script."""


class Edition(NamedTuple):
    """The site in one language."""

    language: str
    title: str
    start: str
    """The page it begins with."""
    nav: Nav
    below: str = ""
    """The folder of the site in which it stands."""

    @property
    def pages(self) -> list[str]:
        """The pages of it, in order."""
        return [self.start, *(page for pages in self.nav.values() for page in pages)]

    def place(self, page: str) -> str:
        """Where a page stands in the edition: `how-to/find.md`."""
        if page == self.start:
            return "index.md"
        for folder in ("docs/ar/", "docs/"):
            if page.startswith(folder):
                return page.removeprefix(folder)
        return page


ENGLISH: Final = Edition(
    "en",
    "masarat · مسارات",
    "README.md",
    {
        "First steps": ("docs/tutorial.md",),
        "How to": (
            "docs/how-to/find.md", "docs/how-to/trace.md", "docs/sources.md", "docs/how-to/ask.md",
            "docs/how-to/connect.md", "docs/how-to/take-along.md", "docs/how-to/own-records.md",
            "docs/how-to/keep-safe.md", "docs/how-to/scripts.md", "docs/how-to/terminals.md",
            "docs/mcp.md",
        ),
        "Reference": (
            "docs/keys.md", "docs/commands.md", "docs/query-language.md", "docs/names.md",
            "docs/vocabulary.md", "docs/pictures.md", "docs/records.md", "docs/formats.md",
            "docs/checking.md", "docs/settings.md", "docs/python.md",
        ),
        "Explanation": (
            "docs/collection.md", "docs/architecture.md", "docs/quality.md", "docs/growth.md",
            "docs/reliability.md", "docs/terminals.md", "benchmarks/RESULTS.md",
        ),
        "The project": ("CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"),
    },
)  # fmt: skip
ARABIC: Final = Edition(
    "ar",
    "مسارات",
    "README.ar.md",
    {
        "الخطوات الأولى": ("docs/ar/tutorial.md",),
        "كيف": (
            "docs/ar/how-to/find.md", "docs/ar/how-to/trace.md", "docs/ar/sources.md",
            "docs/ar/how-to/ask.md", "docs/ar/how-to/connect.md", "docs/ar/how-to/take-along.md",
            "docs/ar/how-to/own-records.md", "docs/ar/how-to/keep-safe.md",
            "docs/ar/how-to/scripts.md", "docs/ar/how-to/terminals.md", "docs/ar/mcp.md",
        ),
        "مراجع": (
            "docs/ar/keys.md", "docs/ar/commands.md", "docs/ar/query-language.md",
            "docs/ar/names.md", "docs/ar/pictures.md", "docs/ar/settings.md",
        ),
        "إيضاحات": ("docs/ar/collection.md",),
    },
    below="ar",
)  # fmt: skip
EDITIONS: Final = (ENGLISH, ARABIC)
_OF_PAGE: Final = {page: edition for edition in EDITIONS for page in edition.pages}


def site_page(page: str) -> str:
    """The text of a page as the site's generator reads it.

    Args:
        page: its path from the root of the repository.
    """
    edition = _OF_PAGE[page]
    text = (ROOT / page).read_text("utf-8")
    if edition.language == "ar":  # whose site reads from the right as a whole
        text = re.sub(r"^</?div[^>]*>\n", "", text, flags=re.MULTILINE)
    text = _MERMAID.sub(_folded, text)

    def led(link: re.Match[str]) -> str:
        return f"{link[1]}{_address(link[2], page)}{link[3] or ''}{link[4]}"

    return _LINK.sub(led, text)


def _folded(diagram: re.Match[str]) -> str:
    """A diagram as its text, folded away: browsers would fetch a program to draw it."""
    inner = "".join(f"    {line}\n" for line in diagram[0].replace("mermaid", "").splitlines())
    return f'??? note "The picture in Mermaid"\n\n{inner}'


def _address(path: str, page: str) -> str:
    """Where a link of a page leads in the site; a file that is no page is copied beside it."""
    edition = _OF_PAGE[page]
    target = relpath((ROOT / page).parent / path, ROOT)
    folder = Path(edition.place(page)).parent
    other = _OF_PAGE.get(target)
    if other is edition:
        return relpath(edition.place(target), folder)
    if other:
        file = Path(other.below) / Path(other.place(target)).with_suffix(".html")
        return relpath(file, Path(edition.below) / folder)
    return relpath(_copied(target), folder)


def _copied(target: str) -> str:
    """Where a file that is no page is copied to; what has no ending is shown as text."""
    name = target.removeprefix("docs/")
    return name if Path(name).suffix in (".svg", ".tsv") else f"files/{name.lstrip('.')}.txt"


def copied_files(edition: Edition) -> Iterator[tuple[str, str]]:
    """The files that pages of an edition lead to and that are none, with where they are copied."""
    for page in edition.pages:
        for link in _LINK.finditer((ROOT / page).read_text("utf-8")):
            target = relpath((ROOT / page).parent / link[2], ROOT)
            if target not in _OF_PAGE:
                yield target, _copied(target)


def settings(edition: Edition) -> dict[str, Any]:
    """The generator's settings for an edition, as `mkdocs.yml` has them."""
    return {
        "site_name": edition.title,
        "docs_dir": "pages",
        "site_dir": "site",
        "use_directory_urls": False,  # so that it is read from a folder, without a server
        "nav": [
            "index.md",
            *({title: list(map(edition.place, pages))} for title, pages in edition.nav.items()),
        ],
        "theme": {
            "language": edition.language,
            "font": False,  # nothing is fetched from elsewhere
            "features": ["navigation.sections", "navigation.footer", "toc.follow"],
            "palette": [
                {"media": "(prefers-color-scheme: light)", "scheme": "default"},
                {"media": "(prefers-color-scheme: dark)", "scheme": "slate"},
            ],
        },
        "extra": {"generator": False},
        "extra_css": ["site.css"],
        "markdown_extensions": [
            "tables", {"toc": {"slugify": _NAMED}}, "admonition", "attr_list", "footnotes",
            "sane_lists", "pymdownx.details", "pymdownx.highlight", "pymdownx.superfences",
        ],
    }  # fmt: skip


def write_edition(edition: Edition, folder: Path) -> Path:
    """Write into a new folder what the generator reads of an edition; the file of its settings."""
    shutil.rmtree(folder, ignore_errors=True)
    pages = folder / "pages"
    for page in edition.pages:
        file = pages / edition.place(page)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(site_page(page), "utf-8")
    for source, name in dict(copied_files(edition)).items():
        (pages / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / source, pages / name)
    shutil.copyfile(ROOT / "docs/site.css", pages / "site.css")
    chosen = folder / "mkdocs.yml"
    chosen.write_text(
        yaml.safe_dump(settings(edition), allow_unicode=True, sort_keys=False), "utf-8"
    )
    return chosen


def main(generator: str, folder: Path) -> None:
    """Make the site.

    Args:
        generator: the program `zensical`.
        folder: where it is made; what is in it is replaced.
    """
    site = folder / "site"
    shutil.rmtree(site, ignore_errors=True)
    for edition in EDITIONS:
        chosen = write_edition(edition, folder / edition.language)
        command = [generator, "build", "--strict", "--clean", "--config-file", str(chosen)]
        subprocess.run(command, check=True)  # noqa: S603 — the generator that `make` installed
        shutil.copytree(chosen.with_name("site"), site / edition.below)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]).absolute())
