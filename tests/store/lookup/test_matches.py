"""Look-up by name: each rule of the keys with real names, and what must find nothing."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.lookup.index import NameRow, delete_names, index_names
from store.lookup.keys import are_capitals, name_keys
from store.lookup.matches import lookup
from store.lookup.name_match import NameMatch
from store.lookup.weights import WEIGHTS
from store.paths import SCHEMA_FILE
from store.store import Store

# Key, kind, then English and Arabic names, the first of either being the name and the rest aliases.
RECORDS = {
    1: ("zone", ["Zabadani"], ["الزبداني"]),
    2: ("zone", ["Kefraya"], ["كفريا"]),
    3: ("zone", ["Foua"], ["الفوعة"]),
    4: ("zone", ["Moadamiyat al-Sham"], ["معضمية الشام"]),
    5: ("actor", ["Hayat Tahrir al-Sham"], ["هيئة تحرير الشام"]),
    6: ("zone", [], ["دير الزور"]),
    7: ("zone", [], ["خربة كرمة"]),
    8: ("zone", [], ["خربة غزالة"]),
    9: ("zone", [], ["تل رفعت"]),
    10: ("zone", [], ["كفرنبل"]),
    11: ("agreement", ["Four Towns agreement", "Zabadani–Madaya–Kefraya–Foua"], []),
    12: ("agreement", ["UNSCR 2401", "UN Security Council Resolution 2401"], ["القرار 2401"]),
    13: ("actor", ["Hezbollah"], ["حزب الله"]),
    14: ("zone", ["Homs"], ["حمص"]),
    15: ("zone", ["Homs Governorate"], ["محافظة حمص"]),
    16: ("zone", [], ["جنديرس"]),
    17: ("zone", [], ["خان شيخون"]),
    18: ("zone", ["Daraa"], ["درعا"]),
    19: ("zone", ["Daraya"], ["داريا"]),
    20: ("actor", ["Putin"], ["بوتين"]),
    21: ("zone", [], ["طيبة"]),
    22: ("zone", [], ["الطيبة"]),
    23: ("zone", [], ["أريحا"]),
    24: ("zone", [], ["المزرعة الشرقية"]),
}


def rows() -> Iterator[NameRow]:
    for record, (_, *languages) in RECORDS.items():
        for language, texts in zip(("en", "ar"), languages, strict=True):
            for position, text in enumerate(texts):
                role = "alias" if position else "name"
                yield NameRow(record, language, role, max(0, position - 1), text)


@contextmanager
def nameless() -> Iterator[sqlite3.Connection]:
    """A store in memory whose records have no names yet."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.executescript(Path(SCHEMA_FILE).read_text(encoding="utf-8"))
        connection.executemany(
            "INSERT INTO records (id, key, kind, name_en, sort_en, sort_ar)"
            " VALUES (?, ?, ?, ?, '', '')",
            [(record, f"r{record}", kind, "x") for record, (kind, *_) in RECORDS.items()],
        )
        yield connection


@pytest.fixture
def empty() -> Iterator[sqlite3.Connection]:
    with nameless() as connection:
        yield connection


@pytest.fixture(scope="module")
def connection() -> Iterator[sqlite3.Connection]:
    with nameless() as filled:
        index_names(filled, rows())
        yield filled


def first(connection: sqlite3.Connection, query: str) -> NameMatch:
    return lookup(connection, query)[0]


