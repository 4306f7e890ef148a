"""What is found in a store that others have changed, and that nothing is found in a sound one."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from store.checking.check import check_store
from store.examination.examination import Damage
from store.examination.examine import MOST_TOLD
from store.model.records import Aliases, Bilingual, Fact, Origin, Record, Source
from store.store import Store
from tests.store.damage import INDEXES, LEXICON, RECORDS, damage, damage_bytes

ALL = {**INDEXES, **RECORDS, **LEXICON}


@pytest.fixture
def filled(filled_file: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(filled_file, tmp_path / "store.db"))


@pytest.fixture
def few(tmp_path: Path, records: list[Record], sources: list[Source]) -> Path:
    """A store of few records: to examine all that we ship takes two seconds."""
    path = tmp_path / "few.db"
    (tmp_path / "lexicon.yaml").write_text("meanings:\n  - [alpha, beta]\n  - [gamma, delta]\n")
    with Store(path, seeds=None) as store:
        store.load_lexicon(tmp_path / "lexicon.yaml")
        store.put_many(
            [(each, Origin()) for each in records], [(each, Origin()) for each in sources]
        )
    return path


def found(path: Path) -> list[Damage]:
    with Store(path, seeds=None) as store:
        return list(store.examine())


def test_a_store_that_the_program_alone_has_written_is_sound(filled: Path) -> None:
    with Store(filled) as store:
        mine = Record(
            "mine", "zone", Bilingual("Mine", "لي"), aliases=Aliases(("My place",), ("مكاني",)),
            facts=(Fact("date", "2017-05"),), other_fields=(("tags", '["a"]'),),
        )  # fmt: skip
        store.put(mine)
        store.put(store.get("daraya-evacuation")._replace(standing=""))
        store.mark("mine")
        assert list(store.examine()) == []


def test_a_new_store_without_records_is_sound(tmp_path: Path) -> None:
    assert found(tmp_path / "new.db") == []


@pytest.mark.parametrize("what", ALL)
def test_what_others_have_changed_is_found(few: Path, what: str) -> None:
    damaging = ALL[what]
    damage(few, damaging.statements)

    damages = found(few)

    assert any(damaging.says in damage.what for damage in damages), damages[:5]
    assert all(damage.is_of_index for damage in damages) == damaging.is_of_index


def test_a_shipped_record_that_was_changed_behind_the_programs_back_is_found(filled: Path) -> None:
    damage(filled, "UPDATE records SET summary_en = 'Another' WHERE key = 'daraya-evacuation'")

    assert "daraya-evacuation is not as it was shipped, and was not edited" in [
        damage.what for damage in found(filled)
    ]


def test_pages_that_are_gone_are_found(few: Path) -> None:
    def zero(content: bytearray) -> None:
        middle = len(content) // 8192 * 4096
        content[middle : middle + 4096] = bytes(4096)

    damage_bytes(few, zero)

    with closing(sqlite3.connect(few)):
        assert found(few)


def test_the_store_is_left_as_it_was(few: Path) -> None:
    damage(few, INDEXES["one text"].statements)
    before = few.read_bytes()
    found(few)
    assert few.read_bytes() == before


def test_much_of_one_kind_is_told_in_short(filled: Path) -> None:
    damage(filled, "UPDATE full_text_content SET c0 = ''")
    told = [damage.what for damage in found(filled)]
    assert len(told) == MOST_TOLD + 1
    assert told[-1].endswith("more of this kind")


def test_the_check_of_a_store_begins_with_the_store_itself(filled: Path) -> None:
    damage(filled, "DROP VIEW readable_relations")
    with Store(filled) as store:
        first = next(iter(check_store(store)))
    assert first.file == str(filled)
    assert first.what == "view readable_relations is missing"
