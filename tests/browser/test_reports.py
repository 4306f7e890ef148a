"""Reports in HTML as a browser lays them out; pictures stay where MASARAT_PICTURES says."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from store.exchange.export_formats.html_report import HTML
from store.exchange.exporting import About, report_text
from store.files.markdown import Languages
from store.store import Store
from tests.browser.chromium import Tab, browser, chromium

PROGRAM: Final = chromium()
pytestmark = [
    pytest.mark.skipif(PROGRAM is None, reason="Chromium is not installed: apt install chromium"),
    pytest.mark.xdist_group("browser"),
]
LANGUAGES: Final[tuple[Languages, ...]] = ("en", "ar", "both")
KEYS: Final = (
    "zabadani", "four-towns-agreement-2017", "ahrar-al-sham",
    "demographic-change",
)  # fmt: skip
ABOUT: Final = About("زبداني year:2017 (both)", made=date(2026, 11, 27))

CONTRASTS: Final = """
(() => {
  const parts = colour => colour.match(/[\\d.]+/g).slice(0, 3).map(Number);
  const light = colour => {
    const [r, g, b] = parts(colour).map(each => each / 255)
      .map(each => each <= .04045 ? each / 12.92 : ((each + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b + .05;
  };
  const ground = light(getComputedStyle(document.documentElement).backgroundColor);
  return Math.min(...[...document.querySelectorAll("body *")].map(each => {
    const ink = light(getComputedStyle(each).color);
    return Math.max(ink, ground) / Math.min(ink, ground);
  }));
})()
"""
ORDER: Final = """
((selector, first, second) => {
  const place = (node, words) => {
    const range = document.createRange();
    const at = node.data.indexOf(words);
    range.setStart(node, at);
    range.setEnd(node, at + words.length);
    return range.getBoundingClientRect();
  };
  const walker = document.createTreeWalker(document.querySelector(selector), NodeFilter.SHOW_TEXT);
  let left, right;
  while (walker.nextNode()) {
    if (!left && walker.currentNode.data.includes(first)) left = place(walker.currentNode, first);
    if (!right && walker.currentNode.data.includes(second))
      right = place(walker.currentNode, second);
    if (left && right) return left.right <= right.left + 1;
  }
})
"""


@pytest.fixture(scope="module")
def tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tab]:
    assert PROGRAM
    with browser(PROGRAM, tmp_path_factory.mktemp("chromium")) as tab:
        yield tab


@pytest.fixture(scope="module", params=LANGUAGES)
def report(
    request: pytest.FixtureRequest, shipped_to_read: Store, tab: Tab,
    tmp_path_factory: pytest.TempPathFactory,
) -> str:  # fmt: skip
    """A report in a language, which the browser shows."""
    language: Languages = request.param
    file = tmp_path_factory.mktemp("report") / f"{language}.html"
    keys = [row.key for row in shipped_to_read.rows(KEYS)]
    file.write_text(report_text(shipped_to_read, keys, language, HTML, ABOUT), "utf-8")
    tab.open(file)
    return language


@pytest.mark.parametrize("width", [320, 400, 800, 1400])
def test_nothing_is_wider_than_the_window_but_what_scrolls(
    report: str, tab: Tab, width: int
) -> None:
    tab.look(width)
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    _keep(tab, f"{report}-{width}")
    if width == 400:
        assert tab.evaluate("(e => e.scrollWidth > e.clientWidth)(document.querySelector('.wide'))")


@pytest.mark.parametrize("dark", [False, True])
def test_every_letter_can_be_read(report: str, tab: Tab, dark: bool) -> None:
    tab.look(800, dark=dark)
    assert tab.evaluate(CONTRASTS) >= 4.5
    _keep(tab, f"{report}-{'dark' if dark else 'light'}")


def test_it_fits_on_paper(report: str, tab: Tab) -> None:
    tab.look(700, media="print")  # A4 without its margins
    assert tab.evaluate("document.documentElement.scrollWidth") <= 700
    assert tab.evaluate("getComputedStyle(document.documentElement).backgroundColor") == (
        "rgb(255, 255, 255)"
    )
    _keep(tab, f"{report}-paper")


def test_it_asks_for_nothing(report: str, tab: Tab) -> None:
    assert {url.split(":")[0] for url in tab.requests} == {"file"}
    assert len(tab.requests) == 1


def test_each_language_begins_at_its_own_side(report: str, tab: Tab) -> None:
    tab.look(1400)
    english, arabic = '#zabadani > [lang="en"]', '#zabadani > [lang="ar"]'
    side = "document.querySelector('{}').getBoundingClientRect().{}"
    if report == "both":
        assert tab.evaluate(f"{side.format(english, 'right')} <= {side.format(arabic, 'left')}")
    if report != "en":
        assert tab.evaluate(f"{ORDER}('{arabic} .facts thead', 'المصدر', 'البيان')")
    if report != "ar":
        assert tab.evaluate(f"{ORDER}('{english} .facts thead', 'Property', 'Source')")


def test_figures_and_foreign_words_keep_their_order_in_arabic(report: str, tab: Tab) -> None:
    if report == "en":
        return
    arabic = '#zabadani > [lang="ar"]'
    assert tab.evaluate(f"{ORDER}('{arabic} .facts', '33.72488', '36.1005')")
    assert tab.evaluate(f"{ORDER}('{arabic} .facts', 'Al', 'Bawaba')")
    if report == "ar":  # where both stand side by side, the line is too short for the two
        assert tab.evaluate(f"{ORDER}('{arabic} .facts', 'Al Bawaba', 'The New Arab')")
    assert tab.evaluate(f"{ORDER}('[lang=ar] .particulars', 'year:2017', 'زبداني')")


def _keep(tab: Tab, name: str) -> None:
    if folder := os.environ.get("MASARAT_PICTURES"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        tab.picture(Path(folder) / f"report-{name}.png")
