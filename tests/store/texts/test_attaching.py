"""Texts of sources: attached, read, found, kept in backups and repairs, and refused."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pytest

from store.errors import StoreError, UnknownKeyError
from store.model.records import Bilingual, Citation, Origin, Record, Source
from store.repairs.repair import repair
from store.store import Store
from store.texts.held import WholeText
from store.texts.reading_files import MOST_BYTES, TextRefusedError
from tests.store.damage import damage, put_of_any_type

TEXT = "غادرت القافلة بلدة النهر صباحًا. The truce of the mill began at noon. ولم تعد المدرعات.\n"
SPANS = ((0, 32), (33, 69), (70, 87))
KNOWN = Source(
    "diary", Bilingual("A diary"), sha256=sha256(TEXT.encode()).hexdigest(), sentences=SPANS[:2]
)
PLAIN = Source("letter", Bilingual("A letter"))
RIVER = Record("river", "zone", Bilingual("River"), "town", citations=(Citation("diary", "2"),))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "diary.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store of two sources, without texts."""
    made = tmp_path / "store.db"
    with Store(made, seeds=None) as store:
        store.put_many([(RIVER, Origin())], [(KNOWN, Origin()), (PLAIN, Origin())])
    return made


def test_known_sentences_are_those_of_the_text_whose_hash_is_known(path: Path, file: Path) -> None:
    with Store(path, seeds=None) as store:
        held = store.attach_text("diary", file)
        assert (held.sentence_count, held.is_another, held.is_numbered) == (2, False, True)
        assert held.file == "diary.txt"
        text = store.whole_text("diary")
        assert text is not None
        assert text.sentence(2).text == "The truce of the mill began at noon."
        assert list(store.examine()) == []


def test_other_texts_are_split(path: Path, file: Path) -> None:
    with Store(path, seeds=None) as store:
        assert store.attach_text("letter", file).sentence_count == 3
        text = store.whole_text("letter")
        assert text is not None
        assert text.spans == SPANS


def test_a_cited_sentence_has_its_neighbours(path: Path, file: Path) -> None:
    with Store(path, seeds=None) as store:
        assert store.cited_sentence("diary", "2") is None
        store.attach_text("diary", file)
        found = store.cited_sentence("diary", "2")
        assert found is not None
        assert found.sentence.text.startswith("The truce")
        assert found.before is not None
        assert (found.before.number, found.after) == (1, None)
        assert store.cited_sentence("diary", "9") is None
        assert store.cited_sentence("diary", "p. 2") is None
        store.attach_text("letter", file)
        assert store.cited_sentence("letter", "2") is None  # its citations name no sentences