@pytest.mark.parametrize(
    ("query", "record"),
    [
        # diacritics, case, hamza, article, ya and ta marbuta
        ("Zabadānī", 1), ("ZABADANI", 1), ("az-Zabadani", 1), ("زبداني", 1), ("الزبدانى", 1),
        ("الفوعه", 3), ("فوعة", 3), ("Fou'a", 3),
        # slips of the fingers: left out, put in, exchanged, swapped
        ("zabdani", 1), ("zabbadani", 1), ("zapadani", 1), ("zadabani", 1), ("zabadnai", 1),
        ("الزبدني", 1), ("الزبدانيي", 1), ("hezbolah", 13), ("putn", 20), ("four twons", 11),
        # habits of English, French, German, Turkish, Slavic and Spanish spelling
        ("zabadany", 1), ("ez-Zebdani", 1), ("kefraia", 2), ("Kafraya", 2), ("Foah", 3),
        ("Fuaa", 3), ("muadamiya", 4), ("Mouaddamiyat ech-Cham", 4), ("Hizbullah", 13),
        ("Deir ez-Zor", 6), ("Dayr az-Zawr", 6), ("Deïr ez-Zour", 6), ("Djindires", 16),
        ("Dschindires", 16), ("Cinderes", 16), ("Dzhindires", 16), ("Jan Sheijun", 17),
        ("Xan Sheyxun", 17), ("Chan Scheichun", 17), ("Khan Cheikhoun", 17), ("Khirbet Gazaleh", 8),
        ("Jericho", 23), ("Jeriko", 23), ("Yerikho", 23),
        ("Tell Rifaat", 9), ("Poutine", 20), ("Bouteen", 20), ("Chan Schaichun", 17),
        # letter by letter
        ("alzbdany", 1), ("khrbt krmt", 7), ("tl rft", 9),
        # written together or apart
        ("Deirezzor", 6), ("ديرالزور", 6), ("Kafr Nabl", 10), ("Kafranbel", 10), ("كفر نبل", 10),
        ("khanshaykhun", 17), ("Hizb Allah", 13), ("hizb ollah", 13),
        # one word of several, and a generic term more or less
        ("Al Mazra`ah ash Sharqiyah", 24),
        ("Karma", 7), ("غزالة", 8), ("Ghazaleh", 8), ("Rifaat", 9), ("Qaryat Zabadani", 1),
        ("Khirbat al-Foua", 3), ("governorate of Homs", 15),
        # acronyms, initials and numbers
        ("HTS", 5), ("hts", 5), ("هتش", 5), ("UNSCR 2401", 12), ("2401", 12), ("القرار ٢٤٠١", 12),
        # the other keyboard layout
        ("]dv hg.,v", 6),
        ("hg.f]hkd", 1), ("hg:f$hkd", 1), ("HG.F]HKD", 1), ("اخةس", 14),
    ],
)  # fmt: skip
def test_the_name_comes_first(connection: sqlite3.Connection, query: str, record: int) -> None:
    assert first(connection, query).record == record


@pytest.mark.parametrize(
    ("query", "record", "how"),
    [
        ("Zabadani", 1, "exact"),
        ("الزبداني", 1, "exact"),
        ("Zabad", 1, "prefix"),
        ("زبداني", 1, "spelling"),
        ("towns", 11, "word"),
        ("Zebdani", 1, "spelling"),
        ("Djindires", 16, "cross-script"),
        ("hts", 5, "acronym"),
        ("hg.f]hkd", 1, "layout"),
    ],
)
def test_the_answer_says_why(
    connection: sqlite3.Connection, query: str, record: int, how: str
) -> None:
    match = first(connection, query)
    assert (match.record, match.how) == (record, how)


@pytest.mark.parametrize(
    "query",
    [
        "qqqqzzzz", "xylophone", "كهرطيسية", "zzz", "hhhh", "bicycle", "football", "microsoft",
        "lorem ipsum", "quantum physics", "Paris agreement", "برمجيات", "كمبيوتر", "", " ", "?!",
        "👍", "ـــ", "\u064e", "\x00", "\ud800",
    ],
)  # fmt: skip
def test_what_is_unlike_every_name_finds_nothing(
    connection: sqlite3.Connection, query: str
) -> None:
    assert lookup(connection, query) == []


@pytest.mark.parametrize("typed", ["z", "za", "zab", "zabad", "ز", "زب", "الز", "الزبد"])
def test_a_beginning_is_enough(connection: sqlite3.Connection, typed: str) -> None:
    assert 1 in [match.record for match in lookup(connection, typed)]


@pytest.mark.parametrize(("typed", "record"), [("deir e", 6), ("khan she", 17), ("جند", 16)])
def test_a_beginning_is_enough_in_the_other_script(
    connection: sqlite3.Connection, typed: str, record: int
) -> None:
    assert record in [match.record for match in lookup(connection, typed)]


def test_exact_beats_beginning_beats_like(connection: sqlite3.Connection) -> None:
    found = lookup(connection, "Homs")
    assert [match.record for match in found[:2]] == [14, 15]
    daraa = lookup(connection, "Daraa")
    assert [match.record for match in daraa[:2]] == [18, 19]
    assert daraa[0].score == 100 > daraa[1].score


def test_a_name_beats_an_alias(connection: sqlite3.Connection) -> None:
    scores = {m.record: m.score for m in lookup(connection, "Zabadani Madaya Kefraya Foua")}
    assert scores[11] == 99


def test_the_article_tells_namesakes_apart(connection: sqlite3.Connection) -> None:
    assert first(connection, "et Taybeh").record == 22
    assert first(connection, "Taybeh").record == 21


