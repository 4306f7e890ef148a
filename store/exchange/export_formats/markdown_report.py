"""One Markdown file to read: contents, the records, footnotes and sources."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from store.disk.whole_file import write_whole
from store.exchange.export_format import ExportFormat
from store.exchange.report import report
from store.exchange.selection import Selection
from store.files.vault import SUFFIX
from store.model.vocabulary import Label


def _write(selection: Selection, to: Path, *, overwrite: bool) -> int:
    write_whole(to, report(selection), overwrite=overwrite)
    return 1


REPORT: Final = ExportFormat("report", 10, Label("one report", "تقرير واحد"), (SUFFIX,), _write)
