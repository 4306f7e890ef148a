"""A footnote mark in a summary names what the record cites."""

from __future__ import annotations

from collections.abc import Iterator

from store.checking.rule import Rule
from store.errors import Problem, Sentence
from store.files.markdown_text import FOOTNOTE_MARK, label_of
from store.model.records import Record


class CitedFootnotes(Rule):
    """A mark leads a reader to a source."""

    name = "cited-footnotes"
    place = 50
    asks = "a footnote mark in a summary, such as `[^article-2]`, names what the record cites"
    is_named = False

    def of_record(self, record: Record) -> Iterator[Problem]:
        """Find marks without a citation, each once a language."""
        labels = {citation.label for citation in record.every_citation()}
        for language, text in record.summary._asdict().items():
            for mark in dict.fromkeys(FOOTNOTE_MARK.findall(text)):
                if label_of(mark) not in labels:
                    yield Problem(
                        ("summary", language),
                        Sentence("[^{mark}] names nothing that the record cites", mark=mark),
                        Sentence("Correct it, or add the source to cite"),
                        f"[^{mark}]",
                    )
