"""`masarat network`."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.model.records import Bilingual, Origin, Record, Relation
from store.store import Store
from tests.tui.command_line.conftest import Run, as_json


def test_relations_stand_by_verb_with_their_sources(masarat: Run) -> None:
    printed = masarat("network", "kefraya").stdout.splitlines()

    assert printed[:2] == ["Kefraya  كفريا", "kefraya"]
    place = printed.index("evacuated under:")
    assert printed[place + 1].endswith(" · four-towns [article#2]")
    assert all("Qatar" not in line for line in printed)


def test_two_steps_tell_how_two_are_connected(masarat: Run) -> None:
    printed = masarat("network", "kefraya", "--steps", "2").stdout
    arabic = masarat("network", "kefraya", "--steps", "2", "--language", "ar").stdout

    assert "\n    mediated by: Qatar\n" in printed
    assert "\n    بوساطة: قطر\n" in arabic


def test_many_are_cut_with_a_count(masarat: Run, store_file: Path) -> None:
    with Store(store_file, seeds=None) as store:
        many = [
            Record(f"town-{n}", "zone", Bilingual(f"Town {n}"), relations=(_in("rif-dimashq"),))
            for n in range(30)
        ]
        store.put_many((each, Origin()) for each in many)

    printed = masarat("network", "rif-dimashq", "--limit", "5").stdout

    assert printed.count(" · ") == 5
    assert "… and 26 more; masarat show rif-dimashq lists all." in printed
    graph = as_json(masarat("network", "rif-dimashq", "--format", "json"))
    assert (len(graph["nodes"]), len(graph["edges"])) == (32, 31)


def test_a_loop_is_told_and_followed_once(masarat: Run, store_file: Path) -> None:
    with Store(store_file, seeds=None) as store:
        store.put(Record("loop", "zone", Bilingual("Loop"), relations=(_in("loop"),)))

    printed = masarat("network", "loop", "--steps", "2").stdout

    assert "  itself · loop\n" in printed
    graph = as_json(masarat("network", "loop", "--steps", "2", "--format", "json"))
    assert [(edge["subject"], edge["object"]) for edge in graph["edges"]] == [("loop", "loop")]


def test_each_relation_is_one_edge_from_whichever_end(masarat: Run) -> None:
    graph = as_json(masarat("network", "zabadani", "--steps", "2", "--format", "json"))

    edges = [(e["predicate"], *sorted((e["subject"], e["object"]))) for e in graph["edges"]]
    assert len(set(edges)) == len(edges)
    assert ("mediated-by", "four-towns", "qatar") in edges
    assert {node["key"]: node["step"] for node in graph["nodes"]}["qatar"] == 2


def test_no_relation_and_no_record_are_told(masarat: Run, store_file: Path) -> None:
    with Store(store_file, seeds=None) as store:
        store.put(Record("alone", "zone", Bilingual("Alone")))

    alone, unknown = masarat("network", "alone"), masarat("network", "zabadni")

    assert (alone.exit_code, unknown.exit_code) == (1, 1)
    assert "alone is related to no record." in alone.stderr
    assert "zabadani" in unknown.stderr


def _in(zone: str) -> Relation:
    return Relation("lies-in", zone)


def test_a_saved_picture_carries_its_sources(masarat: Run, tmp_path: Path) -> None:
    file = tmp_path / "zabadani.svg"

    printed = masarat("network", "zabadani", "--steps", "2", "--svg", str(file))

    assert printed.stdout.strip() == str(file)
    written = file.read_text("utf-8")
    assert "Four\u00a0Towns" in written
    assert "[1]" in written
    assert "https://" in written
    refused = masarat("network", "zabadani", "--svg", str(file), status=1)
    assert str(file) in refused.stderr
    masarat("network", "zabadani", "--svg", str(file), "--overwrite", "--language", "ar")
    assert 'direction="rtl"' in file.read_text("utf-8")


def test_a_terminal_is_given_a_picture_and_a_pipe_text(
    masarat: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.command_line.commands.network._is_for_a_picture", lambda: True)
    monkeypatch.setenv("COLUMNS", "80")
    drawn = masarat("network", "zabadani").stdout
    text = masarat("network", "zabadani", "--format", "text").stdout

    assert "┌─" in drawn
    assert drawn.count("[") >= 2
    assert "Sources" in drawn
    assert "┌─" not in text
    assert " · kefraya" in text
    monkeypatch.setenv("LC_ALL", "C")
    assert "┌─" not in masarat("network", "zabadani").stdout
