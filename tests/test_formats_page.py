"""docs/formats.md has every format that is registered, with its endings."""

from __future__ import annotations

from pathlib import Path

from store.exchange.export_formats import EXPORT_FORMATS
from store.exchange.import_formats import IMPORT_FORMATS

PAGE = (Path(__file__).parents[1] / "docs" / "formats.md").read_text("utf-8")


def _endings(endings: tuple[str, ...], otherwise: str) -> str:
    return ", ".join(f"`{ending}`" for ending in endings) or otherwise


def test_every_format_has_its_row() -> None:
    exports, imports = PAGE.split("## Import")
    for section, formats, otherwise in (
        (exports, [(form.label, form.endings) for form in EXPORT_FORMATS], "any other"),
        (imports, [(form.label, form.endings) for form in IMPORT_FORMATS], "a folder"),
    ):
        rows = [line.split(" | ")[:2] for line in section.splitlines() if line.startswith("| ")]
        expected = [[f"| {label.en}", _endings(endings, otherwise)] for label, endings in formats]
        assert rows[2:] == expected
