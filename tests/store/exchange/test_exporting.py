"""Exports: a report that holds together, a folder that can be read back, nothing overwritten."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from store.errors import ExportError, UnknownKeyError
from store.exchange.exporting import About, Exported, export, page, report_text
from store.files.markdown import Languages, read_record, read_source
from store.files.vault import read_folder
from store.model.records import Bilingual, Record
from store.store import Store


def test_everything_goes_into_a_folder_and_comes_back(small_store: Store, tmp_path: Path) -> None:
    written = export(small_store, None, tmp_path / "vault")

    found = read_folder(tmp_path / "vault")
    assert written == Exported(tmp_path / "vault", 6, 2, 8)
    assert found.findings == []
    assert sorted((record for record, _ in found.records), key=lambda record: record.key) == list(
        small_store.every_record()
    )
    assert [source for source, _ in found.sources] == small_store.sources()


@pytest.mark.parametrize("name", ["vault", "report.md", "report.html"])
def test_a_damaged_record_is_left_out_and_all_others_are_as_they_were(
    name: str, small_store: Store, tmp_path: Path
) -> None:
    small_store._connection.execute(
        "UPDATE records SET summary_en = CAST(X'ff' AS TEXT) WHERE key = 'four-towns'"
    )

    written = export(small_store, None, tmp_path / name)

    assert written.records == 5
    assert [*small_store.damaged] == ["four-towns"]
    if name == "vault":
        found = read_folder(tmp_path / name)
        kefraya = next(record for record, _ in found.records if record.key == "kefraya")
        assert kefraya == small_store.get("kefraya")


def test_links_of_a_folder_lead_to_its_own_files_only(small_store: Store, tmp_path: Path) -> None:
    export(small_store, ["zabadani", "four-towns"], tmp_path)

    files = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.md")}
    assert files == {
        "zones/zabadani.md",
        "agreements/four-towns.md",
        "sources/article.md",
        "sources/agency-2017.md",
    }
    for path in tmp_path.rglob("*.md"):
        for target in re.findall(r"\]\((\.\./[^)]+)\)", path.read_text("utf-8")):
            assert (path.parent / target).resolve().is_file(), (path, target)
    zabadani = (tmp_path / "zones/zabadani.md").read_text("utf-8")
    assert "[Four Towns agreement](../agreements/four-towns.md)" in zabadani
    assert "- Kefraya (since April 2017" in zabadani


@pytest.mark.parametrize("language", ["en", "ar", "both"])
def test_a_folder_in_any_language_comes_back_whole(
    small_store: Store, tmp_path: Path, language: Languages
) -> None:
    export(small_store, ["zabadani"], tmp_path, language=language)

    text = (tmp_path / "zones/zabadani.md").read_text("utf-8")
    assert read_record(text) == small_store.get("zabadani")
    assert ("## Facts" in text) == (language != "ar")
    assert ("## بيانات" in text) == (language != "en")


ASKED = About("zone:* <b>", made=date(2026, 11, 27))


def test_a_report_has_particulars_contents_records_and_sources(
    small_store: Store, tmp_path: Path
) -> None:
    written = export(small_store, None, tmp_path / "report.md", language="en", about=ASKED)

    text = (tmp_path / "report.md").read_text("utf-8")
    assert written == Exported(tmp_path / "report.md", 6, 2, 1)
    assert text.startswith(
        "# Zones, agreements, actors and consequences\n\n"
        "- **Question**: zone:\\* \\<b\\>\n- **Date**: 27 November 2026\n"
        "- **Records**: 6\n- **Sources**: 2\n\n## Contents\n"
    )
    assert "### Zones\n\n- [Kefraya](#kefraya)\n" in text
    assert '<a id="zabadani"></a>\n\n## Zabadani\n\nA besieged town' in text
    assert (
        "### evacuated under\n\n- [Four Towns agreement](#four-towns) [\\[1, sentence 2\\]](#s"
        in text
    )
    assert '1. <a id="source:article"></a>An article\n' in text
    assert '2. <a id="source:agency-2017"></a>A dispatch, Agency, 6 May 2017, <https://' in text
    assert not re.search("[\u0600-\u06ff]", text)


def test_every_anchor_of_a_report_is_there_once(small_store: Store, tmp_path: Path) -> None:
    export(small_store, None, tmp_path / "report.md")

    text = (tmp_path / "report.md").read_text("utf-8")
    anchors = re.findall(r'<a id="([^"]+)">', text)
    assert len(set(anchors)) == len(anchors)
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= set(anchors)
    assert "[^" not in text


def test_an_arabic_report_is_laid_out_from_the_right(small_store: Store, tmp_path: Path) -> None:
    export(small_store, ["zabadani", "four-towns"], tmp_path / "report.md", language="ar")

    text = (tmp_path / "report.md").read_text("utf-8")
    assert "## المحتويات" in text
    assert "[\\[1، الجملة 2\\]](#source:article)" in text
    assert '1. <a id="source:article"></a>مقال\n' in text
    html = MarkdownIt("commonmark").enable("table").render(text)
    outside = re.sub(r'<div dir="rtl" lang="ar">.*?</div>', "", html, flags=re.DOTALL)
    assert "<h1>" not in outside
    assert "<table>" not in outside
    assert "<ol>" not in outside


def test_a_report_of_one_record_is_that_record(small_store: Store, tmp_path: Path) -> None:
    export(small_store, ["qatar"], tmp_path / "qatar.md", language="en")

    text = (tmp_path / "qatar.md").read_text("utf-8")
    assert text.startswith('<a id="qatar"></a>\n\n# Qatar\n\nA mediator.\n')
    assert "Contents" not in text


def test_a_report_of_one_record_cites_with_footnotes(small_store: Store, tmp_path: Path) -> None:
    export(small_store, ["zabadani"], tmp_path / "report.md", about=ASKED)

    text = (tmp_path / "report.md").read_text("utf-8")
    assert "27 November" not in text
    assert "[^article-1]: [An article](#source-article), sentence 1\n" in text
    defined = re.findall(r"^\[\^([^\]]+)\]:", text, re.MULTILINE)
    assert len(set(defined)) == len(defined)
    assert set(re.findall(r"\[\^([^\]]+)\](?!:)", text)) == set(defined)


def test_a_report_is_named_after_what_is_in_it_or_as_one_wishes(
    small_store: Store, tmp_path: Path
) -> None:
    def title(keys: list[str], language: Languages, about: About = ASKED) -> str:
        text = report_text(small_store, keys, language, about=about)
        return next(line for line in text.splitlines() if line.startswith("# "))

    assert title(["zabadani", "kefraya"], "en") == "# Zones"
    assert title(["zabadani", "qatar"], "en") == "# Zones and actors"
    assert title(["zabadani", "qatar", "four-towns"], "ar") == "# مناطق واتفاقات وأطراف"
    assert title(["zabadani", "kefraya"], "en", About(title="My *own*")) == "# My \\*own\\*"


def test_a_report_names_its_store_and_not_where_it_lies(tmp_path: Path) -> None:
    with Store(tmp_path / "mine.db", seeds=None) as store:
        store.put(Record("a", "zone", Bilingual("A")))
        store.put(Record("b", "zone", Bilingual("B")))
        text = report_text(store, None, "both")
    assert "- **Store**: mine.db\n" in text
    assert "- **المخزن**: mine.db\n" in text
    assert str(tmp_path) not in text


def test_hostile_texts_stay_texts_in_a_report(small_store: Store, tmp_path: Path) -> None:
    hostile = Bilingual("</div> <script> [x](y) # | a", "</div>\u202e")
    qatar = small_store.get("qatar")._replace(name=hostile, summary=hostile)
    small_store.put(qatar)
    export(small_store, None, tmp_path / "report.md")

    html = MarkdownIt("commonmark").enable("table").render((tmp_path / "report.md").read_text())
    assert "<script" not in html
    assert html.count("<div") == html.count("</div>")
    assert "\u202e" not in html


def test_what_exists_is_kept_unless_it_may_be_overwritten(
    small_store: Store, tmp_path: Path
) -> None:
    target = tmp_path / "report.md"
    target.write_text("mine")

    with pytest.raises(ExportError, match=re.escape(str(target))):
        export(small_store, None, target)
    assert target.read_text() == "mine"
    export(small_store, None, target, overwrite=True)
    assert target.read_text("utf-8").startswith("# Zones")


def test_an_unknown_key_writes_nothing(small_store: Store, tmp_path: Path) -> None:
    for target in (tmp_path / "vault", tmp_path / "report.md"):
        with pytest.raises(UnknownKeyError, match="did you mean zabadani"):
            export(small_store, ["qatar", "zabadany"], target)
        assert not target.exists()


def test_all_keys_come_kind_by_kind(small_store: Store) -> None:
    assert small_store.every_key() == [
        "kefraya", "rif-dimashq", "zabadani", "four-towns", "qatar", "demographic-change",
    ]  # fmt: skip


def test_a_page_is_the_file_of_an_export_of_everything(small_store: Store, tmp_path: Path) -> None:
    export(small_store, None, tmp_path)

    zabadani = page(small_store, small_store.get("zabadani"))
    assert zabadani == (tmp_path / "zones/zabadani.md").read_text("utf-8")
    article = page(small_store, small_store.source("article"))
    assert article == (tmp_path / "sources/article.md").read_text("utf-8")
    assert read_source(article) == small_store.source("article")
