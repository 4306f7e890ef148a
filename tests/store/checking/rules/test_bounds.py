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


def test_a_long_alias_does_not_make_every_run_of_words_be_looked_at() -> None:
    words = " ".join(f"Suriya{n}" for n in range(60))
    zone = Record(
        "a", "zone", Bilingual(words), "city", aliases=Aliases((words.replace("S", "Ss", 1),))
    )
    text = Record("b", "zone", Bilingual("B"), "city", summary=Bilingual("unknown words " * 1_000))
    rule = OneSpelling(_collection(zone, text))
    assert steps_of(lambda _: list(rule.of_record(text)), "") < 150_000


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
