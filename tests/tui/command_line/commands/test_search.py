"""`masarat search`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.end_to_end.pseudo_terminal import PseudoTerminal
from tests.tui.command_line.conftest import Run, as_json

ROOT = Path(__file__).parents[4]


def test_a_slip_is_searched_as_what_is_meant_and_that_is_said(masarat: Run) -> None:
    result = masarat("search", "besiegd town", "--json")

    assert result.exit_code == 0
    assert {hit["searched"] for hit in as_json(result)} == {"besieged town"}
    assert "searched for 'besieged town' instead" in result.stderr
    assert "As it was typed: '\"besiegd\" town'" in result.stderr


def test_a_slip_in_quotation_marks_is_searched_as_typed(masarat: Run) -> None:
    result = masarat("search", '"besiegd" town')

    assert (result.exit_code, result.stdout) == (1, "")
    assert "did you mean '\"besieged\" town'?" in result.stderr


def test_filters_alone_quote_why_a_record_is_there(masarat: Run) -> None:
    (hit,) = as_json(masarat("search", "year:2017 kind:agreement", "--json"))

    assert [hit["snippet"][start:end] for start, end in hit["marks"]].count("2017") >= 1


def test_some_of_the_words_stand_under_a_heading_and_are_not_what_was_asked(masarat: Run) -> None:
    in_json = masarat("search", "besieged unfathomable town", "--json")
    to_read = masarat("search", "besieged unfathomable town", "--format", "table")
    told = masarat("list", "besieged unfathomable town", "--json")

    assert in_json.exit_code == to_read.exit_code == 1
    assert {hit["match"] for hit in as_json(in_json)} == {"some"}
    assert to_read.stdout.startswith("Some of the words:\n")
    assert "No text holds all of" in to_read.stderr
    assert as_json(told) == []
    in_arabic = masarat("--language", "ar", "search", "besieged unfathomable town")
    assert "بعض الكلمات" in in_arabic.stderr


@pytest.mark.parametrize("command", ["search", "lookup"])
def test_a_query_that_is_too_long_is_refused_with_a_sentence(masarat: Run, command: str) -> None:
    result = masarat(command, "(" * 5_000)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "The query has 5,000 characters; shorten it to 1,000 or less." in result.stderr


REFUSED = [
    ("(" * 9 + "siege" + ")" * 9, "8 deep", "8 مستويات"),
    (" OR ".join(["siege", *map(str, range(32))]), "32 words and phrases", "32 كلمة"),
    (" ".join(f"year:{2000 + number}" for number in range(9)), "8 filters", "8 مرشحات"),
]


@pytest.mark.parametrize(("query", "english", "arabic"), REFUSED)
def test_a_query_that_holds_too_much_is_refused_wherever_one_is_given(
    masarat: Run, tmp_path: Path, query: str, english: str, arabic: str
) -> None:
    for command in (["search", query], ["export", "--query", query, "--to", str(tmp_path / "a")]):
        in_english, in_arabic = masarat(*command), masarat("--language", "ar", *command)
        assert (in_english.exit_code, in_english.stdout) == (2, "")
        assert english in in_english.stderr
        assert (in_arabic.exit_code, in_arabic.stdout) == (2, "")
        assert arabic in in_arabic.stderr
    assert not list(tmp_path.glob("a*"))


@pytest.mark.parametrize(
    ("query", "english", "arabic"),
    [
        ("siege AND", "ends in the middle", "غير مكتمل"),
        ("siege)", "do not fit together", "لا تتوافق"),
        ("siege OR NOT Idlib", "nearly everything", "كل شيء تقريبًا"),
        ("siege OR kind:zone", "hold for the whole query", "على الاستعلام كله"),
        ("siege " * 33, "first 32 words", "أول 32 كلمة"),
    ],
)
def test_a_query_that_is_taken_otherwise_finds_and_says_so(
    masarat: Run, query: str, english: str, arabic: str
) -> None:
    told = masarat("search", query)

    assert (told.exit_code, told.stdout.split()[0]) == (0, "kefraya")
    assert english in told.stderr
    assert arabic in masarat("--language", "ar", "search", query).stderr


def test_kinds_and_limits_are_kept(masarat: Run) -> None:
    everything = as_json(masarat("search", "Idlib OR mediator OR towns", "--json"))
    assert {hit["key"] for hit in everything} >= {"kefraya", "qatar", "four-towns"}

    actors = as_json(masarat("search", "Idlib OR mediator", "--kind", "actor", "--json"))
    assert [hit["key"] for hit in actors] == ["qatar"]
    assert len(as_json(masarat("search", "Idlib OR mediator", "--limit", 1, "--json"))) == 1


def test_search_prints_a_snippet(masarat: Run) -> None:
    plain = masarat("search", "siege", "--format", "table")
    first = "kefraya  zone  Kefraya  كفريا\n    A village in Idlib under siege.\n"
    assert plain.stdout.startswith(first)


def test_a_terminal_is_shown_which_words_were_hit(masarat: Run, store_file: Path) -> None:
    with PseudoTerminal(
        [sys.executable, "-m", "tui", "search", "siege", "--store", str(store_file)],
        environment={name: os.environ[name] for name in ("PATH", "HOME", "MASARAT_STORE")},
        folder=ROOT,
        answers={},
    ) as terminal:
        assert terminal.wait_for_end() == 0
        while terminal.read(0.1):
            pass
        assert b"under \x1b[1m\x1b[4msiege\x1b[0m." in terminal.drawn


def test_search_prints_the_places_of_hits_in_json(masarat: Run) -> None:
    hit, _ = as_json(masarat("search", "siege", "--json"))

    ((start, end),) = hit["marks"]
    assert hit["snippet"][start:end] == "siege"
    assert list(hit) == ["key", "kind", "name", "match", "snippet", "marks", "score"]


def test_what_filters_alone_find_is_quoted_in_the_language_that_is_spoken(masarat: Run) -> None:
    english = masarat("search", "kind:agreement", "--json")
    arabic = masarat("--language", "ar", "search", "kind:agreement", "--json")

    assert all(hit["snippet"].isascii() for hit in as_json(english))
    assert not any(hit["snippet"].isascii() for hit in as_json(arabic))


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("kind:zonee", "kind:zonee names nothing; did you mean kind:zone?"),
        ("year:20166", "year:20166 names nothing"),
        ("year:٢٠١٧٧", "did you mean year:2017"),
        ("confidence:Z", "did you mean confidence:A, confidence:B, confidence:C?"),
        (
            "kind:q",
            "did you mean kind:zone, kind:agreement, kind:actor, kind:consequence, kind:source?",
        ),
        ("zone:atlantis kefraya", "zone:atlantis names nothing; the explorer shows its values"),
        ("NOT outcome:colapsed", "outcome:colapsed names nothing"),
        ("disputed:perhaps", "disputed:perhaps names nothing"),
        ("source:nobody", "source:nobody names nothing"),
        ("actor: russia", "actor: has no value; write one right after the colon, as in actor:"),
        ("signd-by:iran", "There is no filter signd-by:; did you mean signed-by:?"),
        ("نوع:سمكة", "نوع:سمكة names nothing"),
    ],
)
def test_a_filter_whose_value_names_nothing_is_refused(masarat: Run, query: str, told: str) -> None:
    result = masarat("search", query)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr


def test_what_may_have_been_meant_is_listed_with_arabic_commas(masarat: Run) -> None:
    refused = masarat("search", "confidence:Z", "--language", "ar")
    assert "confidence:A، confidence:B، confidence:C" in refused.stderr


@pytest.mark.parametrize("query", ["", "  ", "...", "!!", '""'])
def test_of_sources_nothing_is_told_where_no_word_is_asked(masarat: Run, query: str) -> None:
    result = masarat("search", query)

    assert result.exit_code == 1
    assert "source" not in result.stderr
