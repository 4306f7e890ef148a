"""`masarat source`: texts attached, listed, shown and taken away, in either language."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.command_line.conftest import Run, as_json

TEXT = "المدينة؟؟؟ هنا.غادرت القافلة بلدة النهر. The mill burned in May."


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "mine.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_a_text_is_attached_listed_shown_and_detached(masarat: Run, file: Path) -> None:
    assert masarat("source", "list").stderr.startswith("No text of a source is attached")
    attached = masarat("source", "attach", "article", file)
    assert attached.exit_code == 0
    assert "The text of article is attached: 4 sentences." in attached.stderr
    (row,) = as_json(masarat("source", "list", "--json"))
    assert (row["key"], row["file"], row["sentences"], row["hash"]) == (
        "article", "mine.txt", 4, "",
    )  # fmt: skip

    shown = masarat("source", "show", "article")
    assert "[1] المدينة؟؟؟\n" in shown.stdout
    assert "Zabadani · zabadani: " in shown.stdout
    assert "2 sentences are cited by nothing." in shown.stderr
    one = masarat("source", "show", "article", "4")
    assert [line[:3] for line in one.stdout.splitlines()] == ["[3]", "[4]"]
    assert one.exit_code == 0

    assert masarat("source", "detach", "article").exit_code == 0
    gone = masarat("source", "show", "article")
    assert (gone.exit_code, gone.stdout) == (1, "")
    assert "masarat source attach article FILE" in gone.stderr
    assert masarat("source", "detach", "article").exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("attach", "article"), 2, "Name the file of the text"),
        (("attach",), 2, "Name the source: masarat source attach KEY."),
        (("attach", "nowhere", "."), 1, "nowhere"),
        (("attach", "article", "/nowhere.txt"), 2, "/nowhere.txt: this cannot be read"),
        (("attach", "article", "."), 2, "this is a folder, not a file"),
        (("list", "article"), 2, "takes no KEY"),
        (("detach", "article", "x"), 2, "unexpected extra argument (x)"),
        (("read",), 2, "is not one of 'attach', 'list', 'show', 'detach'"),
    ],
)
def test_wrong_use_is_told(masarat: Run, arguments: tuple[str, ...], code: int, said: str) -> None:
    result = masarat("source", *arguments)
    assert said in result.stderr
    assert (result.exit_code, result.stdout) == (code, "")


@pytest.mark.parametrize("number", ["0", "5", "x", "-1", "99999999999", "٣"])
def test_a_sentence_that_is_not_there_is_refused(masarat: Run, file: Path, number: str) -> None:
    masarat("source", "attach", "article", file)
    result = masarat("source", "show", "article", "--", number)
    assert result.exit_code == 2
    assert "they are numbered from 1 to 4." in result.stderr


def test_it_is_told_in_arabic(masarat: Run, file: Path, tmp_path: Path) -> None:
    attached = masarat("--language", "ar", "source", "attach", "article", file)
    assert "أُرفق نص article: 4 جُمل." in attached.stderr
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    refused = masarat("--language", "ar", "source", "attach", "article", empty)
    assert "لا جملة فيه. سمِّ ملفًا فيه النص." in refused.stderr


def test_what_a_terminal_would_obey_is_made_visible(masarat: Run, tmp_path: Path) -> None:
    file = tmp_path / "hostile.txt"
    file.write_text("\x1b[2Jred \u202eevil\u202c. Second\tone.", "utf-8")
    masarat("source", "attach", "article", file)
    shown = masarat("source", "show", "article").stdout
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "Second one." in shown
