"""The same report as one page for browsers, which can be sent, printed and read without a net."""

from __future__ import annotations

from typing import Final

from store.exchange.export_format import of_one_text
from store.exchange.selection import Selection
from store.model.vocabulary import Label


def _text(selection: Selection) -> str:
    from store.exchange.report.as_html import html_report  # with a reader of Markdown: 30 ms

    return html_report(selection)


HTML: Final = of_one_text("html", 20, Label("HTML", "تقرير HTML"), (".html", ".htm"), _text)
