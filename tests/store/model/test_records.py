"""Small conveniences of the records themselves."""

from __future__ import annotations

from store.model.records import Bilingual, Citation, Fact, Record, Relation

ARTICLE_2 = Citation("article", "2")
TASS = Citation("tass-2017-05-06")


def test_a_text_falls_back_on_the_other_language() -> None:
    assert Bilingual("Idlib", "إدلب").prefer("ar") == "إدلب"
    assert Bilingual("Idlib").prefer("ar") == "Idlib"
    assert Bilingual("", "إدلب").prefer("en") == "إدلب"


def test_a_citation_is_written_as_reference_and_as_label() -> None:
    assert (ARTICLE_2.reference, ARTICLE_2.label) == ("article#2", "article-2")
    assert TASS.reference == TASS.label == "tass-2017-05-06"


def test_every_citation_stands_once_in_order_of_appearance() -> None:
    record = Record(
        key="astana-memorandum",
        kind="agreement",
        name=Bilingual("Astana memorandum"),
        citations=(ARTICLE_2,),
        facts=(Fact("date", "2017-05", citations=(TASS, ARTICLE_2)),),
        relations=(Relation("covers", "idlib", citations=(Citation("article", "3"), TASS)),),
    )

    assert record.every_citation() == (ARTICLE_2, TASS, Citation("article", "3"))
    assert [fact.value for fact in record.facts_of("date")] == ["2017-05"]
    assert record.facts_of("deaths") == ()
