"""The text of a record, which is Markdown, as HTML."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from store.exchange.report.contents import is_web_address, source_anchor
from store.exchange.report.html_text import Html, inline, text
from store.model.vocabulary import Language

_RULES: Final = (
    "autolink", "backticks", "blockquote", "emphasis", "entity", "escape", "link", "list",
    "newline",
)  # fmt: skip
"""What a text may have besides paragraphs. No HTML, so that none gets in, and no pictures, which
a reader's browser would fetch from wherever the text says."""

_MARK: Final = f"#{source_anchor('')}"
"""What the address of a mark begins with, which leads to a source."""


class SummaryWriter:
    """Writes the texts of a report."""

    def __init__(self) -> None:
        """Make a writer for any number of texts."""
        self._markdown = MarkdownIt("zero", renderer_cls=_Printer).enable(list(_RULES))
        self._markdown.validateLink = _may_be_linked  # type: ignore[method-assign]

    def write(self, markdown: str, language: Language) -> Html:
        """Write a text that leaves the page alone, in which marks are links.

        Args:
            markdown: of which `safe_summary` is sure.
            language: in which it is written.
        """
        return Html(self._markdown.render(markdown, {"language": language}))


class _Printer(RendererHTML):
    """Writes what comes from a text as every other text of a page is written."""

    # A method is the rule for tokens of its name.

    def text(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        language: Language = env["language"]
        return inline(tokens[idx].content, language)

    def code_inline(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        return f'<code dir="auto">{text(tokens[idx].content)}</code>'

    def link_open(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        url = str(tokens[idx].attrs["href"])
        how = 'class="mark"' if url.startswith(_MARK) else 'rel="noreferrer"'
        return f'<a href="{text(url)}" {how}>'


def _may_be_linked(url: str) -> bool:
    return url.startswith(_MARK) or is_web_address(url)