def test_a_record_comes_once_with_the_name_that_matched(connection: sqlite3.Connection) -> None:
    found = lookup(connection, "kefraya")
    assert len({match.record for match in found}) == len(found)
    assert (found[0].text, found[0].role) == ("Kefraya", "name")


def test_only_the_kinds_asked_for(connection: sqlite3.Connection) -> None:
    found = lookup(connection, "zabadani", kinds=["agreement"])
    assert [match.record for match in found] == [11]
    assert lookup(connection, "zabadani", kinds=[]) == []


def test_no_more_than_the_limit(connection: sqlite3.Connection) -> None:
    assert len(lookup(connection, "k", limit=2)) == 2


def test_scores_fall_and_stay_within_bounds(connection: sqlite3.Connection) -> None:
    scores = [match.score for match in lookup(connection, "khirbat")]
    assert scores == sorted(scores, reverse=True)
    assert all(WEIGHTS.least_score <= score <= 100 for score in scores)


def test_a_deleted_record_leaves_nothing_behind(empty: sqlite3.Connection) -> None:
    index_names(empty, rows())
    for record in RECORDS:
        delete_names(empty, record)
    for table in ("names", "words", "name_words"):
        assert empty.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)


def test_deleting_one_record_keeps_the_words_of_others(empty: sqlite3.Connection) -> None:
    index_names(empty, rows())
    delete_names(empty, 1)
    assert first(empty, "Zabadani").record == 11
    assert first(empty, "kefraya").record == 2


def test_indexing_in_parts_is_indexing_at_once(
    connection: sqlite3.Connection, empty: sqlite3.Connection
) -> None:
    for row in rows():
        index_names(empty, [row])
    query = (
        "SELECT names.text, words.word, fine, rough, frequency FROM names"
        " JOIN name_words ON name_words.name = names.id"
        " JOIN words ON words.id = name_words.word ORDER BY 1, 2"
    )
    assert empty.execute(query).fetchall() == connection.execute(query).fetchall()


def test_the_file_answers_without_us(connection: sqlite3.Connection) -> None:
    """The comment in schema.sql shows this query to users of other SQLite tools."""
    found = connection.execute(
        "SELECT text FROM names JOIN name_words ON name_words.name = names.id"
        " JOIN words ON words.id = name_words.word WHERE words.fine = 'ZBDNY'"
    )
    assert {"Zabadani", "الزبداني"} <= {text for (text,) in found}


HOSTILE = st.one_of(
    st.text(max_size=60),
    st.text(st.sampled_from("aبzxlذ \"'*():^-+.,;[]{}|&%_\x00\ud800\u202e\u0651👍"), max_size=40),
    st.sampled_from(
        ['"', "zab*", "NEAR(a b)", "a AND", "OR", "NOT x", "'; DROP TABLE names; --", "%", "_" * 99]
    ),
)


@settings(max_examples=150, deadline=None)
@given(query=HOSTILE)
def test_any_string_at_all_is_answered(connection: sqlite3.Connection, query: str) -> None:
    for match in lookup(connection, query):
        spelling = dict(match.why.costs).get("spelling", 0.0)
        assert WEIGHTS.least_across <= match.score + spelling <= 100
        assert match.score >= WEIGHTS.least_score or match.how == "cross-script"


def calls_of(connection: sqlite3.Connection, query: str) -> int:
    """How many functions a look-up calls, those of the interpreter included."""
    count = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        lookup(connection, query)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    ("unit", "times"),
    [("a", 1_000), ("zab ", 250), ("زبداني", 200), ("\u064e", 1_000), ("ab\x00", 300)],
)
def test_ten_thousand_characters_cost_no_more_than_ten_times_a_thousand(
    connection: sqlite3.Connection, unit: str, times: int
) -> None:
    a_thousand = calls_of(connection, unit * times)
    assert calls_of(connection, unit * times * 10) <= 10 * a_thousand + 1_000


@pytest.mark.parametrize("query", ["asdf", "qwerty", "qwertz", "zzz"])
def test_a_few_letters_that_sound_like_part_of_a_name_by_chance_find_nothing(
    shipped_to_read: Store, query: str
) -> None:
    assert shipped_to_read.lookup(query) == []


def test_a_beginning_as_written_goes_before_what_sounds_alike_in_the_other_script(
    shipped_to_read: Store,
) -> None:
    assert [hit.key for hit in shipped_to_read.lookup("mosque")] == ["mosque-conversion", "russia"]


def test_a_generic_term_alone_means_the_places_that_have_it(
    empty: sqlite3.Connection,
) -> None:
    texts = ["غور المزرعة", "المصرع", "المزرعة"]
    index_names(empty, [NameRow(i, "ar", "name", 0, text) for i, text in enumerate(texts, 1)])
    found = lookup(empty, "Al Mazraa")
    assert [match.text for match in found[:2]] == ["المزرعة", "غور المزرعة"]
    assert found[1].score > 75


