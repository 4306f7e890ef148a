"""Lexicon files: what is taken from them, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.errors import ImportRefused
from store.paths import SEEDS_FOLDER
from store.search.lexicon import read
from store.store import Store


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "lexicon.yaml"


def test_meanings_stand_under_any_headings(file: Path) -> None:
    file.write_text("a:\n  - [هدنة, truce]\nb:\n  - [siege, حصار]\n", "utf-8")
    assert read(file) == [["هدنة", "truce"], ["siege", "حصار"]]


def test_a_copy_of_the_shipped_lexicon_adds_its_new_lines_alone(
    small_store: Store, file: Path
) -> None:
    shipped = Path(SEEDS_FOLDER, "lexicon.yaml")
    assert small_store.load_lexicon(shipped) == len(read(shipped))
    file.write_text(shipped.read_text("utf-8") + "\nours:\n  - [parchment, وثيقة]\n", "utf-8")

    assert small_store.load_lexicon(file) == 1
    assert small_store.load_lexicon(file) == 0


def test_a_word_more_makes_a_meaning_new(small_store: Store, file: Path) -> None:
    file.write_text("a:\n  - [truce, هدنة]\n", "utf-8")
    small_store.load_lexicon(file)
    file.write_text("a:\n  - [truce, هدنة, armistice]\n  - [هدنة, truce]\n  - ['…']\n", "utf-8")

    assert small_store.load_lexicon(file) == 1


@pytest.mark.parametrize(
    ("content", "line", "what"),
    [
        (b"a:\n  - [truce\nb: c\n", 2, "a [ that is opened here is not closed"),
        pytest.param(b"[" * 100_000, 1, "this is not YAML in UTF-8", id="deep"),
        (b"a:\n  - [\xff]\n", 2, "this line is not UTF-8"),
        (b"- [truce, siege]\n", 1, "a lexicon is headings, each with a list of meanings"),
        (b"a: truce\n", 1, "a lexicon is headings, each with a list of meanings"),
        (b"a:\n  - truce\n", 1, "'truce' is not a list of words, like"),
        (b"a:\n  - [[truce]]\n", 1, "[['truce']] is not a list of words, like"),
    ],
)
def test_what_is_no_lexicon_is_refused_with_its_line(
    small_store: Store, file: Path, content: bytes, line: int, what: str
) -> None:
    file.write_bytes(content)
    with pytest.raises(ImportRefused) as caught:
        small_store.load_lexicon(file)

    (finding,) = caught.value.findings
    assert (finding.file, finding.line) == (str(file), line)
    assert finding.what.startswith(what)


def test_lists_that_hold_each_other_many_times_over_are_quoted_in_short(file: Path) -> None:
    lists = "".join(f"  - &l{i} [{', '.join([f'*l{i - 1}'] * 9)}]\n" for i in range(1, 12))
    file.write_text(f"a:\n  - &l0 [x, x, x]\n{lists}", "utf-8")
    with pytest.raises(ImportRefused) as caught:
        read(file)
    assert len(caught.value.findings[0].what) < 200


def test_a_file_that_is_not_there_is_told(file: Path) -> None:
    with pytest.raises(ImportRefused) as caught:
        read(file)
    assert caught.value.findings[0].what.startswith("this cannot be read")
