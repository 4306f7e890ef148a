"""`masarat lookup`, and what it has in common with `masarat search`."""

from __future__ import annotations

import json
import shutil
from functools import partial
from pathlib import Path

import pytest

from store.model.mapping import record_from_mapping
from store.model.questions import LONGEST_QUERY
from store.model.records import Origin
from store.store import Store
from tests.store.conftest import RECORDS
from tests.tui.command_line.conftest import Run, as_json


def test_lookup_prints_key_kind_and_names(masarat: Run) -> None:
    result = masarat("lookup", "zabadany", "--format", "table")

    assert result.exit_code == 0
    assert result.stdout == "zabadani  zone  Zabadani  (Zabadany)  الزبداني\n"
    assert result.stderr == ""


def test_lookup_prints_json_with_stable_keys_and_unescaped_arabic(masarat: Run) -> None:
    result = masarat("lookup", "الزبداني", "--json")

    (hit,) = as_json(result)
    assert hit["key"] == "zabadani"
    assert hit["kind"] == "zone"
    assert hit["name"] == {"en": "Zabadani", "ar": "الزبداني"}
    assert hit["matched"] == "الزبداني"
    assert 90 <= hit["score"] <= 100
    assert "الزبداني" in result.stdout


@pytest.mark.parametrize("command", ["lookup", "search"])
def test_nothing_found_is_said_and_is_exit_code_1(masarat: Run, command: str) -> None:
    plain = masarat(command, "qwertyuiop")
    assert (plain.exit_code, plain.stdout) == (1, "")
    assert "'qwertyuiop'" in plain.stderr

    data = masarat(command, "qwertyuiop", "--json")
    assert (data.exit_code, data.stdout) == (1, "[]\n")
    assert data.stderr == plain.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("lookup",), "Missing argument 'QUERY'"),
        (("lookup", "a", "--kind", "city"), "'zone', 'agreement', 'actor', 'consequence'"),
        (("lookup", "a", "--limit", "0"), "0 is not in the range"),
        (("search", "a", "--limit", "many"), "'many' is not a valid integer"),
        (("search", "a", "--colour"), "--colour"),
    ],
)
def test_wrong_use_is_exit_code_2_and_names_the_choices(
    masarat: Run, arguments: tuple[str, ...], said: str
) -> None:
    result = masarat(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


@pytest.mark.parametrize(
    "query", ["", " ", '"', "AND", ": kind", "\udcff", "ء" * LONGEST_QUERY, "-- ;"]
)
def test_any_query_is_an_answer_or_none(masarat: Run, query: str) -> None:
    for command in ("lookup", "search"):
        result = masarat(command, "--json", "--", query)
        assert result.exit_code in (0, 1)
        assert isinstance(as_json(result), list)


@pytest.mark.parametrize("length", [201, 500])
def test_a_name_is_looked_up_in_its_whole_length(
    masarat: Run, store_file: Path, length: int
) -> None:
    name = "Agreement of the towns " * 30
    names = [name[: length - 4] + "east", name[: length - 4] + "west"]
    with Store(store_file, seeds=None) as opened:
        opened.put_many(
            (record_from_mapping({**RECORDS[0], "key": key, "name": {"en": english}}), Origin())
            for key, english in zip(("east", "west"), names, strict=True)
        )

    for key, english in zip(("east", "west"), names, strict=True):
        first, *_ = as_json(masarat("lookup", english, "--json"))
        assert (first["key"], first["how"]) == (key, "exact")


@pytest.mark.parametrize("command", ["lookup", "search"])
@pytest.mark.parametrize("query", ["", "  "])
def test_an_empty_query_is_said_to_be_one(masarat: Run, command: str, query: str) -> None:
    result = masarat(command, query)

    assert (result.exit_code, result.stdout) == (1, "")
    assert "The query is empty; give a word to look for." in result.stderr


def test_how_many_names_mean_nothing_is_told(masarat: Run) -> None:
    read = masarat("lookup", "-", "--best", input="Zabadani\nqqqzzzqq\n")
    assert read.exit_code == 0
    assert "1 of 2 names without a record" in read.stderr
    assert "without" not in masarat("lookup", "-", "--best", input="Zabadani\n").stderr


@pytest.fixture
def filled(masarat: Run, filled_file: Path, tmp_path: Path) -> Run:
    """A command on the records that we ship."""
    file = shutil.copy(filled_file, tmp_path / "filled.db")
    return partial(masarat, "--store", file)


def test_what_is_not_surely_meant_stands_below_a_heading_and_is_exit_code_1(filled: Run) -> None:
    result = filled("lookup", "Hamas", "--format", "table")

    assert result.exit_code == 1
    assert result.stdout.startswith("Perhaps meant:\nhoms-city ")
    assert "No name is surely 'Hamas'; what may be meant was listed." in result.stderr


def test_every_format_says_whether_a_hit_is_sure(filled: Run) -> None:
    assert {hit["sure"] for hit in as_json(filled("lookup", "Hamas", "--json"))} == {False}
    assert as_json(filled("lookup", "zabadani", "--json"))[0]["sure"] is True
    head, first, *_ = filled("lookup", "zabadani", "--format", "csv").stdout.splitlines()
    assert (head.split(",")[-1], first.split(",")[-1]) == ("sure", "true")


def test_names_that_are_read_are_answered_with_how_surely(filled: Run) -> None:
    result = filled("lookup", "-", "--best", "--format", "csv", input="Hamas\nOslo Agreement\n")

    assert [line.split(",")[-1] for line in result.stdout.splitlines()] == ["sure", "false", ""]
    assert result.exit_code == 1
    assert "1 answered, but not surely." in result.stderr
    assert filled("lookup", "-", "--best", input="Hamas\nHoms\n").exit_code == 0


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "en",
            [
                "found by its alias حمص: it sounds alike in the other script",
                "hamas: 92 % like حمص",
                "likeness 71 of 100, after 1 off for an alias and 14 off as it has a name in this"
                " script",
                "perhaps meant: only the sound is alike, and its name in this script is another",
            ],
        ),
        ("ar", ["لعله المقصود: اللفظ وحده قريب، واسمه بهذه الكتابة غيره"]),
    ],
)
def test_why_a_hit_was_found_is_told_on_demand(filled: Run, language: str, told: list[str]) -> None:
    command = ("lookup", "Hamas", "--limit", 1, "--language", language)
    lines = filled(*command, "--explain", "--format", "table").stdout.splitlines()

    assert set(told) <= {line.strip() for line in lines}
    assert "why" not in as_json(filled(*command, "--json"))[0]
    (hit,) = as_json(filled(*command, "--json", "--explain"))
    assert hit["why"]["doubt"] == "sound"
    assert hit["why"]["costs"] == {"alias": 1.0, "other-script": 14.0}
    assert hit["why"]["words"] == [{"word": "hamas", "stands_for": "حمص", "likeness": 0.919}]
    head, *_ = filled(*command, "--explain", "--format", "csv").stdout.splitlines()
    assert head.endswith(",sure,why")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "likeness 82 of 100, after 3 off as it is seldom spelt so"),
        ("ar", "التشابه 82 من 100، بعد خصم 3 لأنه قلّما يُكتب هكذا"),
    ],
)
def test_what_an_unusual_spelling_costs_is_told(
    masarat: Run, tmp_path: Path, language: str, told: str
) -> None:
    places = tmp_path / "places.jsonl"
    names = ("ماعين", "معان")
    lines = [{"key": name, "kind": "zone", "name": {"ar": name}} for name in names]
    places.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert masarat("import", places).exit_code == 0
    asked = ("lookup", "Ma`in", "--explain", "--language", language)

    explained = masarat(*asked, "--format", "table").stdout
    hits = as_json(masarat(*asked, "--json"))

    assert told in {line.strip() for line in explained.splitlines()}
    assert [hit["why"]["costs"] for hit in hits[:2]] == [{}, {"spelling": 3.0}]


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "its parties or places were named"), ("ar", "ذُكرت أطرافه أو أماكنه")],
)
def test_of_an_agreement_found_by_its_parties_no_place_is_told_that_was_not_asked_for(
    filled: Run, language: str, told: str
) -> None:
    asked = "Ceasefire agreement between SDF and Islamic State"
    why = filled("lookup", asked, "--limit", 1, "--explain", "--language", language).stdout

    assert told in why
