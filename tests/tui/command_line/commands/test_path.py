"""`masarat path`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from store.model.mapping import record_from_mapping
from store.store import Store
from tests.tui.command_line.conftest import Run, as_json


def test_a_way_is_told_claim_by_claim_with_its_sources(masarat: Run) -> None:
    printed = masarat("path", "qatar", "zabadani").stdout

    assert printed.startswith(
        "1. Qatar (qatar)\n   ↓ mediated: Four Towns agreement (four-towns) ["
    )
    assert "\n   ↓ evacuates: Zabadani (zabadani) [article#2]\n" in printed
    assert "\nSources:\n   " in printed
    assert "article: " in printed


def test_in_arabic_names_and_verbs_are_arabic(masarat: Run) -> None:
    printed = masarat("path", "qatar", "zabadani", "--language", "ar").stdout

    assert printed.startswith("1. قطر (qatar)\n   ↓ الوساطة في: اتفاق المدن الأربع (four-towns) [")


def test_without_utf_8_its_arrows_are_of_ascii(
    masarat: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    printed = masarat("path", "qatar", "zabadani", "--language", "en").stdout
    assert "\n   v mediated: " in printed
    assert "↓" not in printed


def test_it_is_printed_as_json(masarat: Run) -> None:
    mapping = as_json(masarat("path", "qatar", "zabadani", "--format", "json"))

    assert mapping["keys"] == ["qatar", "zabadani"]
    assert [step["to"] for step in mapping["ways"][0]] == ["four-towns", "zabadani"]


def test_where_there_is_no_way_that_is_told(masarat: Run, store_file: Path) -> None:
    with Store(store_file, seeds=None) as opened:
        opened.put(record_from_mapping({"key": "alone", "kind": "actor", "name": {"en": "Alone"}}))

    done = masarat("path", "qatar", "alone")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == "No relations lead from qatar to alone in 4 steps or fewer.\n"
    done = masarat("path", "qatar", "alone", "--format", "json")
    assert (done.exit_code, json.loads(done.stdout)["ways"]) == (1, [])


def test_one_record_or_none_is_wrong_use(masarat: Run) -> None:
    done = masarat("path", "zabadani", "zabadani")
    assert done.exit_code == 2
    assert "zabadani is one record; give the keys of two." in done.stderr
    assert "zabadani" in masarat("path", "qatar", "zabadni").stderr
    assert masarat("path", "qatar").exit_code == 2


def test_ways_are_saved_as_a_picture_with_their_sources(masarat: Run, tmp_path: Path) -> None:
    file = tmp_path / "ways.svg"
    asked = ("path", "qatar", "zabadani", "--svg", str(file))

    assert masarat(*asked).stdout.strip() == str(file)
    written = file.read_text("utf-8")
    assert "Four\u00a0Towns" in written
    assert "[1]" in written
    assert "https://" in written
    assert str(file) in masarat(*asked, status=1).stderr
    masarat(*asked, "--overwrite", "--language", "ar")
    assert 'direction="rtl"' in file.read_text("utf-8")


def test_where_there_is_no_way_no_picture_is_saved(
    masarat: Run, store_file: Path, tmp_path: Path
) -> None:
    with Store(store_file, seeds=None) as opened:
        opened.put(record_from_mapping({"key": "alone", "kind": "actor", "name": {"en": "Alone"}}))
    file = tmp_path / "ways.svg"

    done = masarat("path", "qatar", "alone", "--svg", str(file))
    assert (done.exit_code, file.exists()) == (1, False)