def test_another_text_is_attached_only_when_asked(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Quite another text. It is split.", "utf-8")
    with Store(path, seeds=None) as store:
        with pytest.raises(TextRefusedError, match="--another-text"):
            store.attach_text("diary", other)
        assert store.held_texts() == []
        held = store.attach_text("diary", other, another=True)
        assert (held.is_another, held.sentence_count) == (True, 2)


def test_words_are_found_in_either_script_as_in_records(path: Path, file: Path) -> None:
    with Store(path, seeds=None) as store:
        store.attach_text("diary", file)
        store.attach_text("letter", file)
        for query, numbers in (("القافله", [1, 1]), ("MILLS", [2, 2]), ("مدرعات", [3]),
                               ('"mill began"', [2, 2]), ("truce -noon", []), ("absent", []),
                               ("(truce", [2, 2]), ("", [])):  # fmt: skip
            found = store.search_texts(query)
            assert [each.sentences[0].number for each in found] == numbers, query


def test_a_text_is_replaced_and_taken_away(path: Path, file: Path) -> None:
    with Store(path, seeds=None) as store:
        store.attach_text("letter", file)
        file.write_text("Only this.", "utf-8")
        assert store.attach_text("letter", file).sentence_count == 1
        assert [hit.total for hit in store.search_texts("truce")] == []
        assert store.detach_text("letter")
        assert not store.detach_text("letter")
        assert store.held_texts() == []
        assert store.search_texts("only") == []
        assert list(store.examine()) == []


def test_a_source_that_is_written_again_keeps_its_text(path: Path, file: Path) -> None:
    with Store(path, seeds=None) as store:
        store.attach_text("diary", file)
        store.put_many([], [(KNOWN._replace(sentences=SPANS), Origin())])
        (held,) = store.held_texts()
        assert held.sentence_count == 3
        assert [hit.sentences[0].number for hit in store.search_texts("المدرعات")] == [3]
        store.put_many([], [(KNOWN._replace(sha256="", sentences=()), Origin())])
        assert [each.sentence_count for each in store.held_texts()] == [3]
        assert list(store.examine()) == []


def folder(tmp_path: Path) -> Path:
    return tmp_path


def missing(tmp_path: Path) -> Path:
    return tmp_path / "absent.txt"


def written(content: bytes) -> Callable[[Path], Path]:
    def make(tmp_path: Path) -> Path:
        file = tmp_path / "text.txt"
        file.write_bytes(content)
        return file

    return make


def pipe(tmp_path: Path) -> Path:
    os.mkfifo(tmp_path / "pipe")
    return tmp_path / "pipe"


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (folder, "this is a folder"),
        (missing, "nothing is there"),
        (pipe, "this is a pipe"),
        (written(b""), "there is no sentence in it"),
        (written(b" \n...\n"), "there is no sentence in it"),
        (written(b"GIF89a\x00\x00\x00\x00\x00\x00"), "this is no text"),
        (written(b"one\x00 two, three, four, five, six, seven"), "a NUL character"),
        (written("نص عربي طويل".encode("cp1256")), "Windows-1256"),
        (written(b"a" * (MOST_BYTES + 1)), "is too long"),
        (written(b"A. " * 160_000), "there is"),
        (written("لا؟".encode() * 160_000), "more than 150,000 sentences"),
    ],
)  # fmt: skip
def test_what_is_no_text_is_refused_and_nothing_stored(
    path: Path, tmp_path: Path, make: Callable[[Path], Path], says: str
) -> None:
    with Store(path, seeds=None) as store:
        if says == "there is":
            assert store.attach_text("letter", make(tmp_path)).sentence_count < 500
            return
        with pytest.raises(TextRefusedError, match=says):
            store.attach_text("letter", make(tmp_path))
        assert store.held_texts() == []


def test_an_unknown_source_is_named(path: Path, file: Path) -> None:
    with Store(path, seeds=None) as store:
        with pytest.raises(UnknownKeyError, match="dairy"):
            store.attach_text("dairy", file)
        with pytest.raises(UnknownKeyError):
            store.detach_text("dairy")


def test_a_store_that_is_only_read_takes_none(path: Path, file: Path) -> None:
    with Store(path, seeds=None, for_reading=True) as store, pytest.raises(StoreError):
        store.attach_text("letter", file)


HOSTILE = (
    "\u202eevil\u202c \x1b[31mred. \u2066open " + "x" * 1_000_000 + ".\n" + "\u200f\u200d" * 50
)


