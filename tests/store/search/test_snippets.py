"""Snippets: the passage that says most, cut between words, every hit marked as written."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from store.model.records import Bilingual, Record, Snippet
from store.model.vocabulary import Language
from store.search.highlights import TermHighlighter
from store.search.query.parser import parse
from store.search.query.tree import Term
from store.search.snippets import snippet, snippet_of_summary


def record(en: str = "", ar: str = "") -> Record:
    return Record("key", "zone", Bilingual("Name"), summary=Bilingual(en, ar))


def highlighter(query: str) -> TermHighlighter:
    return TermHighlighter(parse(query).terms)


def marked(text: str, *terms: Term) -> list[str]:
    return [text[start:end] for start, end in TermHighlighter(terms).spans(text)]


def test_a_mark_takes_the_harakat_of_its_last_letter_with_it() -> None:
    assert marked("بدأت هُدْنَةٌ قصيرة", Term(("هدنه",))) == ["هُدْنَةٌ"]


def test_a_phrase_is_marked_only_where_its_words_stand_together() -> None:
    phrase = Term(("six", "months"), exact=True)

    assert marked("six long months, then six months", phrase) == ["six months"]


def test_a_beginning_marks_the_whole_word() -> None:
    assert marked("evacuated and evacuation", Term(("evacu",), prefix=True, exact=True)) == [
        "evacuated",
        "evacuation",
    ]


def test_other_forms_and_other_words_for_it_are_marked() -> None:
    assert marked("the evacuations", Term(("evacuation",))) == ["evacuations"]
    term = Term(("truce",), alternatives=(("cessat", "of", "hostil"),))
    assert marked("a cessation of hostilities", term) == ["cessation of hostilities"]


def test_the_passage_with_most_terms_is_shown() -> None:
    text = "Nothing here.\n\nThe truce began.\n\nThe truce ended in August."

    found = snippet(record(en=text), highlighter("truce august "), "en")

    assert found.text == "The truce ended in August."


def test_the_name_of_a_record_tells_less_of_why_it_was_found_than_other_words() -> None:
    text = "Zeita lies in the hills.\n\nA convoy left the town in August."
    named = Record("key", "zone", Bilingual("Zeita"), summary=Bilingual(text))

    assert snippet(named, highlighter("zeita convoy "), "en").text.startswith("A convoy")
    assert snippet(named, highlighter("zeita "), "en").text.startswith("Zeita lies")


def test_of_equal_passages_the_one_in_the_script_of_the_query_is_shown() -> None:
    both = record(en="Homs 2014", ar="حمص 2014")

    assert snippet(both, highlighter("2014"), "en").text == "Homs 2014"
    assert snippet(both, highlighter("2014"), "ar").text == "حمص 2014"


def test_a_long_passage_is_cut_between_words_around_the_first_hit() -> None:
    text = " ".join(f"word{number}" for number in range(200))

    found = snippet(record(en=text), highlighter("word150 "), "en")

    assert len(found.text) < 170
    assert found.text[0] == found.text[-1] == "…"
    assert set(found.text.strip("…").split()) <= set(text.split())
    assert [found.text[a:b] for a, b in found.highlights] == ["word150"]


def test_a_long_passage_is_cut_around_where_most_terms_stand() -> None:
    far = " ".join(f"word{number}" for number in range(100))

    found = snippet(
        record(en=f"A truce. {far} the truce of August {far}"), highlighter("truce august "), "en"
    )

    assert "the truce of August" in found.text


def test_a_word_may_be_longer_than_a_snippet() -> None:
    long = "a" * 400

    found = snippet(record(en=f"truce {long} truce"), highlighter(f"{long} truce "), "en")

    assert found == Snippet("truce…", ((0, 5),))


def test_the_label_of_a_type_is_quoted_only_where_there_is_nothing_else() -> None:
    told = Record(
        "key", "zone", Bilingual("Deir"), "town", summary=Bilingual("It lies by a river.")
    )

    assert snippet(told, highlighter("town "), "en").text == "It lies by a river."
    assert snippet(told._replace(summary=Bilingual()), highlighter("town "), "en").text == "Deir"


def test_footnotes_are_not_shown() -> None:
    assert snippet(record(en="A truce.[^article-2]"), TermHighlighter(), "en").text == "A truce."


@given(st.text(), st.text(min_size=1))
def test_marks_lie_in_the_text_and_do_not_overlap(text: str, query: str) -> None:
    end_before = 0
    for start, end in highlighter(query).spans(text):
        assert end_before <= start < end <= len(text)
        end_before = end


_WORDS = st.sampled_from("truce convoy zeita river homs هدنة حمص".split())
_TEXTS = st.lists(st.lists(_WORDS, min_size=1).map(" ".join), max_size=4).map("\n\n".join)


@given(_TEXTS, _TEXTS, st.lists(_WORDS, max_size=3).map(" ".join), st.sampled_from(["en", "ar"]))
def test_what_a_summary_alone_decides_the_whole_record_decides_the_same(
    en: str, ar: str, query: str, language: Language
) -> None:
    asked = highlighter(f"{query} ")
    named = Record("key", "zone", Bilingual("Zeita", "حمص"), summary=Bilingual(en, ar))

    early = snippet_of_summary(named.summary, asked, language)

    assert early in (None, snippet(named, asked, language))


def test_a_paragraph_with_all_terms_decides_and_one_with_some_of_them_does_not() -> None:
    asked = highlighter("truce august ")

    assert snippet_of_summary(Bilingual("Truce in August."), asked, "en") is not None
    assert snippet_of_summary(Bilingual("A truce.\n\nTruce in August."), asked, "en") is None
    assert snippet_of_summary(Bilingual("Nothing."), asked, "en") is None
