"""What the site's generator reads: every page in one edition, and every link leading somewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest
import yaml

from docs.pages import ROOT, pages
from docs.site import ARABIC, EDITIONS, ENGLISH, Edition, site_page, write_edition


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The folders that are written, by language."""
    folder = tmp_path_factory.mktemp("site")
    return {
        edition.language: write_edition(edition, folder / edition.language).parent
        for edition in EDITIONS
    }


def test_every_page_stands_in_one_edition() -> None:
    placed = [page for edition in EDITIONS for page in edition.pages]

    assert sorted(placed) == sorted(page.relative_to(ROOT).as_posix() for page in pages())


_MADE: Final = {
    (Path(edition.below) / edition.place(page)).with_suffix(".html").as_posix()
    for edition in EDITIONS
    for page in edition.pages
}


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.language)
def test_every_link_leads_to_what_is_written(edition: Edition, written: Mapping[str, Path]) -> None:
    folder = written[edition.language] / "pages"
    for page in edition.pages:
        file = folder / edition.place(page)
        for link in re.findall(r"\]\(([^)\s#:]+)[)#]", file.read_text("utf-8")):
            there = (file.parent / link).resolve()
            if not there.exists():
                site = Path("/site")
                made = (site / edition.below / edition.place(page)).parent / link
                resolved = Path(*_without_dots(made.parts)).relative_to(site)
                assert resolved.as_posix() in _MADE, (page, link)


def _without_dots(parts: tuple[str, ...]) -> list[str]:
    found: list[str] = []
    for part in parts:
        if part == "..":
            found.pop()
        else:
            found.append(part)
    return found


def test_the_arabic_edition_is_set_from_the_right_by_the_site_alone(
    written: Mapping[str, Path],
) -> None:
    for page in ARABIC.pages:
        assert "<div" not in site_page(page)
    settings = yaml.safe_load((written["ar"] / "mkdocs.yml").read_text("utf-8"))
    assert settings["theme"]["language"] == "ar"


def test_nothing_is_fetched_from_elsewhere(written: Mapping[str, Path]) -> None:
    settings = yaml.safe_load((written["en"] / "mkdocs.yml").read_text("utf-8"))
    assert settings["theme"]["font"] is False
    assert not any("```mermaid" in site_page(page) for page in ENGLISH.pages)


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.language)
def test_no_page_has_markdown_inside_html_which_the_generator_leaves_as_it_is(
    edition: Edition,
) -> None:
    for page in edition.pages:
        without_code = re.sub(r"^```.*?^```", "", site_page(page), flags=re.DOTALL | re.MULTILINE)
        assert not re.search(r"^<(div|section|details)", without_code, re.MULTILINE), page


def test_headings_in_any_script_have_names_to_which_links_lead(written: Mapping[str, Path]) -> None:
    """The generator's own way of naming drops all letters that are not Latin."""
    settings = yaml.safe_load((written["ar"] / "mkdocs.yml").read_text("utf-8"))
    (toc,) = (
        each["toc"] for each in settings["markdown_extensions"] if "toc" in each and each != "toc"
    )
    assert toc["slugify"] == {"object": "pymdownx.slugs.slugify", "kwds": {"case": "lower"}}
