"""One Markdown file to read: title and question, contents, the records, and their sources."""

from __future__ import annotations

from typing import Final

from store.exchange.export_format import of_one_text
from store.exchange.report.as_markdown import markdown_report
from store.files.vault import SUFFIX
from store.model.vocabulary import Label

_LABEL: Final = Label("Markdown", "تقرير Markdown")
MARKDOWN: Final = of_one_text("markdown", 10, _LABEL, (SUFFIX,), markdown_report)
