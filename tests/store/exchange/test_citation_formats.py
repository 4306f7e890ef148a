"""Sources as BibTeX, CSL JSON and RIS: each as its readers want it, whatever a source holds."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from store.exchange.citation_formats import CITATION_FORMATS
from store.model.records import Bilingual, Source
from store.model.vocabulary import SOURCE_TYPES
from store.store import Store
from tui.command_line.options import FORMAT_OF_CITATIONS

PAGE = (Path(__file__).parents[3] / "docs" / "formats.md").read_text("utf-8")
CSL_TYPES = {
    "article", "article-journal", "article-magazine", "article-newspaper", "dataset", "report",
    "webpage", "post", "post-weblog", "book",
}  # fmt: skip
"""Of the schema's types those that a source may be."""
HOSTILE = Source(
    "hostile",
    Bilingual("100% {of} \\input & $x_1^2$ #1 ~\nTY  - BOOK\x1b[31m", ""),
    publisher="A } B {",
    url="https://example.org/{a}?b=1&c=%20\nER  - ",
    note=Bilingual("see\r\nER  - \n"),
)
ARABIC = Source(
    "مقال-٢",
    Bilingual("Men leave", "رجال يغادرون"),
    type="news",
    publisher="الحل",
    date="2016-10~",
    language="ar",
    relays="AFP",
)


def write(name: str, *sources: Source) -> str:
    return CITATION_FORMATS[name].write(sources)


def items(*sources: Source) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(write("csl-json", *sources))
    return found


def ris_fields(text: str) -> list[tuple[str, str]]:
    lines = [line for line in text.split("\n") if line]
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines)
    return [(line[:2], line[6:]) for line in lines]


def test_formats_are_offered_and_told_of_by_their_names() -> None:
    assert tuple(CITATION_FORMATS) == FORMAT_OF_CITATIONS.choices
    section = PAGE.partition("## Citations")[2].partition("\n## ")[0]
    assert re.findall(r"^- `([^`]+)`", section, re.M) == list(CITATION_FORMATS)


def test_arabic_stays_and_the_own_title_leads() -> None:
    bibtex = write("bibtex", ARABIC)
    assert bibtex == (
        "@online{مقال-٢,\n  title = {{رجال يغادرون}},\n  titleaddon = {{Men leave}},\n"
        "  organization = {{الحل}},\n  date = {2016-10~},\n  langid = {arabic},\n"
        "  note = {Passes on AFP},\n}\n"
    )
    (item,) = items(ARABIC)
    assert item["title"] == "رجال يغادرون"
    assert ("TT", "Men leave") in ris_fields(write("ris", ARABIC))


@pytest.mark.parametrize("kind", ["", "new-type", *SOURCE_TYPES])
def test_csl_has_what_its_schema_requires(kind: str) -> None:
    (item,) = items(ARABIC._replace(type=kind))
    assert item["id"] == "مقال-٢"
    assert item["type"] in CSL_TYPES
    assert ("container-title" in item) == item["type"].startswith("article-")


@pytest.mark.parametrize(
    ("date", "issued"),
    [
        ("2017", {"date-parts": [[2017]]}),
        ("2017-05", {"date-parts": [[2017, 5]]}),
        ("2017-05-04", {"date-parts": [[2017, 5, 4]]}),
        ("2017-05-04?", {"date-parts": [[2017, 5, 4]], "circa": True}),
        ("2015-12/2016-02-03", {"date-parts": [[2015, 12], [2016, 2, 3]]}),
        ("2015/..", {"date-parts": [[2015]], "circa": True}),
        ("/2015", {"date-parts": [[2015]], "circa": True}),
        ("2017-21", {"date-parts": [[2017]], "season": 1}),
        ("201X", {"date-parts": [[2010], [2019]], "circa": True}),
        ("2017-XX", {"date-parts": [[2017]], "circa": True}),
        ("-0043", {"date-parts": [[-44]]}),
        ("Y17000", {"date-parts": [[17000]]}),
        ("", None),
    ],
)
def test_a_date_becomes_date_parts(date: str, issued: dict[str, Any] | None) -> None:
    (item,) = items(ARABIC._replace(date=date))
    assert item.get("issued") == issued


@pytest.mark.parametrize(
    ("date", "written"),
    [
        ("2017-05-04", "2017/05/04/"),
        ("2017-05", "2017/05//"),
        ("2015/2016", "2015///2015..2016"),
        ("2017-21", "2017///2017-21"),
        ("2016-10~", "2016/10//2016-10~"),
    ],
)
def test_a_date_in_ris_has_three_strokes(date: str, written: str) -> None:
    fields = dict(ris_fields(write("ris", ARABIC._replace(date=date))))
    assert (fields["PY"], fields["DA"]) == (date[:4], written)


def test_nothing_in_a_source_is_obeyed() -> None:
    bibtex = write("bibtex", HOSTILE)
    assert (
        r"title = {{100\% \{of\} \textbackslash{}input \& \$x\_1\textasciicircum{}2\$ \#1"
        r" \textasciitilde{} TY - BOOK␛[31m}}"
    ) in bibtex
    assert "url = {https://example.org/%7Ba%7D?b=1&c=%20%20ER%20-}" in bibtex
    assert bibtex.count("@") == 1
    unescaped = re.sub(r"\\[{}]", "", bibtex)
    assert unescaped.count("{") == unescaped.count("}")
    tags = [tag for tag, _ in ris_fields(write("ris", HOSTILE))]
    assert (tags.count("TY"), tags.count("ER"), tags[-1]) == (1, 1, "ER")
    assert "\x1b" not in write("csl-json", HOSTILE)


@pytest.mark.parametrize("key", ["k},\n@book{b", "k\nER  - \n\nTY  - BOOK", "k\x1b[31m", "\u202e"])
def test_no_key_of_a_damaged_store_begins_another_entry(key: str) -> None:
    source = Source(key, Bilingual("A"), language="en\nER  - ")
    assert write("bibtex", source).count("@") == 1
    tags = [tag for tag, _ in ris_fields(write("ris", source))]
    assert tags == ["TY", "ID", "TI", "LA", "ER"]
    assert not {"\x1b", "\u202e"} & {*write("bibtex", source), *write("ris", source)}


@pytest.mark.parametrize("name", CITATION_FORMATS)
def test_no_source_is_no_reference(name: str) -> None:
    assert write(name).strip() in ("", "[]")


def test_every_shipped_source_can_be_cited(shipped_to_read: Store) -> None:
    sources = shipped_to_read.sources()
    assert write("bibtex", *sources).count("\n}\n") == len(sources)
    assert len({item["id"] for item in items(*sources)}) == len(sources)
    tags = [tag for tag, _ in ris_fields(write("ris", *sources))]
    assert tags.count("TY") == tags.count("ER") == len(sources)
