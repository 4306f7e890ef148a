"""Citation marks of any script and dates of every form go through import, show and export."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Final

import pytest

from store.exchange.exporting import export
from store.exchange.importing import import_path
from store.model.mapping import record_to_mapping
from store.store import Store
from tests.thoroughly import thorough_but
from tests.tui.command_line.conftest import Run, as_json
from tests.tui.conftest import Explore

KEYS: Final = (
    "source-2", "مقال", "مَقال-١", "é-note", "résumé", "स्रोत", "מָקוֹר", "источник", "ニュース",
    "việt",
)  # fmt: skip


def collection(form: str) -> str:
    """A record that cites all of them, its marks in a normal form of Unicode."""
    marks = [f"[^{unicodedata.normalize(form, key)}]" for key in KEYS]
    summary = " ".join(f"Claim {mark}." for mark in marks)
    cited = [{"key": key, "kind": "source", "title": {"en": f"Of {key}"}} for key in KEYS]
    record = {
        "key": "a",
        "kind": "zone",
        "type": "town",
        "name": {"en": "A"},
        "summary": {"en": summary},
        "cite": [unicodedata.normalize(form, key) for key in KEYS],
    }
    return "\n".join(json.dumps(entry, ensure_ascii=False) for entry in (*cited, record))


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_mark_finds_its_footnote_in_whatever_is_written(
    masarat: Run, tmp_path: Path, form: str
) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(collection(form), encoding="utf-8")
    assert masarat("import", file).exit_code == 0

    shown = masarat("show", "a").stdout
    assert all(f"[{key}]" in shown for key in KEYS)
    assert "[^" not in shown
    for to in ("report.md", "vault"):
        assert masarat("export", "a", "--to", tmp_path / to).exit_code == 0
    for written in (tmp_path / "report.md", tmp_path / "vault/zones/a.md"):
        text = written.read_text("utf-8")
        marks = set(re.findall(r"\[\^([^\]]+)\](?!:)", text))
        assert marks == set(re.findall(r"^\[\^([^\]]+)\]:", text, re.MULTILINE))
        assert len(marks) == len(KEYS)
    assert "names nothing" not in masarat("check", tmp_path / "vault").output


@pytest.mark.parametrize("form", ["NFC", "NFD"])
async def test_a_mark_is_a_number_in_the_explorer(
    tmp_path: Path, explore: Explore, form: str
) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(collection(form), encoding="utf-8")
    with Store(":memory:", seeds=None) as store:
        import_path(store, file)
        async with explore(store, size=(160, 60)) as driver:
            text = driver.text_of("#detail")
    assert "[^" not in text
    assert all(f"Claim [{number}]" in " ".join(text.split()) for number in (1, 2, 3))


# https://www.loc.gov/standards/datetime/, levels 0 and 1, in its order; no times of day.
EDTF: Final = (
    "1985-04-12", "1985-04", "1985", "1964/2008", "2004-06/2006-08", "2004-02-01/2005-02-08",
    "2004-02-01/2005-02", "2004-02-01/2005", "2005/2006-02",
    "Y170000002", "Y-170000002",
    "2001-21", "2001-22", "2001-23", "2001-24",
    "1984?", "2004-06~", "2004-06-11%", "2001-21?",
    "201X", "20XX", "2004-XX", "1985-04-XX", "1985-XX-XX", "-01XX",
    "1985-04-12/..", "1985-04/..", "1985/..", "../1985-04-12", "../1985-04", "../1985",
    "1985-04-12/", "1985-04/", "1985/", "/1985-04-12", "/1985-04", "/1985",
    "1984~/2004-06", "1984/2004-06~", "1984~/2004~", "1984-06?/2004-08?",
    "1984-06-02?/2004-08-08~", "1984-06-02?/", "2004-06-XX/2004-07-03", "1985?/..", "../2001-21~",
    "2003/2004-XX", "201X/202X", "-1985", "-1985/1985", "-0044-03-15",
)  # fmt: skip


@pytest.mark.parametrize("date", thorough_but(EDTF[::3], EDTF))
def test_a_date_comes_back_as_it_was_written(tmp_path: Path, date: str) -> None:
    file = tmp_path / "a.jsonl"
    mapping = {"key": "a", "kind": "agreement", "type": "ceasefire", "name": {"en": "A"}}
    file.write_text(json.dumps(mapping | {"date": date}), encoding="utf-8")
    with Store(":memory:", seeds=None) as store:
        import_path(store, file)
        first = record_to_mapping(store.get("a"))
        assert store.row("a").date == date
        export(store, None, tmp_path / "out")
    with Store(":memory:", seeds=None) as store:
        import_path(store, tmp_path / "out")
        assert record_to_mapping(store.get("a")) == first
        assert date in json.dumps(first)


def test_every_form_of_date_is_listed_and_shown_in_words(masarat: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(
        "\n".join(
            json.dumps({"key": f"d{n}", "kind": "agreement", "name": {"en": "A"}, "date": date})
            for n, date in enumerate(EDTF)
        )
    )
    assert masarat("import", file).exit_code == 0
    listed = as_json(masarat("list", "--order", "date", "--json"))
    dates = {row["key"]: row.get("date") for row in listed}
    assert [dates[f"d{n}"] for n in range(len(EDTF))] == list(EDTF)
    for number in range(len(EDTF)):
        for language in ("en", "ar"):
            assert masarat("--language", language, "show", f"d{number}").exit_code == 0
