"""The pages: what they link to is there, and Arabic ones read from the right on a code host."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from os.path import relpath
from pathlib import Path
from typing import Final

import pytest

from docs.pages import ROOT, pages

PAGES: Final = [pytest.param(page, id=page.relative_to(ROOT).as_posix()) for page in pages()]
ARABIC: Final = [ROOT / "README.ar.md", *sorted((ROOT / "docs/ar").rglob("*.md"))]
_IN_BOTH: Final = [page.relative_to(ROOT / "docs/ar").as_posix() for page in ARABIC[1:]]
"""Pages of docs/ that are there in Arabic, too."""


def _text(page: Path) -> str:
    """A page without its fenced blocks and pieces of code."""
    text = re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    return re.sub(r"`[^`\n]+`", "", text)


def _anchors(page: Path) -> Iterator[str]:
    """The names of a page's headings, as code hosts make them."""
    for heading in re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE):
        plain = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", heading).lower()
        yield re.sub(r"[^\w\- ]", "", plain).strip().replace(" ", "-")


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_links_to_is_there(page: Path) -> None:
    for address in re.findall(r"\]\(([^)\s]+)\)", _text(page)):
        path, _, anchor = address.partition("#")
        if ":" in path:
            continue
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), address
        if anchor and target.suffix == ".md":
            assert anchor in set(_anchors(target)), address


@pytest.mark.parametrize("name", _IN_BOTH)
def test_a_page_in_both_languages_leads_to_the_other(name: str) -> None:
    english, arabic = ROOT / "docs" / name, ROOT / "docs/ar" / name

    assert f"[العربية]({relpath(arabic, english.parent)})" in english.read_text("utf-8")
    assert f"[English]({relpath(english, arabic.parent)})" in arabic.read_text("utf-8")


def test_every_page_by_task_is_there_in_arabic() -> None:
    tasks = {page.name for page in (ROOT / "docs/how-to").glob("*.md")}

    assert tasks == {page.name for page in (ROOT / "docs/ar/how-to").glob("*.md")}


@pytest.mark.parametrize("page", ARABIC, ids=lambda page: page.name)
def test_an_arabic_page_leads_to_what_is_there_in_arabic(page: Path) -> None:
    """To a page in English only where it has no twin, or is the page's own."""
    twins = {(ROOT / "docs" / name) for name in _IN_BOTH} | {ROOT / "README.md"}
    own = ROOT / page.relative_to(ROOT).as_posix().replace("/ar/", "/").replace(".ar.", ".")
    led = {
        (page.parent / address).resolve() for address in re.findall(r"\]\(([^)#:\s]+)", _text(page))
    }

    assert led & twins <= {own}


@pytest.mark.parametrize("page", ARABIC, ids=lambda page: page.name)
def test_an_arabic_page_reads_from_the_right(page: Path) -> None:
    lines = page.read_text("utf-8").rstrip().splitlines()

    assert lines[:2] == ['<div dir="rtl" lang="ar">', ""]
    assert lines[-2:] == ["", "</div>"]
    fences = [number for number, line in enumerate(lines) if line.startswith("```")]
    for begin, end in zip(fences[::2], fences[1::2], strict=True):
        assert lines[begin - 2 : begin] == ['<div dir="ltr">', ""]
        assert lines[end + 1 : end + 3] == ["", "</div>"]


@pytest.mark.parametrize("page", ARABIC, ids=lambda page: page.name)
def test_code_in_an_arabic_page_keeps_its_order(page: Path) -> None:
    """What begins with a Latin letter, or has none, needs a direction of its own."""
    text = re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    for code in re.findall(r"`([^`\n]+)`", text):
        strong = [unicodedata.bidirectional(letter) for letter in code]
        assert next((s for s in strong if s in ("L", "R", "AL")), "L") == "AL", code
