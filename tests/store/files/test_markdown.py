"""Record files: written for readers, read back without loss, and no record can break a page."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from store.errors import RecordError
from store.files import markdown
from store.files.markdown import Languages, Neighbours
from store.model.records import Aliases, Bilingual, Citation, Record, Related, Row, Source
from store.model.vocabulary import Language
from tests.store.strategies import names, records, sources

ASTANA = """---
key: astana-memorandum
kind: agreement
type: memorandum
collection: article
name:
  en: Memorandum on the creation of de-escalation areas
  ar: مذكرة إنشاء مناطق تخفيف التصعيد
cite: [article#2]
date:
  - {value: "2017-05-04", cite: [tass-2017-05-06]}
  - {value: "2017-05", cite: [article#2]}
relations:
  - {predicate: guaranteed-by, object: russia, cite: [article#2]}
external: {pa-x: "2093"}
---

# Memorandum on the creation of de-escalation areas

According to the article, Russia signed it.[^article-2]

It is of unlimited duration.

<div dir="rtl" lang="ar">

# مذكرة إنشاء مناطق تخفيف التصعيد

يذكر المقال أن روسيا وقعتها.[^article-2]

</div>
"""
RUSSIA = Row("russia", "actor", "state", Bilingual("Russia", "روسيا"))
IDLIB = Row("idlib", "zone", "governorate", Bilingual("Idlib", "إدلب"))
AROUND = Neighbours(
    related=(
        Related("guaranteed-by", "out", RUSSIA, citations=(Citation("article", "2"),)),
        Related("guaranteed-by", "in", IDLIB, since="2017-05", disputed=True),
        Related("covers", "out", IDLIB, note=Bilingual("all of it", "كلها")),
    ),
    sources={
        "article": Source("article", Bilingual("An article", "مقال"), sentences=((0, 1), (2, 3)))
    },
)


def test_a_file_written_by_hand_is_read() -> None:
    record = markdown.read_record(ASTANA)

    assert record.key == "astana-memorandum"
    assert record.summary.en == (
        "According to the article, Russia signed it.[^article-2]\n\nIt is of unlimited duration."
    )
    assert record.summary.ar == "يذكر المقال أن روسيا وقعتها.[^article-2]"
    assert [fact.value for fact in record.facts_of("date")] == ["2017-05-04", "2017-05"]


def test_a_canonical_file_comes_back_to_the_letter_before_what_is_generated() -> None:
    written = markdown.write_record(markdown.read_record(ASTANA), AROUND)
    assert written.startswith(ASTANA + "\n<!-- generated -->\n")


@settings(
    max_examples=settings.default.max_examples // 2, suppress_health_check=[HealthCheck.too_slow]
)
@given(records(), st.sampled_from(["en", "ar", "both"]))
def test_any_valid_record_comes_back_without_loss(record: Record, language: Languages) -> None:
    around = Neighbours(
        related=tuple(
            Related(one.predicate, "out", Row(one.object, "actor", "", record.name), note=one.note)
            for one in record.relations
        )
    )
    assert markdown.read_record(markdown.write_record(record, around, language)) == record


@given(sources, st.sampled_from(["en", "ar", "both"]))
def test_any_source_comes_back_without_loss(source: Source, language: Languages) -> None:
    assert markdown.read_source(markdown.write_source(source, None, language)) == source


def test_facts_show_their_differing_values_beside_each_other() -> None:
    written = markdown.write_record(markdown.read_record(ASTANA), AROUND)

    assert "| Date | 4 May 2017 | [^tass-2017-05-06] |" in written
    assert "| Date | May 2017 | [^article-2] |" in written  # it may be the same day
    assert "| التاريخ | 4 أيار/مايو 2017 | [^tass-2017-05-06] |" in written

    differing = ASTANA.replace('value: "2017-05",', 'value: "2017-06",')
    written = markdown.write_record(markdown.read_record(differing), AROUND)
    assert "| Date (differing value) | 4 May 2017 | [^tass-2017-05-06] |" in written
    assert "| Date (differing value) | June 2017 | [^article-2] |" in written


def test_relations_of_both_directions_are_links_under_their_predicates() -> None:
    written = markdown.write_record(markdown.read_record(ASTANA), AROUND)

    assert "### guaranteed by\n\n- [Russia](../actors/russia.md) [^article-2]\n" in written
    assert "### guarantees\n\n- [Idlib](../zones/idlib.md) (since May 2017, disputed)\n" in written
    assert "### covers\n\n- [Idlib](../zones/idlib.md) (all of it)\n" in written
    assert "### بضمانة\n\n- [روسيا](../actors/russia.md) [^article-2]\n" in written


def test_every_footnote_is_defined_once_and_leads_to_its_source() -> None:
    written = markdown.write_record(markdown.read_record(ASTANA), AROUND)

    assert written.count("\n[^article-2]: [An article](../sources/article.md), sentence 2\n") == 1
    assert written.count("\n[^tass-2017-05-06]: tass-2017-05-06\n") == 1


def test_only_what_has_a_file_is_linked() -> None:
    around = AROUND._replace(linked=frozenset({"russia"}))
    written = markdown.write_record(markdown.read_record(ASTANA), around)

    assert "- [Russia](../actors/russia.md)" in written
    assert "- Idlib (all of it)" in written
    assert "[^article-2]: An article, sentence 2" in written


@pytest.mark.parametrize(
    ("language", "shown", "missing"),
    [("en", "## Facts", "## بيانات"), ("ar", "## بيانات", "## Facts")],
)
def test_one_language_is_shown_and_both_are_kept(
    language: Languages, shown: str, missing: str
) -> None:
    record = markdown.read_record(ASTANA)
    written = markdown.write_record(record, AROUND, language)

    assert shown in written
    assert missing not in written
    assert markdown.read_record(written) == record


def test_arabic_stands_in_blocks_from_the_right() -> None:
    html = _html(markdown.write_record(markdown.read_record(ASTANA), AROUND))

    arabic = html.split('<div dir="rtl" lang="ar">')[1].split("</div>")[0]
    assert "<h1>مذكرة إنشاء مناطق تخفيف التصعيد</h1>" in arabic
    assert html.count('<div dir="rtl" lang="ar">') == html.count("</div>") == 2


@settings(
    max_examples=settings.default.max_examples // 2, suppress_health_check=[HealthCheck.too_slow]
)
@given(records(), names, st.sampled_from(["en", "ar"]))
def test_no_text_of_a_record_becomes_structure_of_the_page(
    record: Record, other: Bilingual, language: Language
) -> None:
    """What blocks a page has follows from how many parts a record has, not from their words."""
    record = record._replace(summary=Bilingual())
    related = [
        Related(one.predicate, "out", Row(one.object, "zone", "", other), note=one.note)
        for one in record.relations
    ]
    plain_related = [
        one._replace(other=one.other._replace(name=_plain(other)), note=_plain(one.note))
        for one in related
    ]
    plain = record._replace(
        name=_plain(record.name),
        aliases=Aliases(*(("a",) * len(part) for part in record.aliases)),
        facts=tuple(
            fact._replace(
                value=_plain(fact.value) if isinstance(fact.value, Bilingual) else fact.value,
                note=_plain(fact.note),
            )
            for fact in record.facts
        ),
        external=tuple((name, "a") for name, _ in record.external),
    )

    written = markdown.write_record(record, Neighbours(tuple(related)), language)
    expected = markdown.write_record(plain, Neighbours(tuple(plain_related)), language)
    assert _blocks(written) == _blocks(expected)


def _plain(text: Bilingual) -> Bilingual:
    return Bilingual("a", "a") if any(text) else text


def _html(written: str) -> str:
    html: str = MarkdownIt("commonmark").enable("table").render(_body(written))
    return html


def _blocks(written: str) -> list[str]:
    tokens = MarkdownIt("commonmark").enable("table").parse(_body(written))
    return [token.type for token in tokens if token.type != "inline"]


def _body(written: str) -> str:
    return written.split("\n---\n", 1)[1]


@pytest.mark.parametrize(
    "summary",
    [
        "# A heading",
        "text\n\n## A heading",
        "text\n---",
        "text\n===",
        "* * *",
        "```\ncode",
        "a </div> b",
        "<script>alert(1)</script>",
        "<!-- generated -->",
        "[^article-2]: a definition",
        "%% a comment",
        "$$ x",
        "\x1b[31mred",
        "\u202egnorts",
    ],
)
def test_a_summary_that_would_be_structure_is_shown_escaped_and_kept(summary: str) -> None:
    record = markdown.read_record(ASTANA)._replace(summary=Bilingual(summary, summary))
    written = markdown.write_record(record, AROUND)

    assert markdown.read_record(written) == record
    assert f"\n{summary}\n" not in _body(written).split("<!-- generated -->\n\n## Facts")[0]
    html = _html(written)
    assert html.count("<h1>") == 2
    assert html.count("<hr") == 0
    assert html.count("<div") == html.count("</div>") == 2
    assert "<script" not in html


def test_escaped_summaries_keep_their_footnotes() -> None:
    text = "# Signed in Astana.[^article-2] And [^elsewhere]."
    record = markdown.read_record(ASTANA)._replace(summary=Bilingual(text))

    assert r"\# Signed in Astana.[^article-2] And \[^elsewhere\]." in markdown.write_record(record)


def test_what_stands_in_the_front_matter_wins_over_the_body() -> None:
    text = ASTANA.replace("external:", "summary: {en: From the front matter}\nexternal:")

    summary = markdown.read_record(text).summary
    assert summary.en == "From the front matter"
    assert summary.ar == "يذكر المقال أن روسيا وقعتها.[^article-2]"


def test_a_file_without_headings_or_arabic_is_read() -> None:
    record = markdown.read_record(
        "---\nkey: daraya\nkind: zone\nname: {en: Daraya}\n---\nA town.\n\nNear Damascus.\n"
    )
    assert record.summary == Bilingual("A town.\n\nNear Damascus.")
    assert record.collection == "user"


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("kind: agreement", "kind: agrement", 3, "did you mean agreement?"),
        ('value: "2017-05"', 'value: "2017-13"', 12, "there is no month 13"),
        ("predicate: guaranteed-by", "predicate: guarantee-by", 14, "did you mean guaranteed-by?"),
        ("external: {pa-x", "externl: {pa-x", 15, "did you mean external?"),
        ("It is of unlimited", "## It is of unlimited", 22, "no headings"),
        ("\n</div>\n", "\n", 24, "</div> is missing"),
        ("</div>\n", "</div>\n\nMore.\n", 32, "belongs to no language"),
        ("ar: مذكرة إنشاء مناطق تخفيف التصعيد\n", "ar: [مذكرة]\n", 8, "is not a text"),
    ],
)
def test_problems_are_told_with_their_line(old: str, new: str, line: int, said: str) -> None:
    assert old in ASTANA
    reading = markdown.read(ASTANA.replace(old, new, 1))

    assert reading.entry is None
    assert [problem.line for problem in reading.problems] == [line]
    assert said in reading.problems[0].what


def test_all_problems_of_a_file_are_told_at_once() -> None:
    text = ASTANA.replace("kind: agreement", "kind: x").replace("russia,", "Russia!,")
    with pytest.raises(RecordError) as caught:
        markdown.read_record(text)
    assert [problem.field for problem in caught.value.problems] == ["kind", "relations[1].object"]


def test_other_markdown_files_are_no_records() -> None:
    for text in ("# A note\n", "---\ntitle: A note\n---\ntext\n"):
        assert markdown.read(text) == markdown.Reading(None, [])
    with pytest.raises(RecordError, match="no such kind"):
        markdown.read_record("# A note\n")


def test_a_source_shows_its_address_and_who_cites_it() -> None:
    source = Source(
        "tass", Bilingual("Memorandum"), "agency", "TASS", "2017-05-06", url="https://tass.com/a|b"
    )
    written = markdown.write_source(source, Neighbours(citing=(RUSSIA,)), "en")

    assert "| Address | <https://tass.com/a%7Cb> |" in written
    assert "## Cited by\n\n- [Russia](../actors/russia.md)\n" in written
    assert markdown.read_source(written) == source
