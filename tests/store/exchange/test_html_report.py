"""A report in HTML: whole in itself, in both directions, and nothing that a record says runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from store.exchange.export_formats.html_report import HTML
from store.exchange.exporting import About, report_text
from store.files.markdown import Languages
from store.model.records import Bilingual, Citation, Fact, Origin, Record, Source
from store.store import Store

ASKED = About("زبداني year:2016", made=date(2026, 11, 27))
VOID = {"meta"}


class Page(HTMLParser):
    """The elements of a page: each with its attributes, its text and the elements around it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str], list[str]]] = []
        self.elements: list[tuple[str, dict[str, str], list[str]]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = (tag, {name: value or "" for name, value in attrs}, [])
        self.elements.append(found)
        if tag not in VOID:
            self.open.append(found)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        for _, _, texts in self.open:
            texts.append(data)

    def all(self, *tags: str) -> Iterator[tuple[dict[str, str], str]]:
        for tag, attributes, texts in self.elements:
            if tag in tags:
                yield attributes, " ".join("".join(texts).split())


def put_source(store: Store, source: Source) -> None:
    store.put_many([], [(source, Origin())])


def page(store: Store, language: Languages = "both", keys: list[str] | None = None) -> Page:
    found = Page(report_text(store, keys, language, HTML, ASKED))
    assert not found.open
    return found


def test_a_page_has_title_question_contents_records_and_numbered_sources(
    small_store: Store,
) -> None:
    found = page(small_store, "en")
    headings = [text for _, text in found.all("h1", "h2")]
    assert headings == [
        "Zones, agreements, actors and consequences", "Contents", "Kefraya", "Rif Dimashq",
        "Zabadani", "Four Towns agreement", "Qatar", "Demographic change", "Sources",
    ]  # fmt: skip
    assert ("Question", "زبداني year:2016") in zip(
        [text for _, text in found.all("dt")], [text for _, text in found.all("dd")], strict=True
    )
    sources = [(item["id"], item["value"]) for item, _ in found.all("li") if "value" in item]
    assert sources == [("source:article", "1"), ("source:agency-2017", "2")]
    assert {text for link, text in found.all("a") if link["href"] == "#source:article"} >= {
        "[1, sentence 1]", "[1, sentence 2]",
    }  # fmt: skip


@pytest.mark.parametrize("language", ["en", "ar", "both"])
def test_every_link_leads_somewhere_and_every_anchor_is_there_once(
    shipped_to_read: Store, language: Languages
) -> None:
    found = page(shipped_to_read, language, [row.key for row in shipped_to_read.records()[:40]])
    anchors = [attributes["id"] for _, attributes, _ in found.elements if "id" in attributes]
    inner = {link["href"][1:] for link, _ in found.all("a") if link["href"].startswith("#")}
    named = {each["aria-labelledby"] for _, each, _ in found.elements if "aria-labelledby" in each}
    assert len(set(anchors)) == len(anchors)
    assert inner | named <= set(anchors)


@pytest.mark.parametrize("language", ["en", "ar", "both"])
def test_headings_go_down_one_level_at_a_time(small_store: Store, language: Languages) -> None:
    for keys in (None, ["zabadani"]):
        found = page(small_store, language, keys)
        levels = [int(tag[1]) for tag, _, _ in found.elements if re.fullmatch("h[1-6]", tag)]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_page_needs_nothing_but_itself(shipped_to_read: Store) -> None:
    text = report_text(shipped_to_read, None, "both", HTML)
    found = Page(text)
    assert {tag for tag, _, _ in found.elements} <= set(
        "html head meta title style body main header section article nav h1 h2 h3 h4 p dl div dt "
        "dd ul ol li a bdi em strong code blockquote table thead tbody tr th td span cite".split()
    )
    assert not any({"src", "style", "srcset"} & set(each) for _, each, _ in found.elements)
    assert "url(" not in text.split("</style>")[0]
    assert "@import" not in text.split("</style>")[0]
    policy = next(each["content"] for each, _ in found.all("meta") if "http-equiv" in each)
    assert "default-src 'none'" in policy


@pytest.mark.parametrize(
    ("language", "first", "sections"),
    [
        ("en", ("en", "ltr"), {("en", "ltr")}),
        ("ar", ("ar", "rtl"), {("ar", "rtl")}),
        ("both", ("en", "ltr"), {("en", "ltr"), ("ar", "rtl")}),
    ],
)
def test_each_language_has_its_direction(
    small_store: Store, language: Languages, first: object, sections: object
) -> None:
    found = page(small_store, language)
    ((root, _),) = found.all("html")
    assert (root["lang"], root["dir"]) == first
    assert {
        (each["lang"], each["dir"]) for each, _ in found.all("section") if "lang" in each
    } == sections


def test_what_runs_against_the_page_is_isolated(small_store: Store) -> None:
    source = small_store.source("agency-2017")
    put_source(small_store, source._replace(title=Bilingual("Dispatch (2017)")))
    text = report_text(small_store, None, "ar", HTML, ASKED)
    assert '<bdi lang="en" dir="ltr">Dispatch (2017)</bdi>' in text
    assert '<bdi dir="ltr">33.725, 36.101</bdi>' in text
    assert 'زبداني <bdi lang="en" dir="ltr">year:2016</bdi>' in text
    english = report_text(small_store, None, "en", HTML, ASKED)
    assert "<bdi>" not in english
    assert (
        '<bdi lang="ar" dir="rtl">زبداني <bdi lang="en" dir="ltr">year:2016</bdi></bdi>' in english
    )


HOSTILE = "</style></title><script>alert(1)</script> \"' onload=x & <img src=//t> \u202e\x1b[2J"
LINKS = (
    "[a](javascript:alert(1)) [b](JaVaScRiPt:x) [c](data:text/html,x) "
    "![d](https://t.example/p.png) "
    '[e](vbscript:x) <javascript:alert(2)> [f](//t.example) [g](https://good.example/?q="><b>) '
    "&#x202e;&lt;i&gt; [h](&#106;avascript:x) `<b>` [i](#qatar)"
)


@pytest.fixture
def hostile(small_store: Store) -> Store:
    """A store in which every text is hostile."""
    bilingual = Bilingual(HOSTILE, HOSTILE)
    cited = (Citation("evil"),)
    put_source(
        small_store,
        Source("evil", title=bilingual, publisher=HOSTILE, url="javascript:alert(3)", date="2016"),
    )
    for key, summary in (("x", HOSTILE), ("y", LINKS)):
        small_store.put(
            Record(
                key,
                "agreement",
                bilingual,
                summary=Bilingual(summary, summary),
                collection="x",
                citations=cited,
                facts=(Fact("parties", bilingual, bilingual, cited),),
            )
        )
    return small_store


def test_hostile_texts_stay_texts(hostile: Store) -> None:
    about = About(HOSTILE, HOSTILE)
    text = report_text(hostile, ["x", "y"], "both", HTML, about)
    found = Page(text)
    assert not found.open
    assert not {"script", "img", "b", "i"} & {tag for tag, _, _ in found.elements}
    assert not any(name.startswith("on") for _, each, _ in found.elements for name in each)
    assert "\u202e" not in text
    assert "\x1b" not in text
    assert any("<script>alert(1)</script>" in words for _, words in found.all("h1"))


def test_only_addresses_of_the_web_are_links(hostile: Store) -> None:
    found = page(hostile, "both", ["x", "y"])
    outer = {link["href"] for link, _ in found.all("a") if not link["href"].startswith("#")}
    assert outer <= {"https://good.example/?q=%22%3E%3Cb%3E", "https://t.example/p.png"}
    assert any("javascript:alert(3)" in words for _, words in found.all("li"))


def test_one_record_is_a_page_without_contents(small_store: Store) -> None:
    found = page(small_store, "en", ["zabadani"])
    assert [text for _, text in found.all("h1")] == ["Zabadani"]
    assert not [*found.all("nav")]
    assert [text for _, text in found.all("title")] == ["Zabadani"]