def test_what_sounds_like_a_generic_term_tells_where_a_name_is_nearer(
    empty: sqlite3.Connection,
) -> None:
    texts = ["المزار الجنوبي", "عينبوس", "كفار عصيون", "كفر كلا", "المزرعة"]
    index_names(empty, [NameRow(i, "ar", "name", 0, text) for i, text in enumerate(texts, 1)])
    assert lookup(empty, "Al Mazar al Janubi")[0].text == "المزار الجنوبي"
    assert lookup(empty, "Kfar Kila")[0].text == "كفر كلا"


def test_a_name_that_only_doubles_the_last_letter_is_not_more_than_the_name_itself(
    empty: sqlite3.Connection,
) -> None:
    index_names(empty, [NameRow(1, "en", "name", 0, "al-Tall")])
    index_names(empty, [NameRow(1, "en", "alias", 0, "al-Tal")])
    found = lookup(empty, "Al Tal")
    assert [(match.text, match.score) for match in found] == [("al-Tal", WEIGHTS.all_but_articles)]


def test_a_word_for_a_side_may_be_left_out(connection: sqlite3.Connection) -> None:
    assert first(connection, "Northern Zabadani").record == 1


@pytest.mark.parametrize(
    ("name", "telling"),
    [
        ("Kheurbet ett Tine", ("kheurbet", "tine")),
        ("Enn Nasriyé", ("nasriye",)),
        ("Essafirah", ("essafirah",)),
        ("El Qusayr", ("qusayr",)),
    ],
)
def test_articles_are_left_out_as_french_maps_double_them(
    name: str, telling: tuple[str, ...]
) -> None:
    assert name_keys(name).words == telling


@pytest.mark.parametrize("query", ["London", "bitcoin", "باريس"])
def test_what_sounds_like_a_name_in_the_other_script_by_chance_finds_nothing(
    shipped_to_read: Store, query: str
) -> None:
    assert shipped_to_read.lookup(query) == []


@pytest.mark.parametrize(
    ("name", "initials", "expected"),
    [
        ("Syrian Democratic Forces", "sdf", True),
        ("negotiation committee of northern Homs", "ncnh", False),
        ("Al-Sharaa–Abdi agreement", "saa", False),
        ("UN Security Council Resolution 2401", "uscr2401", True),
        ("منظمة التحرير الفلسطينية", "متف", True),
    ],
)
def test_initials_are_capitals_where_there_are_any(
    name: str, initials: str, *, expected: bool
) -> None:
    assert are_capitals(name, initials) is expected


@pytest.mark.parametrize("left", ["char(0x2028)", "'!'", "char(0x200F) || char(0x640)", "'َ'"])
def test_a_name_of_which_damage_left_no_word_ends_no_lookup(
    filled_file: Path, tmp_path: Path, left: str
) -> None:
    file = Path(shutil.copy(filled_file, tmp_path / "damaged.db"))
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(f"UPDATE OR REPLACE names SET text = {left}")
    with Store(file, seeds=None) as store:
        for query in ("zabadani", "Zabadani, Rif Dimashq", "الزبداني", "four towns"):
            assert store.lookup(query)


@pytest.mark.parametrize(
    ("typed", "record"),
    [
        ("ألبرتو", 1),
        ("اليونسي", 2),
        ("العماري", 3),
        ("Eliza", 4),
        ("Alouette", 5),
    ],
)
def test_what_looks_like_an_article_may_be_none_in_the_other_script(
    empty: sqlite3.Connection, typed: str, record: int
) -> None:
    names = [
        ("en", "Alberto"),
        ("en", "Elyounoussi"),
        ("en", "Lamari"),
        ("ar", "إليزا"),
        ("ar", "الويت"),
        ("en", "Brito"),
        ("en", "Jones"),
        ("ar", "بغداد"),
    ]
    index_names(
        empty,
        [
            NameRow(number, language, "name", 0, text)
            for number, (language, text) in enumerate(names, start=1)
        ],
    )

    assert first(empty, typed).record == record


def test_a_vowel_that_opens_a_latin_word_is_not_left_out_lightly(
    empty: sqlite3.Connection,
) -> None:
    index_names(empty, [NameRow(1, "ar", "name", 0, "دان"), NameRow(2, "ar", "name", 0, "عدن")])

    assert first(empty, "Adan").record == 2
    assert first(empty, "Dan").record == 1
