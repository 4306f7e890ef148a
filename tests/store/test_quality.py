"""Quality of finding in the shipped collection: no change may lose what has been reached.

The thresholds stand a little below the figures of docs/quality.md.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Final

from benchmarks.quality import names, strangers, text
from benchmarks.quality.collection import (
    LOOKUPS,
    QUESTIONS,
    ask,
    looked_up,
    read_questions,
    searched,
    shares,
)
from store.model.passages import names_of
from store.store import Store

_SLACK: Final = 0.01
"""How much may be lost before somebody has to look, and to print the table anew."""


def test_names_are_found_as_people_remember_them(shipped_to_read: Store) -> None:
    reached = shares(ask(read_questions(LOOKUPS), looked_up(shipped_to_read)))

    assert reached.first_three >= 0.98
    assert reached.first >= 0.93
    assert reached.silent == 1.0


def test_texts_are_found_by_words_people_remember(shipped_to_read: Store) -> None:
    reached = shares(ask(read_questions(QUESTIONS), searched(shipped_to_read)))

    assert reached.first_five >= 0.96
    assert reached.first >= 0.75
    assert reached.as_asked >= 0.96
    assert reached.silent == 1.0


def test_the_sets_are_of_the_size_that_figures_need_and_name_records(
    shipped_to_read: Store,
) -> None:
    lookups, questions = read_questions(LOOKUPS), read_questions(QUESTIONS)
    keys = {row.key for row in shipped_to_read.records()}

    assert len(lookups) >= 150
    assert len(questions) >= 100
    for question in (*lookups, *questions):
        assert question.wanted | question.never <= keys
        assert bool(question.wanted) == bool(question.within)


def test_graded_questions_are_answered_as_the_table_says(shipped_to_read: Store) -> None:
    questions = text.read_judged()
    reached = text.figures(text.ask(questions, text.searched(shipped_to_read)))

    assert reached.ndcg >= _told("nDCG@10") - _SLACK
    assert reached.right_in_five >= _told("right in five") - _SLACK
    assert reached.nothing_found <= _told("nothing found") + _SLACK
    assert reached.noise_as_found == 0


def test_every_graded_question_is_judged_twice_and_names_records(shipped_to_read: Store) -> None:
    questions = text.read_judged()
    keys = {row.key for row in shipped_to_read.records()}

    assert sum(not question.is_noise for question in questions) >= 200
    assert len({question.query for question in questions}) == len(questions)
    for question in questions:
        assert question.first.keys() | question.second.keys() <= keys
        assert bool(question.first) == bool(question.second)
    kappa, _ = text.agreement(questions)
    assert kappa > 0.6


def test_names_in_all_their_forms_are_found_as_the_table_says(shipped_to_read: Store) -> None:
    asked = names.read_names("held")  # enough to see a loss, in half the time
    reached = names.figures(names.ask(asked, names.looked_up(shipped_to_read)))
    table = "## Names by class", "| masarat lookup, held half"

    assert reached.first >= _told("first", *table) - _SLACK
    assert reached.first_three >= _told("first three", *table) - _SLACK
    assert reached.noise <= _told("noise answered", *table) + _SLACK
    assert reached.noise_sure == 0


def test_every_form_of_a_name_is_no_name_and_has_a_half_in_each_class(
    shipped_to_read: Store,
) -> None:
    asked = names.read_names()
    keys = {row.key for row in shipped_to_read.records()}
    known = {
        name.casefold() for record in shipped_to_read.every_record() for name in names_of(record)
    }
    halves = Counter((one.of_class, one.half) for one in asked)

    assert len({one.query for one in asked}) == len(asked)
    assert sum(bool(one.wanted) for one in asked) >= 600
    assert sum(not one.wanted for one in asked) >= 80
    for one in asked:
        assert one.wanted <= keys
        assert abs(halves[one.of_class, "tuned"] - halves[one.of_class, "held"]) <= 1
    # Records gain names as sources are read, so a few of those that were asked may be names by now.
    assert sum(one.query.casefold() in known for one in asked) < 30


def _told(
    column: str, heading: str = "## Text search, graded", begins: str = "| masarat search"
) -> float:
    """A figure of masarat in the first table under a heading of docs/quality.md."""
    page = (Path(__file__).parents[2] / "docs" / "quality.md").read_text("utf-8")
    lines = page.partition(heading)[2].splitlines()
    head = next(line for line in lines if f" {column} |" in line)
    row = next(line for line in lines if line.startswith(begins))
    cells = [[cell.strip() for cell in line.split("|")] for line in (head, row)]
    return float(cells[1][cells[0].index(column)])


def test_names_that_mean_nothing_here_find_little_and_nothing_surely(
    shipped_to_read: Store, *, thoroughly: bool
) -> None:
    names = [each for each in strangers.read_strangers() if thoroughly or each.part == "held out"]
    counts = strangers.counted(shipped_to_read, names)
    by_kind: dict[str, strangers.Count] = {}
    for (about, _), count in counts.items():
        by_kind[about] = by_kind.get(about, strangers.Count()) + count

    assert sum(count.sure for count in by_kind.values()) == 0
    for about, most in (("countries", 0.016), ("agreements of other conflicts", 0.06)):
        assert by_kind[about].found <= most * by_kind[about].asked


def test_most_that_is_found_rightly_is_told_to_be_so_surely(shipped_to_read: Store) -> None:
    asked, right, sure = strangers.sure_of_right(shipped_to_read)

    assert right >= 0.93 * asked
    assert sure >= 0.88 * right
