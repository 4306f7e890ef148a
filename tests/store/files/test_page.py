"""The page: what a reader sees of a record or source, whoever prints it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import store
import tui
from store.files import markdown_parts, page
from store.files.page import words
from store.model.records import Aliases, Bilingual, Citation, Fact, Record, Related, Row, Source
from store.model.vocabulary import Language
from tui.command_line.printing import entry_page
from tui.explorer.panes import record_text

ARTICLE = Source("article", Bilingual("An article", "مقال"), sentences=((0, 9), (10, 19)))
AGENCY = Source(
    "agency", Bilingual("A dispatch", "برقية"), "agency", "Agency", date="2017-05", language="ckb"
)
SOURCES = {"article": ARTICLE, "agency": AGENCY}
RECORD = Record(
    "k",
    "zone",
    Bilingual("Name", "اسم"),
    "town",
    aliases=Aliases(("Alias", "Other"), ("لقب",)),
    coordinates=(33.5, -36.1),
    citations=(Citation("article", "2"),),
    facts=(
        Fact("evacuees", "1500", citations=(Citation("agency", "2"),)),
        Fact("date", "2017", Bilingual("as told")),
        Fact("date", "2018"),
    ),
    external=(("geonames", "12"),),
)


def lines(record: Record, language: Language, *names: str) -> list[tuple[str, str]]:
    found = page.record_page(record, language, SOURCES).lines(names)
    return [(line.label, line.value) for line in found]


def test_a_record_is_named_in_the_language_of_its_reader_first() -> None:
    assert page.record_page(RECORD, "ar", {}).names == ("اسم", "Name")
    alone = RECORD._replace(name=Bilingual(ar="اسم"))
    assert page.record_page(alone, "en", {}).names == ("اسم",)


def test_lines_are_chosen_by_name_and_stand_in_the_order_asked_for() -> None:
    assert lines(RECORD, "en", "aliases", "type", "standing", page.FACTS) == [
        ("Other names", "Alias, Other"),
        ("Other names", "لقب"),
        ("Type", "town"),
        ("Date", "2017"),
        ("Date", "2018"),
        ("People evacuated", "1,500"),
    ]
    assert lines(RECORD, "ar", "aliases", "independent", "identifier") == [
        ("أسماء أخرى", "لقب"),
        ("أسماء أخرى", "Alias, Other"),
        ("مصادر مستقلة", "2: مقال، Agency"),
        ("في geonames", "12"),
    ]


def test_values_differ_that_exclude_each_other_and_each_has_its_note_and_citations() -> None:
    first, second, single = page.record_page(RECORD, "en", {}).facts
    assert (first.differing, second.differing, single.differing) == (True, True, False)
    assert first.note == "as told"
    assert single.citations == (Citation("agency", "2"),)


def test_a_record_without_type_is_called_by_its_kind() -> None:
    assert page.record_page(RECORD._replace(type=""), "en", {}).type == "zone"


def test_a_source_says_what_its_locators_are() -> None:
    told, agency, missing = page.references(
        (Citation("article", "2"), Citation("agency", "2"), Citation("gone", "3")), SOURCES, "en"
    )
    assert (told.number, told.title, told.place) == (1, "An article", "sentence 2")
    assert (agency.title, agency.place) == ("A dispatch", "2")
    assert (missing.number, missing.source, missing.title, missing.place) == (3, None, "gone", "3")


@pytest.mark.parametrize(
    ("locators", "place"),
    [(["2", "5", "2"], "الجملة 2، 5"), (["", "5"], "الجملة 5"), (["p.4"], "p.4"), ([""], "")],
)
def test_several_places_in_one_source_are_said_together(locators: list[str], place: str) -> None:
    assert page.place_in(ARTICLE, locators, "ar") == place


def test_what_a_collection_retells_is_called_by_it_and_others_by_their_publisher() -> None:
    assert page.cited_source(ARTICLE, "en").name == "the article"
    assert page.cited_source(AGENCY, "en").name == "Agency"
    assert page.cited_source(Source("article", Bilingual("Another")), "en").name == "Another"


def test_a_key_decides_nothing() -> None:
    """No module but the vocabulary knows the key of a source that we ship."""
    found = {
        path.name
        for folder in (store, tui)
        for path in Path(str(folder.__file__)).parent.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and node.value == "article"
    }
    # HTML and BibTeX have an element and an entry of that name.
    assert found <= {"evidence.py", "as_html.py", "bibtex.py"}


def test_relations_of_one_verb_stand_together_from_the_record_s_side() -> None:
    other = Row("o", "zone", "", Bilingual("Other"))
    related = [
        Related("covers", "in", other, "2017", "2018-05", Bilingual("in part"), disputed=True),
        Related("covers", "in", other),
        Related("lies-in", "out", other),
    ]
    covered, lies = page.relation_groups(related, "en")
    assert (covered.verb, lies.verb) == ("covered by", "lies in")
    first, second = covered.relations
    assert first.details == "since 2017, until May 2018, disputed: in part"
    assert (first.disputed, first.note, second.details) == ("disputed", "in part", "")


def test_a_source_has_its_lines_and_the_name_of_its_language_where_that_is_known() -> None:
    found = page.source_page(AGENCY._replace(language="ar"), "en")
    chosen = found.lines(("publisher", "date", "language"))
    assert (
        [(line.label, line.value) for line in chosen]
        == [(line.label, line.value) for line in found.lines(("publisher", "date", "language"))]
        == [
            ("Publisher", "Agency"),
            ("Date", "May 2017"),
            ("Language", "Arabic"),
        ]
    )
    assert [line.value for line in page.source_page(AGENCY, "en").lines(["language"])] == ["ckb"]


def test_citations_in_a_text_are_written_as_the_printer_likes() -> None:
    assert page.with_marks("So.[^article-2] [^x]", str.upper) == "So.ARTICLE-2 X"


def test_printers_choose_lines_that_there_are() -> None:
    chosen = {
        *markdown_parts.RECORD_LINES,
        *markdown_parts.SOURCE_LINES,
        *entry_page._RECORD_LINES,
        *entry_page._SOURCE_LINES,
        *record_text._DESCRIPTION,
    }
    assert chosen <= words._WORDS.keys()


def test_every_word_is_in_both_languages() -> None:
    for label in (*words._WORDS.values(), *words._SHORT_WORDS.values(), *words._LANGUAGES.values()):
        assert all(label)
    assert words._SHORT_WORDS.keys() <= words._WORDS.keys()


def test_what_lasted_is_told_as_ended_or_as_of_when_it_is_known() -> None:
    row = Row("douma", "zone", "city", Bilingual("Douma", "دوما"))
    related = (
        Related("controls", "out", row, since="2012", until="2018-04"),
        Related("controls", "in", row, as_of="2018-02"),
        Related("covers", "out", row, until="2018-04"),
    )
    told = [
        [(one.details, one.held) for group in page.relation_groups(related, language)
         for one in group.relations]
        for language in ("en", "ar")
    ]  # fmt: skip
    assert told[0] == [
        ("since 2012, ended April 2018", "ended April 2018"),
        ("as of February 2018", "as of February 2018"),
        ("until April 2018", ""),
    ]
    assert told[1][1] == ("كما كان في شباط/فبراير 2018",) * 2
