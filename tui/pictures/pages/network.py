"""The network as a page: of those records that were asked for, the one with most relations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from store.files.page.relations import relation_groups
from store.model.vocabulary import Language
from store.text.printable import printable
from tui.messages import say
from tui.messages.digits import in_digits
from tui.pictures.cells import Canvas, Style
from tui.pictures.pages.drawn import Drawn, PictureOfPage
from tui.terminal.widths import cell_width

if TYPE_CHECKING:
    from store.store import Store

_COLUMNS: Final = 120
_INDENT: Final = 4


def _draw(store: Store, keys: Sequence[str], language: Language) -> Drawn:
    middle, related = max(
        zip(keys, store.related_many(keys), strict=True), key=lambda each: len(each[1])
    )
    lines: list[tuple[int, str, Style, str]] = []
    for group in relation_groups(related, language):
        lines.append((0, group.verb, "heading", ""))
        for line in group.relations:
            other = line.related.other
            details = f" ({in_digits(line.details, language)})" if line.details else ""
            lines.append((_INDENT, line.name + details, other.kind, other.key))
    canvas = Canvas(_COLUMNS, max(len(lines), 1))
    for number, (indent, words, style, key) in enumerate(lines):
        text = printable(words)
        column = _COLUMNS - indent - cell_width(text) if language == "ar" else indent
        canvas.put(column, number, text, style, key)
    (row,) = store.rows([middle])
    cited = {citation.source for each in related for citation in each.citations}
    title = say("page.network.around", name=row.name.prefer(language))
    return Drawn(canvas.picture(title), store.sources(cited))


PAGE: Final = PictureOfPage("network", _draw)
