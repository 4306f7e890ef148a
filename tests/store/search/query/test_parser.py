"""Queries become a tree of terms and filters; what cannot be parsed is plain words, and told."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from store.paths import SCHEMA_FILE
from store.search.filters import FILTERS
from store.search.fts5 import expression
from store.search.query.parser import parse
from store.search.query.tree import Node, Term


@pytest.fixture(scope="module")
def index() -> Iterator[sqlite3.Connection]:
    """An index of four small documents, to see what an expression finds."""
    connection = sqlite3.connect(":memory:")
    connection.executescript(Path(SCHEMA_FILE).read_text(encoding="utf-8"))
    documents = {
        1: ("daraya", "evacuation agreement of august", "daraya evacu agreement of august"),
        2: ("qadam", "truce agreement of august", "qadam truce agreement of august"),
        3: ("aleppo", "evacuation of the east", "aleppo evacu of the east"),
        4: ("داريا", "اتفاق اخلا المدينه", "داريا اتفاق اخلا مدين"),
    }
    connection.executemany(
        "INSERT INTO full_text (rowid, names, body, stems) VALUES (?, ?, ?, ?)",
        [(number, *columns) for number, columns in documents.items()],
    )
    yield connection
    connection.close()


def found(index: sqlite3.Connection, query: str) -> set[int]:
    parsed = parse(query)
    wanted = {n for (n,) in index.execute("SELECT rowid FROM full_text")}
    if parsed.wanted:
        wanted = _matching(index, parsed.wanted)
    return wanted - (_matching(index, parsed.excluded) if parsed.excluded else set())


def _matching(index: sqlite3.Connection, node: Node) -> set[int]:
    asked = "SELECT rowid FROM full_text WHERE full_text MATCH ?"
    rows = index.execute(asked, (expression(node),))
    return {number for (number,) in rows}


@pytest.mark.parametrize(
    ("query", "documents"),
    [
        ("agreement august ", {1, 2}),
        ("agreements ", {1, 2}),
        ('"agreement of august"', {1, 2}),
        ('"august agreement"', set()),
        ('"evacuations"', set()),
        ("evacuations ", {1, 3}),
        ("evacu*", {1, 3}),
        ("evacu", {1, 3}),
        ("evacu ", {1, 3}),
        ("tru ", set()),
        ("tru", {2}),
        ("truce OR east ", {2, 3}),
        ("evacuation NOT aleppo ", {1}),
        ("evacuation -aleppo ", {1}),
        ("(truce OR evacuation) AND august ", {1, 2}),
        ("agreement NOT (truce OR east) ", {1}),
        ("NOT agreement ", {3, 4}),
        ("agreement AND (NOT truce) ", {1}),
        ("agreement (NOT (NOT truce)) ", {2}),
        ("agreement -(-truce) ", {2}),
        ("agreement NOT NOT truce ", {2}),
        ("agreement -(august -truce) ", {2}),
        ("المدينة ", {4}),
        ("مَدِينَةٌ ", {4}),
        ("واتفاق ", {4}),
    ],
)
def test_a_query_finds(index: sqlite3.Connection, query: str, documents: set[int]) -> None:
    assert found(index, query) == documents


@pytest.mark.parametrize(
    ("query", "documents"),
    [
        ("(truce ", {2}),
        ("truce) ", {2}),
        ('"truce', {2}),
        ("truce AND ", {2}),
        ("OR truce ", {2}),
    ],
)
def test_what_cannot_be_parsed_is_plain_words_without_its_operators(
    index: sqlite3.Connection, query: str, documents: set[int]
) -> None:
    assert found(index, query) == documents


TOLD = [
    ("(truce", "ends in the middle"),
    ("truce AND ", "ends in the middle"),
    ("truce)", "do not fit together"),
    ("truce AND OR homs", "do not fit together"),
    ("truce () homs", "do not fit together"),
    ("truce OR NOT homs", "nearly everything"),
    ("kind:zone OR kind:actor", "hold for the whole query"),
    ("truce NOT (kind:zone homs)", "hold for the whole query"),
    (" ".join(f"word{number}" for number in range(33)), "first 32 words"),
]
REFUSED = [
    ("(" * 9 + "truce" + ")" * 9, "8 deep"),
    ("-(" * 9 + "truce" + ")" * 9, "8 deep"),
    (" OR ".join(f"word{number}" for number in range(33)), "at most 32 words"),
    (" ".join(f'"word {number}"' for number in range(33)), "at most 32 words"),
    (" ".join(f"year:{2000 + number}" for number in range(9)), "at most 8 filters"),
    ("truce " * 200, "1,200 characters"),
]


@pytest.mark.parametrize(("query", "said"), TOLD)
def test_what_is_not_asked_as_it_is_written_is_told(query: str, said: str) -> None:
    remark = parse(query).remark

    assert remark
    assert not remark.refusal
    assert said in remark.told


@pytest.mark.parametrize(("query", "said"), REFUSED)
def test_what_holds_more_than_can_be_asked_may_be_refused(query: str, said: str) -> None:
    remark = parse(query).remark

    assert remark
    assert remark.refusal
    assert said in remark.refusal


@pytest.mark.parametrize(
    "query",
    [
        "",
        "truce",
        "(" * 8 + "truce" + ")" * 8,
        "-(" * 8 + "truce" + ")" * 8,
        " OR ".join(f"word{number}" for number in range(32)),
        " ".join(f"year:{2000 + number}" for number in range(8)),
        "NOT " * 40 + "truce",
        "truce (kind:zone)",
        "truce of the " * 20,
    ],
)
def test_what_is_asked_as_it_is_written_has_no_remark(query: str) -> None:
    assert parse(query).remark is None


def test_filters_are_set_apart_in_both_languages() -> None:
    parsed = parse('truce kind:agreement actor:"ahrar al-sham" سنة:2017 -zone:idlib')

    assert [(item.filter.name, item.value, item.negated) for item in parsed.filters] == [
        ("kind", "agreement", False),
        ("actor", "ahrar al-sham", False),
        ("year", "2017", False),
        ("zone", "idlib", True),
    ]
    assert parsed.terms == (Term(("truce",)),)


def test_a_field_that_is_none_is_words() -> None:
    parsed = parse("http://example.org ")

    assert parsed.filters == ()
    assert parsed.terms == (Term(("http", "example", "org")),)


def test_only_the_last_word_is_taken_as_a_beginning() -> None:
    terms = parse("evacuation agree").terms

    assert [term.prefix for term in terms] == [False, True]


@given(
    st.one_of(
        st.text(max_size=200),
        st.lists(
            st.sampled_from(
                ["AND", "OR", "NOT", "(", ")", '"', "-", "*", ":", "truce", "هدنة", "NEAR", "^",
                 "names:x", "{", "}", "'", ";", "--",
                 *[f"{name}:" for item in FILTERS[:3] for name in item.names]]
            ),
            max_size=20,
        ).map(" ".join),
    )
)  # fmt: skip
@example("\0")
@example("\ud800")
@example("truce " * 3_000)
@example("(" * 5_000)
@example("NOT " * 500)
def test_no_text_is_an_error(index: sqlite3.Connection, query: str) -> None:
    found(index, query)


@pytest.mark.parametrize("query", ["e*", "ev*", '"evacuation o"*'])
def test_a_beginning_of_fewer_than_three_letters_is_a_word(
    index: sqlite3.Connection, query: str
) -> None:
    assert not parse(query).terms[0].prefix
    assert found(index, query) == set()


def test_what_is_excluded_is_not_looked_for() -> None:
    assert parse("(truce -homs) OR idlib ").terms == (Term(("truce",)), Term(("idlib",)))
    assert parse("-(truce OR homs) ").terms == ()


def test_a_word_that_is_said_again_counts_once() -> None:
    assert parse("truce homs truce homs ").terms == (Term(("truce",)), Term(("homs",)))


def test_what_reads_like_a_small_word_is_no_synonym() -> None:
    terms = parse("daesh ", lambda _: [("is",), ("islam", "state")]).terms

    assert terms == (Term(("daesh",), alternatives=(("islam", "state"),)),)


def test_terms_carry_their_synonyms() -> None:
    known = {("truce",): [("ceasefir",)], ("safe", "areas"): [("de", "escal", "zone")]}
    terms = parse("truce safe areas ", lambda words: known.get(tuple(words), [])).terms

    assert terms == (
        Term(("truce",), alternatives=(("ceasefir",),)),
        Term(("safe", "areas"), apart=True, alternatives=(("de", "escal", "zone"),)),
    )
