"""Every figure has a source: facts cite, and so does each paragraph that gives a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from store.checking.rules.complaint import Complaint
from store.errors import Sentence
from store.files.markdown_text import FOOTNOTE_MARK
from store.model.records import Record

RULE: Final = "figures-cited"
_FIGURE: Final = re.compile(r"\d+")


def figures_are_cited(record: Record) -> Iterator[Complaint]:
    """Find paragraphs of a summary that give a figure and cite nothing."""
    for code, text in record.summary._asdict().items():
        for paragraph in text.split("\n\n"):
            figure = _FIGURE.search(FOOTNOTE_MARK.sub("", paragraph))
            if figure and not FOOTNOTE_MARK.search(paragraph):
                yield Complaint(
                    ("summary", code),
                    Sentence("the paragraph gives {figure} and cites nothing", figure=figure[0]),
                    Sentence("Cite where it comes from: [^source]"),
                    paragraph.split("\n")[0][:60],
                    RULE,
                )
