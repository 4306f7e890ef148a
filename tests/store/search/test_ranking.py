"""In what order records answer a query, and which of them answer at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.model.records import Bilingual, Record
from store.store import Store


@pytest.fixture
def lexicon(tmp_path: Path) -> Path:
    """A lexicon of one meaning."""
    file = tmp_path / "lexicon.yaml"
    file.write_text("words:\n  - [truce, ceasefire, هدنة]\n", encoding="utf-8")
    return file


def told(key: str, text: str, name: str = "") -> Record:
    return Record(key, "zone", Bilingual(name or key), summary=Bilingual(text))


def keys(store: Store, query: str, limit: int = 20) -> list[str]:
    return [hit.key for hit in store.search(query, limit=limit)]


def asked(store: Store, query: str) -> list[str]:
    """Keys of those that have all that was asked for."""
    return [hit.key for hit in store.search(query) if hit.match == "all"]


def filled(store: Store, *texts: tuple[str, str]) -> Store:
    for key, text in texts:
        store.put(told(key, text))
    for number in range(20):  # so that the words asked for are rare
        store.put(told(f"other-{number}", "Nothing of what is asked stands here."))
    return store


def test_exact_stands_over_stemmed_over_synonym(small_store: Store, lexicon: Path) -> None:
    small_store.load_lexicon(lexicon)
    filled(
        small_store,
        ("synonym", "A ceasefire was agreed in the town."),
        ("stemmed", "Several truces held in the town."),
        ("exact", "The truce was agreed in the town."),
    )

    assert keys(small_store, "truce ")[:3] == ["exact", "stemmed", "synonym"]


def test_a_word_in_a_name_counts_more_than_in_the_text(small_store: Store) -> None:
    filled(small_store, ("text", "The reservoir is near; the reservoir is large."))
    small_store.put(told("named", "It is large.", name="Reservoir of Zeita"))

    assert keys(small_store, "reservoir ") == ["named", "text"]


def test_a_question_is_answered_though_one_of_its_words_stands_nowhere(small_store: Store) -> None:
    filled(small_store, ("answer", "The pipeline reached the refinery in spring."))

    assert keys(small_store, "unfathomable pipeline to the refinery ") == ["answer"]


def test_common_words_do_not_answer_for_the_rare_one(small_store: Store) -> None:
    filled(small_store, ("answer", "The pipeline stands here."))

    assert keys(small_store, "nothing stands asked volcano eruption magma ") == []


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("مراقبة ", "أنشئت آلية لمراقبة الحدود"),
        ("لمراقبة ", "أنشئت آلية مراقبة"),
        ("بالمراقبة ", "أنشئت آلية مراقبة"),
        ("قافلة ", "وصلوا بقافلة كبيرة"),
        ("الوثيقة ", "ضاعت وثيقة قديمة"),
        ("وثيقة ", "ضاعت الوثيقة"),
    ],
)
def test_particles_written_onto_a_word_do_not_hide_it(
    small_store: Store, query: str, text: str
) -> None:
    small_store.put(Record("found", "zone", Bilingual("Found"), summary=Bilingual(ar=text)))

    assert keys(small_store, query) == ["found"]


@pytest.mark.parametrize("query", ["kind:agreement", "نوع:اتفاق", "النوع:اتفاق", "نوع:إتفاق"])
def test_filters_are_known_in_any_spelling(small_store: Store, query: str) -> None:
    assert keys(small_store, query) == ["four-towns"]


@pytest.mark.parametrize("query", ["سنه:2017", "سنة:٢٠١٧", "عام:2017"])
def test_years_are_filtered_in_any_spelling(small_store: Store, query: str) -> None:
    assert keys(small_store, query) == ["four-towns"]


@pytest.mark.parametrize("query", ["نوع:جهه", "نوع:جهة", "kind:طرف"])
def test_a_kind_may_be_called_as_its_filter_is(small_store: Store, query: str) -> None:
    assert keys(small_store, query) == ["qatar"]


def test_a_word_that_all_records_hold_is_looked_for_in_names_first(small_store: Store) -> None:
    for number in range(400):
        small_store.put(told(f"common-{number}", "A village of many springs and many mills."))
    small_store.put(told("named", "Elsewhere.", name="Village of Springs"))
    found = keys(small_store, "springs ", limit=5)

    assert found[0] == "named"
    assert len(found) == 5


def test_a_name_with_the_telling_word_is_found_beside_texts_with_all_words(
    small_store: Store,
) -> None:
    for number in range(6):
        small_store.put(told(f"both-{number}", "The reservoir stands far."))
    filled(small_store, ("text", "One here."))
    small_store.put(told("named", "Nothing more.", name="Great Reservoir"))

    found = keys(small_store, "reservoir stands ")

    assert "named" in found
    assert "text" not in found


def test_words_scattered_over_names_and_text_are_no_answer(small_store: Store) -> None:
    filled(
        small_store, ("scattered", "The harvest was late."), ("together", "A late harvest feast.")
    )
    small_store.put(told("scattered", "The harvest was late.", name="Ferry"))

    assert asked(small_store, "ferry harvest climate ") == []
    assert keys(small_store, "feast harvest climate ") == ["together"]


def test_words_far_apart_in_a_text_are_there_by_chance(small_store: Store) -> None:
    between = "Much else is told of here, at length and in other words than these. " * 4
    filled(
        small_store,
        ("chance", f"A ferry came. {between} A harvest failed. {between}"),
        ("near", "The ferry brought the harvest."),
    )

    assert keys(small_store, "ferry harvest climate volcano ") == ["near"]


def test_a_rare_word_tells_as_much_though_it_is_called_by_a_common_one(
    small_store: Store, tmp_path: Path
) -> None:
    file = tmp_path / "lexicon.yaml"
    file.write_text("words:\n  - [jetty, asked]\n", encoding="utf-8")
    small_store.load_lexicon(file)
    filled(small_store, ("answer", "The jetty stands here."))

    assert keys(small_store, "jetty unfathomable ")[0] == "answer"


def test_what_has_some_of_the_words_stands_after_what_has_all(small_store: Store) -> None:
    filled(
        small_store,
        ("both", "A long tale of a mill, in which after many a word a weir is told of as well."),
        ("mill", "Mill, mill and mill."),
        ("weir", "Weir."),
    )

    found = [(hit.key, hit.match) for hit in small_store.search("mill weir ")]

    assert found[0] == ("both", "all")
    assert {key for key, match in found[1:] if match == "some"} <= {"mill", "weir"}
    assert asked(small_store, "mill weir volcano ") == []
    by_name = small_store.search("mill weir ", order="name")
    assert [hit.match for hit in by_name] == sorted(hit.match for hit in by_name)


def test_a_word_that_no_record_holds_does_not_sink_the_rest(small_store: Store) -> None:
    filled(small_store, ("answer", "The pipeline stands here."))

    assert keys(small_store, "unfathomable pipeline ") == ["answer"]


def test_a_phrase_with_a_small_word_in_it_is_known(small_store: Store, tmp_path: Path) -> None:
    file = tmp_path / "lexicon.yaml"
    file.write_text("words:\n  - [cessation of hostilities, هدنة]\n", encoding="utf-8")
    small_store.load_lexicon(file)
    filled(small_store, ("synonym", "هدنة في البلدة"), ("itself", "The cessation of hostilities."))

    assert keys(small_store, "cessation of hostilities ")[:2] == ["itself", "synonym"]


def test_a_possessive_s_is_no_word(small_store: Store) -> None:
    filled(small_store, ("miller", "The miller left the valley."))

    assert keys(small_store, "the miller's valley ") == ["miller"]
    assert keys(small_store, "miller’s ") == ["miller"]


def test_a_word_of_the_lexicon_is_known_with_its_article(
    small_store: Store, tmp_path: Path
) -> None:
    file = tmp_path / "lexicon.yaml"
    file.write_text("words:\n  - [وثيقة, parchment]\n", encoding="utf-8")
    small_store.load_lexicon(file)
    filled(small_store, ("found", "The parchment is lost."))

    assert keys(small_store, "الوثيقة ") == ["found"]
    assert keys(small_store, "وثيقة ") == ["found"]


def test_words_side_by_side_stand_over_words_apart(small_store: Store) -> None:
    filled(
        small_store,
        ("apart", "The mill of the town lies by a bridge of stone."),
        ("beside", "The town of the bridge has a stone mill by it."),
    )

    assert keys(small_store, "stone mill ") == ["beside", "apart"]
    assert keys(small_store, "mill lies ")[0] == "apart"


def test_words_side_by_side_in_one_passage_stand_before_words_far_apart(small_store: Store) -> None:
    far = "It is named in passing. " * 20
    filled(
        small_store,
        ("apart", f"The pipeline was old. {far} A refinery was built."),
        ("together", f"An old refinery had a pipeline. {far}"),
    )

    assert keys(small_store, "pipeline refinery ") == ["together", "apart"]


def test_what_words_are_only_called_stands_behind_the_words_themselves(
    small_store: Store, tmp_path: Path
) -> None:
    file = tmp_path / "lexicon.yaml"
    file.write_text("words:\n  - [truce, ceasefire]\n  - [lake, reservoir]\n", encoding="utf-8")
    small_store.load_lexicon(file)
    filled(small_store, ("loose", "A ceasefire was told of. The reservoir is large."))
    small_store.put(told("named", "The truce held.", name="Truce of Zeita"))

    assert [(hit.key, hit.match) for hit in small_store.search("truce lake ")] == [
        ("named", "some"),
        ("loose", "some"),
    ]
    assert asked(small_store, "ceasefire reservoir ") == ["loose"]


def test_a_word_with_particles_is_called_as_it_is_without_them(
    small_store: Store, lexicon: Path
) -> None:
    small_store.load_lexicon(lexicon)
    filled(small_store, ("answer", "A ceasefire was agreed in the town."))

    assert "answer" in asked(small_store, "كهدنة ")
    assert "answer" in asked(small_store, "لهدنة ")
