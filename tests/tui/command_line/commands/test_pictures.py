"""`masarat pictures`."""

from __future__ import annotations

import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import Result

from store.model.mapping import record_from_mapping, source_from_mapping
from store.model.records import Origin
from store.store import Store
from tests.store.conftest import RECORDS, SOURCES
from tests.tui.command_line.conftest import Run, run_program
from tui.pictures.pages.page import PAGES, file_names

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&\x1b]8;;http://evil\x07"


class Page(HTMLParser):
    """What stands in a page."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(file.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    @property
    def addresses(self) -> list[str]:
        """Where its links lead."""
        return [str(given["href"]) for tag, given in self.tags if tag == "a"]


@pytest.fixture
def shipped_program(filled_file: Path, tmp_path: Path) -> Run:
    file = shutil.copy(filled_file, tmp_path / "shipped.db")

    def run(*arguments: str) -> Result:
        return run_program("--store", str(file), *arguments)

    return run


@pytest.fixture
def unseeded(store_file: Path) -> Run:
    """The program, to whose stores nothing is added that we ship."""
    assert store_file.exists()
    return run_program


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_every_picture_has_a_page_that_stands_for_itself(
    shipped_program: Run, tmp_path: Path, language: str, direction: str
) -> None:
    folder = tmp_path / "new" / "pictures"
    query = "zone:zabadani"
    written = shipped_program("pictures", query, "--to", str(folder), "--language", language)
    assert (written.exit_code, written.stdout) == (0, f"{folder / 'index.html'}\n")
    assert sorted(file.name for file in folder.iterdir()) == sorted(file_names())
    for name in file_names():
        page = Page(folder / name)
        assert page.tags[0] == ("html", {"lang": language, "dir": direction})
        assert not {"script", "img", "link", "iframe", "object"} & {tag for tag, _ in page.tags}
        policies = [given.get("content") for tag, given in page.tags if tag == "meta"]
        assert any("default-src 'none'" in str(policy) for policy in policies)
        here = [address for address in page.addresses if not address.startswith("http")]
        assert set(here) == set(file_names())
        if name != "index.html":
            assert "svg" in dict(page.tags)
            assert [address for address in page.addresses if address.startswith("http")]


def test_a_page_says_what_its_picture_does(shipped_program: Run, tmp_path: Path) -> None:
    shipped_program("pictures", "four-towns-agreement-2017", "--to", str(tmp_path / "p"))
    pages = {page.name: Page(tmp_path / "p" / f"{page.name}.html").text for page in PAGES}
    assert "Four Towns agreement (2017)" in pages["timeline"]
    assert "14 April 2017" in pages["timeline"]
    assert "Foua" in pages["map"]


def test_text_of_a_store_is_only_ever_text(unseeded: Run, tmp_path: Path) -> None:
    records = [dict(each) for each in RECORDS]
    records[0] = {**records[0], "name": {"en": HOSTILE, "ar": HOSTILE}}
    sources = [source_from_mapping({**each, "title": {"en": HOSTILE}}) for each in SOURCES]
    file = tmp_path / "hostile.db"
    with Store(file, seeds=None) as store:
        store.put_many(
            [(record_from_mapping(each), Origin()) for each in records],
            # No file may say so; another program may have written it.
            [(each._replace(url="javascript:alert(3)"), Origin()) for each in sources],
        )
    written = unseeded("--store", str(file), "pictures", "--to", str(tmp_path / "p"))
    assert written.exit_code == 0
    for name in file_names():
        page = Page(tmp_path / "p" / name)
        assert not {"script", "img"} & {tag for tag, _ in page.tags}
        assert not [key for _, given in page.tags for key in given if key.startswith("on")]
        assert not [address for address in page.addresses if "javascript" in address]
        assert "\x1b" not in page.text


def test_all_are_written_or_none(shipped_program: Run, tmp_path: Path) -> None:
    folder = tmp_path / "p"
    folder.mkdir()
    (folder / "map.html").write_text("mine", "utf-8")
    refused = shipped_program("pictures", "zabadani", "--to", str(folder))
    assert refused.exit_code == 2
    assert "map.html" in refused.stderr
    assert [file.name for file in folder.iterdir()] == ["map.html"]
    assert (folder / "map.html").read_text("utf-8") == "mine"
    written = shipped_program("pictures", "zabadani", "--to", str(folder), "--overwrite")
    assert written.exit_code == 0
    assert len(list(folder.iterdir())) == len(file_names())


@pytest.mark.parametrize("query", ["zzqqzz", "year:1800"])
def test_what_finds_nothing_writes_nothing(
    shipped_program: Run, tmp_path: Path, query: str
) -> None:
    folder = tmp_path / "p"
    assert shipped_program("pictures", query, "--to", str(folder)).exit_code == 1
    assert not folder.exists()


def test_sources_have_no_pictures(shipped_program: Run, tmp_path: Path) -> None:
    refused = shipped_program("pictures", "kind:source", "--to", str(tmp_path / "p"))
    assert refused.exit_code == 2


def test_one_record_without_a_date_a_place_or_a_relation_has_pages(
    unseeded: Run, tmp_path: Path
) -> None:
    file = tmp_path / "one.db"
    bare = {"key": "alone", "kind": "actor", "name": {"en": "Alone"}}
    with Store(file, seeds=None) as store:
        store.put_many([(record_from_mapping(bare), Origin())], [])
    written = unseeded("--store", str(file), "pictures", "--to", str(tmp_path / "p"))
    assert written.exit_code == 0
    assert "Alone" in Page(tmp_path / "p" / "network.html").text
