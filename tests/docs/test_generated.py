"""Pages written from the program stand as they would be written now; `make docs` does it."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs.generated import Generated, generated
from docs.keys_page import keys_page, told_in


@pytest.mark.parametrize("page", generated(), ids=lambda page: page.page)
def test_a_page_is_up_to_date(page: Generated) -> None:
    assert page.file.read_text("utf-8") == page.as_it_should_be(), "write it with: make docs"


def test_the_keys_page_is_in_english_whatever_the_interface_speaks() -> None:
    with told_in("ar"):
        assert "## Moving" in keys_page()


def test_a_part_of_a_page_is_written_between_its_markers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("docs.generated.FOLDER", tmp_path)
    (tmp_path / "page.md").write_text("# A\n<!-- b -->\nold\n<!-- /b -->\nC\n", "utf-8")

    page = Generated("page.md", lambda: "new", "b")

    assert page.as_it_should_be() == "# A\n<!-- b -->\n\nnew\n<!-- /b -->\nC\n"


def test_a_page_without_its_markers_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("docs.generated.FOLDER", tmp_path)
    (tmp_path / "page.md").write_text("# A\n", "utf-8")

    with pytest.raises(ValueError, match="<!-- b -->"):
        Generated("page.md", lambda: "new", "b").as_it_should_be()