def test_a_hostile_text_is_kept_as_it_is(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "hostile.txt"
    file.write_text(HOSTILE, "utf-8")
    with Store(path, seeds=None) as store:
        held = store.attach_text("letter", file)
        text = store.whole_text("letter")
        assert text is not None
        assert text.content == HOSTILE
        assert max(end - start for start, end in text.spans) <= 2_000
        assert held.sentence_count > 500
        assert list(store.examine()) == []


# --- kept, examined, mended ----------------------------------------------------------------------

DAMAGES = {
    "words": ("UPDATE sentence_text_content SET c0 = ''", "sentence_text cannot be read"),
    "index": ("DROP TABLE sentence_text", "sentence_text is missing"),
    "order": ("UPDATE text_sentences SET start = 500, end = 900 WHERE number = 2", "not in order"),
    "gone": ("DELETE FROM text_sentences", "not in order"),
    "hash": ("PRAGMA ignore_check_constraints = 1; UPDATE texts SET sha256 = 'x'", "as it was"),
    "content": ("UPDATE texts SET content = CAST(X'61ff62' AS TEXT)", "not as it was"),
    "source": ("DELETE FROM sources WHERE key = 'letter'", "refers to a row of sources"),
    "table": ("DROP TABLE texts", "table texts is missing"),
}


@pytest.mark.parametrize("what", DAMAGES)
def test_damage_is_found_and_mended(path: Path, file: Path, what: str) -> None:
    with Store(path, seeds=None) as store:
        store.attach_text("letter", file)
    statements, says = DAMAGES[what]
    damage(path, statements)
    with Store(path, seeds=None) as store:
        assert says in " ".join(str(each.what) for each in store.examine())

    mended = repair(str(path), seeds=None)

    is_kept = what in ("words", "index", "order", "gone")
    is_told = any("the text of" in loss or "texts" in loss for loss in mended.losses)
    assert is_kept != is_told, mended.losses
    with Store(path, seeds=None) as store:
        assert list(store.examine()) == []
        assert [each.sentence_count for each in store.held_texts()] == ([3] if is_kept else [])
        assert len(store.search_texts("truce")) == is_kept
        assert store.get("river") == RIVER


def _whole(store: Store) -> WholeText:
    text = store.whole_text("letter")
    assert text is not None
    return text


ANSWERS: dict[str, Callable[[Store], object]] = {
    "texts": lambda store: ["".join((t.source, t.sha256, t.file)) for t in store.held_texts()],
    "a text": lambda store: [_whole(store).sentence(number).line for number in (1, 2, 3)],
    "a sentence": lambda store: store.cited_sentence("letter", "2"),
    "a search": lambda store: store.search_texts("truce"),
}


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("texts", "sha256", 5), ("texts", "file", b"x"), ("texts", "content", None),
        ("texts", "content", 7), ("text_sentences", "start", None), ("text_sentences", "end", "x"),
        ("text_sentences", "number", 2.5),
    ],
)  # fmt: skip
@pytest.mark.parametrize("what", ANSWERS)
def test_a_value_of_another_type_is_told_or_passed_over(
    path: Path, file: Path, table: str, column: str, value: object, what: str
) -> None:
    """A disk may make one of any other, whatever a table allows."""
    with Store(path, seeds=None) as store:
        store.attach_text("letter", file)
    put_of_any_type(path, table, column, value)
    with Store(path, seeds=None) as store, suppress(StoreError):
        ANSWERS[what](store)


def test_a_column_that_is_gone_is_not_taken_for_its_name(path: Path, file: Path) -> None:
    with Store(path, seeds=None) as store:
        store.attach_text("letter", file)
    damage(path, "ALTER TABLE text_sentences RENAME COLUMN end TO until")
    with Store(path, seeds=None) as store, pytest.raises(StoreError, match="damaged"):
        store.whole_text("letter")


def test_a_text_is_saved_from_a_store_of_which_records_are_damaged(path: Path, file: Path) -> None:
    with Store(path, seeds=None) as store:
        store.attach_text("diary", file)
    damage(path, "UPDATE records SET kind = 'x'; DROP TABLE sentence_text")

    mended = repair(str(path), seeds=None)

    assert not mended.is_rebuilt
    with Store(path, seeds=None) as store:
        assert store.held_text("diary") is not None
        assert len(store.search_texts("truce")) == 1


def test_a_backup_holds_texts(path: Path, file: Path, tmp_path: Path) -> None:
    with Store(path, seeds=None) as store:
        store.attach_text("diary", file)
        made = store.backup(tmp_path / "copy.db")
    with Store(made.path, seeds=None) as copy:
        text = copy.whole_text("diary")
        assert text is not None
        assert text.content == TEXT
