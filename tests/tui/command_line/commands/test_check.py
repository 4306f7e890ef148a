"""`masarat check`."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

import store
from store.errors import StoreError
from tests.tui.command_line.conftest import Run, as_json

HOMS = (
    "---\nkey: homs\nkind: zone\ntype: city\nname: {en: Homs, ar: حمص}\n"
    "cite: [agency-2017]\nrelations:\n"
    "  - {predicate: lies-in, object: rif-dimashq, cite: [agency-2017]}\n---\n"
    '# Homs\n\nA city.\n\n<div dir="rtl" lang="ar">\n\n# حمص\n\nمدينة.\n\n</div>\n'
)


def test_findings_are_printed_by_file_and_line_with_exit_code_1(masarat: Run) -> None:
    result = masarat("check")

    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert "record qatar:1: cite: nothing is cited. Cite what the record rests on." in lines
    assert result.stderr == f"{len(lines)} findings.\n"


def test_findings_are_rows_in_any_format(masarat: Run) -> None:
    lines = masarat("check").stdout.splitlines()
    found = masarat("check", "--json")
    assert (found.exit_code, found.stderr) == (1, f"{len(lines)} findings.\n")
    first = {
        "file": "record qatar",
        "line": 1,
        "rule": None,
        "what": "cite: nothing is cited",
        "todo": "Cite what the record rests on",
    }
    assert first in as_json(found)
    assert "record qatar\t1\t\tcite: nothing is cited\tCite what the record rests on" in (
        masarat("check", "--format", "tsv").stdout.splitlines()
    )
    for wanted, heads in (("jsonl", 0), ("table", 0), ("csv", 1), ("markdown", 2)):
        rows = masarat("check", "--format", wanted).stdout.splitlines()
        assert len(rows) == len(lines) + heads


def test_a_clean_file_may_refer_to_the_store(masarat: Run, tmp_path: Path) -> None:
    (tmp_path / "homs.md").write_text(HOMS, "utf-8")

    for path in (tmp_path / "homs.md", tmp_path):
        result = masarat("check", path)
        assert (result.exit_code, result.stdout) == (0, ""), result.output
        assert result.stderr.endswith("Nothing is wrong.\n")
    assert "Not read, as they are no record files" in result.stderr  # the store beside it


def test_an_empty_folder_is_not_clean(masarat: Run, tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    (folder / "note.md").write_text("A note\n")
    result = masarat("check", folder)
    assert result.exit_code == 1
    assert "no record file is in this folder" in result.stdout


def test_a_file_of_lines_is_checked(masarat: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text('{"key": "a", "kind": "zone", "name": {"en": "A"}}\n{"key": 1\n')
    result = masarat("check", file)
    assert result.exit_code == 1
    assert f"{file}:2: not JSON" in result.stdout
    assert f"{file}:1: " in result.stdout  # what a rule asks of the record that was read


def test_broken_files_are_findings(masarat: Run, tmp_path: Path) -> None:
    (tmp_path / "homs.md").write_text(HOMS.replace("rif-dimashq", "rif-dimishq"), "utf-8")
    (tmp_path / "hama.md").write_text("---\nkey: hama\nkind: zne\n---\n", "utf-8")

    result = masarat("check", tmp_path)
    assert result.exit_code == 1
    assert f"{tmp_path}/hama.md:3: kind: 'zne' is not one of zone, " in result.stdout
    assert (
        f"{tmp_path}/homs.md:8: relations[1].object: there is no record 'rif-dimishq'. "
        "Correct the key, or add that record.\n"
    ) in result.stdout


def test_files_are_checked_though_no_store_can_be_opened(
    masarat: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: object = None, **__: object) -> None:
        raise StoreError("It is locked.")

    monkeypatch.setattr(store, "open", refuse)
    (tmp_path / "homs.md").write_text(HOMS, "utf-8")

    result = masarat("check", tmp_path / "homs.md")
    assert result.exit_code == 1
    assert "there is no record 'rif-dimashq'" in result.stdout
    assert "references are looked for in the files alone" in result.stderr
    assert masarat("check").exit_code == 2


def test_a_text_is_verified_against_the_hash_of_its_source(masarat: Run, tmp_path: Path) -> None:
    text = tmp_path / "article.txt"
    text.write_text("نص المقال", "utf-8")
    digest = hashlib.sha256(text.read_bytes()).hexdigest()
    (tmp_path / "mine.md").write_text(
        f"---\nkey: mine\nkind: source\ntitle: {{en: Mine}}\nsha256: '{digest}'\n---\n\n"
        "# Mine\n\nFrom a drawer.\n",
        "utf-8",
    )

    right = masarat("check", tmp_path / "mine.md", "--source", text)
    assert (right.exit_code, right.stdout) == (0, "")
    assert right.stderr == f"Nothing is wrong; {text} is the text.\n"

    text.write_text("نص آخر", "utf-8")
    wrong = masarat("check", tmp_path / "mine.md", "--source", text)
    assert wrong.exit_code == 1
    assert f"{text}:1: this is not the text of mine" in wrong.stdout


def test_findings_are_told_in_arabic(masarat: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.md").write_text(
        "---\nkey: bad\nkind: zone\nname: {en: B, ar: ب}\ndate: '2017-13'\nrelations:\n"
        "  - {predicate: lies-im, object: idlib}\nnmae: x\n---\n",
        "utf-8",
    )
    found = masarat("--language", "ar", "check", str(tmp_path)).stdout.splitlines()
    lines = [line.removeprefix(f"{tmp_path}/") for line in found]
    assert "bad.md:5: date[1].value: '2017-13': لا شهر 13. صحّحه ثم أعد المحاولة." in lines
    assert any("ليس 'lies-im' من signed-by" in line and "أتقصد lies-in؟" in line for line in lines)
    assert "bad.md:8: nmae: لا حقل بهذا الاسم؛ أتقصد name؟ صحّحه ثم أعد المحاولة." in lines
