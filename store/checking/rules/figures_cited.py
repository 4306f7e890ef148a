"""Every figure has a source: each paragraph of a summary that gives a number cites."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from store.checking.rule import Rule
from store.errors import Problem, Sentence
from store.expressions import expression
from store.files.markdown_text import FOOTNOTE_MARK
from store.model.records import Record

_FIGURE: Final = expression(r"\d+")
_BEGINNING: Final = 60
"""Characters of a paragraph by which its line is found."""


class FiguresCited(Rule):
    """A reader can ask of a figure who counted."""

    name = "figures-cited"
    place = 90
    asks = "a paragraph of a summary that gives a figure cites a source"

    def of_record(self, record: Record) -> Iterator[Problem]:
        """Find paragraphs of a summary that give a figure and cite nothing."""
        for language, text in record.summary._asdict().items():
            for paragraph in text.split("\n\n"):
                figure = _FIGURE.search(FOOTNOTE_MARK.sub("", paragraph))
                if figure and not FOOTNOTE_MARK.search(paragraph):
                    yield Problem(
                        ("summary", language),
                        Sentence(
                            "the paragraph gives {figure} and cites nothing", figure=figure[0]
                        ),
                        Sentence("Cite where it comes from: [^source]"),
                        paragraph.split("\n")[0][:_BEGINNING],
                    )
