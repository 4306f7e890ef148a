"""Full-text search over the small collection: what is found, in which order, narrowed how."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.errors import UnknownKeyError
from store.model.records import Bilingual, Origin, Record, Relation
from store.paths import SEEDS_FOLDER
from store.store import Store


def keys(store: Store, query: str, **options: object) -> list[str]:
    return [hit.key for hit in store.search(query, **options)]  # type: ignore[arg-type]


@pytest.mark.parametrize("query", ["besieged", "محاصرة", "مُحاصَرةٌ", "المحاصرة", "besieging"])
def test_words_are_found_in_their_forms(small_store: Store, query: str) -> None:
    assert "zabadani" in keys(small_store, query)


def test_names_stand_above_text(small_store: Store) -> None:
    assert keys(small_store, "towns")[0] == "four-towns"


def test_all_words_must_stand_in_a_record_when_any_has_them_all(small_store: Store) -> None:
    assert keys(small_store, "village siege ") == ["kefraya"]


def test_where_none_has_all_words_those_with_most_are_found(small_store: Store) -> None:
    assert keys(small_store, "village siege springs ") == ["kefraya", "zabadani"]


def test_words_that_nothing_holds_find_nothing(small_store: Store) -> None:
    assert keys(small_store, "helicopter ") == []
    assert keys(small_store, "helicopter carrier ") == []
    assert keys(small_store, "طائرة ") == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("kind:zone", {"zabadani", "kefraya", "rif-dimashq"}),
        ("kind:zones", {"zabadani", "kefraya", "rif-dimashq"}),
        ("نوع:منطقة", {"zabadani", "kefraya", "rif-dimashq"}),
        ("نوع:المناطق", {"zabadani", "kefraya", "rif-dimashq"}),
        ("-kind:zone", {"four-towns", "qatar", "demographic-change"}),
        ("kind:nonsense", set()),
        ("type:village", {"kefraya"}),
        ("standing:expected", {"demographic-change"}),
        ("actor:qatar", {"qatar", "four-towns"}),
        ("actor:Qatar kind:agreement", {"four-towns"}),
        ("جهة:قطر kind:agreement", {"four-towns"}),
        ("actor:nobody", set()),
        ("zone:zabadany", {"zabadani", "four-towns", "kefraya", "rif-dimashq",
                           "demographic-change"}),
        ("year:2017", {"four-towns"}),
        ("سنة:٢٠١٧", {"four-towns"}),
        ("year:2016..2018", {"four-towns"}),
        ("year:2016", set()),
        ("year:sometime", set()),
        ("before:2018", {"four-towns"}),
        ("before:2017", set()),
        ("after:2016", {"four-towns"}),
        ("after:2017", set()),
        ("source:agency-2017", {"zabadani", "four-towns"}),
        ("source:agency", {"zabadani", "four-towns"}),
        ("disputed:yes", {"zabadani", "kefraya", "four-towns"}),
        ("collection:article", {"zabadani", "four-towns"}),
        ("مجموعة:المقال", {"zabadani", "four-towns"}),
        ("confidence:b", {"four-towns"}),
        ("ثقة:A", set()),
        ("-confidence:B kind:agreement", set()),
        ("stage:agreed", {"four-towns"}),
        ("مرحلة:\"اتفق عليه\"", {"four-towns"}),
        ("stage:broken", set()),
        ("-stage:broken kind:agreement", {"four-towns"}),
        ("siege kind:zone", {"kefraya", "zabadani"}),
        ("siege kind:actor", set()),
    ],
)  # fmt: skip
def test_filters_narrow(small_store: Store, query: str, found: set[str]) -> None:
    assert set(keys(small_store, query)) == found


@pytest.mark.parametrize("query", ["truce", "ceasefire", "هدنة", "وقف إطلاق النار", "armistice"])
def test_what_means_the_same_is_found(small_store: Store, query: str) -> None:
    small_store.load_lexicon(Path(SEEDS_FOLDER) / "lexicon.yaml")  # the small store has no seeds

    assert keys(small_store, query) == ["four-towns"]


def test_a_name_finds_the_text_that_gives_it_in_the_other_language(small_store: Store) -> None:
    told = Record("told", "zone", Bilingual("Somewhere"), summary=Bilingual(ar="قرب الزبداني"))
    small_store.put(told)

    assert keys(small_store, "Zabadani") == ["zabadani", "told"]


def test_kinds_and_limit_are_kept_to(small_store: Store) -> None:
    assert keys(small_store, "siege", kinds={"actor"}) == []
    assert len(keys(small_store, "kind:zone", limit=2)) == 2


def test_the_snippet_marks_every_hit_as_written(small_store: Store) -> None:
    (hit,) = small_store.search("حدود محاصرة ")

    assert hit.snippet.text == "بلدةٌ مُحاصَرة قرب الحدود اللبنانية."
    assert [hit.snippet.text[a:b] for a, b in hit.snippet.highlights] == ["مُحاصَرة", "الحدود"]
    assert hit.matched == ("مُحاصَرة", "الحدود")


@pytest.mark.parametrize(
    "query",
    [
        "a" * 10_000,
        "\0",
        "\ud800",
        "'; DROP TABLE records; --",
        "names:zabadani OR",
        '"',
        "()",
        "NEAR(a b)",
        "🙂",
        "ً",
        "kind:",
        "year:9999999999",
        "zone:'\"",
        "(" * 300 + "siege" + ")" * 300,
        "(" * 8 + "siege -town OR (village)" + ")" * 8,
        '"' * 5_000,
        "-" * 10_000,
        "ّ" * 10_000,
        "🙂" * 2_500,
        "siege* " * 500,
        "village OR " * 500,
        "{names body} : siege* NOT town^2 + 'x'",
        " ".join(f"zone:{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"),
        "track:" + "مسار" * 200,
        "marked:maybe marked: marked",
    ],
)
def test_no_query_is_an_error(small_store: Store, query: str) -> None:
    for hit in small_store.search(query):
        assert hit.snippet.text
    small_store.lookup(query)
    small_store.suggest(query)
    small_store.complete(query)


_PIECES = st.sampled_from(
    [*'()"*-^:{}+', "AND", "OR", "NOT", "NEAR", "siege", "village", "محاصرة", "zone:", "track:x "]
)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None
)
@given(st.lists(_PIECES, max_size=60))
def test_any_mixture_of_operators_finds_something_or_nothing(
    small_store: Store, pieces: list[str]
) -> None:
    small_store.search(" ".join(pieces))
    small_store.search("".join(pieces))


def test_parentheses_deeper_than_can_be_asked_are_plain_words(small_store: Store) -> None:
    assert keys(small_store, "(" * 50 + "village" + ")" * 50) == ["kefraya"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.text(max_size=60))
def test_any_text_finds_something_or_nothing(small_store: Store, query: str) -> None:
    for hit in small_store.search(query):
        for start, end in hit.snippet.highlights:
            assert 0 <= start < end <= len(hit.snippet.text)


def test_what_is_replaced_is_found_no_more(small_store: Store) -> None:
    small_store.put_many([(Record("kefraya", "zone", Bilingual("Kefraya")), Origin())])

    assert "kefraya" not in keys(small_store, "village")


@pytest.fixture
def tracks(small_store: Store) -> Store:
    """A track, a part of it, an example of that part, and another track."""

    def agreement(key: str, name: str, kind: str = "", *relations: Relation) -> Record:
        return Record(key, "agreement", Bilingual(*name.split(" · ")), kind, relations=relations)

    for record in (
        agreement("northern-track", "Northern track · مسار الشمال", "track"),
        agreement("harbour-track", "Harbour track · مسار الميناء", "track"),
        agreement("truces", "Truces · هدن", "", Relation("part-of", "northern-track")),
        agreement("one", "One truce · هدنة", "ceasefire", Relation("instance-of", "truces")),
        agreement("northern-paper", "Northern paper · ورقة الشمال"),
    ):
        small_store.put(record)
    return small_store


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("track:northern", {"northern-track", "truces", "one"}),
        ("track:northern-track", {"northern-track", "truces", "one"}),
        ("مسار:الشمال", {"northern-track", "truces", "one"}),
        ('track:"northern trak" type:ceasefire', {"one"}),
        ("track:harbour", {"harbour-track"}),
        ("track:paper", set()),
        ("kind:agreement -track:northern", {"harbour-track", "northern-paper", "four-towns"}),
    ],
)
def test_a_track_has_what_is_part_of_it_however_indirectly(
    tracks: Store, query: str, found: set[str]
) -> None:
    assert set(keys(tracks, query)) == found


def test_what_is_marked_is_found_until_the_mark_is_taken_away(small_store: Store) -> None:
    assert keys(small_store, "marked:yes") == []
    small_store.mark("zabadani")
    small_store.mark("qatar")
    small_store.mark("qatar")

    assert set(keys(small_store, "marked:yes")) == {"zabadani", "qatar"}
    assert keys(small_store, "موسوم:نعم kind:actor") == ["qatar"]
    assert keys(small_store, "kind:actor marked:no") == []
    assert small_store.row("qatar").marked

    small_store.mark("qatar", marked=False)

    assert keys(small_store, "marked:yes") == ["zabadani"]
    assert not small_store.row("qatar").marked


def test_a_record_that_is_written_anew_keeps_its_mark(small_store: Store) -> None:
    small_store.mark("qatar")
    small_store.put(small_store.get("qatar"))

    assert keys(small_store, "marked:yes") == ["qatar"]


def test_an_unknown_record_cannot_be_marked(small_store: Store) -> None:
    with pytest.raises(UnknownKeyError):
        small_store.mark("nowhere")


# --- dates, numbers, marks between words -------------------------------------------------------


def told(key: str, english: str, arabic: str = "") -> Record:
    return Record(key, "zone", Bilingual(key), summary=Bilingual(english, arabic))


def asked(store: Store, query: str) -> list[str]:
    return sorted(hit.key for hit in store.search(query) if hit.match == "all")


@pytest.mark.parametrize(
    "query",
    [
        "Sept 2018 ", "September 2018 ", "2018-09 ", "9/2018 ", "2018 september ", "أيلول 2018 ",
        "سبتمبر 2018 ", "17 September 2018 ", "17/9/2018 ", "17 September ", "٢٠١٨-٠٩-١٧ ",
    ],
)  # fmt: skip
def test_a_date_is_found_whatever_its_month_is_called(small_store: Store, query: str) -> None:
    small_store.put(told("english", "Signed on 17 September 2018."))
    small_store.put(told("arabic", "", "وُقّع في 17 أيلول/سبتمبر 2018."))
    small_store.put(told("other", "Signed in March 2018; on 17 September 2016 nothing was."))

    found = [key for key in asked(small_store, query) if query != "17 September " or key != "other"]

    assert found == ["arabic", "english"]


@pytest.mark.parametrize(
    "query", ["septembre 2018 ", "Eylül 2018 ", "2018 Aylūl ", "ئەیلوول 2018 "]
)
def test_a_month_in_a_further_language_is_found_as_it_is_written_too(
    small_store: Store, query: str
) -> None:
    small_store.put(told("english", "Signed on 17 September 2018."))
    small_store.put(told("foreign", f"A report with the title “Trêve, {query}”."))
    small_store.put(told("other", "Signed in March 2018."))

    assert asked(small_store, query) == ["english", "foreign"]


def test_may_is_a_month_beside_a_year_and_else_a_small_word(small_store: Store) -> None:
    small_store.put(told("month", "It began in May 2017."))
    small_store.put(told("year", "It may have begun in 2017."))

    assert asked(small_store, "May 2017 ") == ["month"]
    assert "year" in asked(small_store, "who may 2017 begin ") or asked(small_store, "begun may ")


def test_a_number_in_words_is_no_day_of_a_month(small_store: Store) -> None:
    small_store.put(told("number", "Four bridges stand."))
    small_store.put(told("digits", "There are 4 bridges."))
    small_store.put(told("day", "Bridges fell on 4 May 2017."))

    for query in ("four bridges ", "4 bridges ", "أربعة bridges "):
        assert asked(small_store, query) == ["digits", "number"]


def test_numbers_of_several_words_are_found_by_their_digits(small_store: Store) -> None:
    small_store.put(told("words", "Twenty-five boats came, three hundred men in them."))
    small_store.put(told("digits", "25 boats came, 300 men in them; 1,500 stayed."))

    assert asked(small_store, "25 boats ") == asked(small_store, "twenty-five boats ")
    assert asked(small_store, "three hundred men ") == ["digits", "words"]
    assert asked(small_store, "1500 stayed ") == asked(small_store, "1,500 stayed ") == ["digits"]


@pytest.mark.parametrize("mark", [",", ";", "/", "،", "؛", "…", "|", "+", "؟"])
def test_marks_between_words_separate_them(small_store: Store, mark: str) -> None:
    small_store.put(told("mill", "A mill stands far from any weir."))

    assert asked(small_store, f"weir{mark}mill ") == asked(small_store, "weir mill ") == ["mill"]


def test_forms_of_a_word_are_found_by_each_other(small_store: Store) -> None:
    small_store.put(told("one", "The woman left.", "ضابط في مسجد"))
    small_store.put(told("many", "Women are leaving.", "ضباط في مساجد"))

    for query in ("women ", "woman ", "leave ", "left ", "مسجد ", "مساجد ", "ضابط ", "مساجدهم "):
        assert asked(small_store, query) == ["many", "one"], query
