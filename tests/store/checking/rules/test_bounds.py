"""Records of allowed size that hold as much as they may are judged in reasonable work."""

from __future__ import annotations

from pathlib import Path

from store.checking.collection import Collection, References
from store.checking.field_lines import FieldLines
from store.checking.rules.cited_footnotes import CitedFootnotes
from store.checking.rules.one_spelling import OneSpelling
from store.errors import Problem, Sentence
from store.model.records import Aliases, Bilingual, Origin, Record
from tests.growth.steps import steps_of


def _collection(*records: Record) -> Collection:
    return Collection.of(
        list(records), References(lambda key: True, lambda key: True, lambda key: None)
    )


def _steps_of_one_spelling(alias_words: int, text_words: int) -> int:
    """The work of judging a text where a zone has an alias of so many words."""
    name = " ".join(f"Suriya{n}" for n in range(alias_words))
    alias = name.replace("S", "Ss", 1)
    zone = Record("a", "zone", Bilingual(name), "city", aliases=Aliases((alias,)))
    summary = "unknown words " * (text_words // 2) + alias
    text = Record("b", "zone", Bilingual("B"), "city", summary=Bilingual(summary))
    rule = OneSpelling(_collection(zone, text))
    found: list[Problem] = []
    steps = steps_of(lambda _: found.extend(rule.of_record(text)), "")
    assert [problem.text for problem in found] == [alias]
    return steps


def test_a_text_is_looked_through_in_work_that_grows_with_it_alone() -> None:
    steps = _steps_of_one_spelling(30, 2_000)

    # Every run of words as long as the longest alias was looked at: twice as long, twice the work.
    assert _steps_of_one_spelling(60, 2_000) < 1.2 * steps
    assert _steps_of_one_spelling(30, 4_000) < 2.2 * steps


def test_each_problem_of_a_text_is_found_on_its_own_line(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("---\nkey: a\n---\nfirst\nsame\nlast\nfirst\n")
    origin = Origin(str(file), 2)
    lines = FieldLines()

    def line(text: str, rule: str) -> int:
        problem = Problem(("summary", "en"), Sentence("wrong"), text=text)
        return lines.finding(problem, "a", origin, rule).line

    assert [line("first", "one"), line("last", "one"), line("first", "two")] == [4, 6, 4]
    assert line("same", "two") == 5


def test_a_citation_mark_is_of_any_script_and_form() -> None:
    record = Record("a", "zone", Bilingual("A"), "city", summary=Bilingual("x [^مَقال-2] y [^é]"))
    found = [str(each.what) for each in CitedFootnotes(_collection(record)).of_record(record)]
    assert found == [
        "[^مَقال-2] names nothing that the record cites",
        "[^é] names nothing that the record cites",
    ]
