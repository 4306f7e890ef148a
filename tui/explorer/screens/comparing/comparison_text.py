"""A comparison as blocks: a row a value, of the first record and of the second."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Final

from textual.content import Content

from store.files.page import LIKENESSES, ComparedPage, ComparedRow, ComparedValue, Text
from store.model.passages import paragraphs, without_citations
from store.text.printable import visible_controls
from tui.explorer.drawing.cells import width_of
from tui.explorer.drawing.plain_mode import is_plain
from tui.explorer.drawing.sheets.blocks import Block, Column
from tui.explorer.panes.record_text import DIFFERING, LABEL, MUTED, NAME
from tui.messages import say
from tui.messages.digits import in_digits

_NOTHING: Final = Content("")
_MOST_OF_LABEL: Final = 24
"""Cells for which labels make room in all sections alike."""


def heading_blocks(page: ComparedPage) -> list[Block]:
    """The names of both, above all that is compared, and how alike they are."""
    remark = [Block(_styled(page.remark, DIFFERING))] if page.remark else []
    if is_plain():  # the names stand before what is said of each
        return [*remark, Block(_legend(page))]
    names = zip_longest(*(dict.fromkeys(names) for names in page.names), fillvalue="")
    rows = [_row("", (_styled(one, NAME), _styled(other, NAME)), page) for one, other in names]
    return [*rows, *remark, Block(_legend(page))]


def comparison_blocks(page: ComparedPage) -> list[Block]:
    """What is compared: properties, relations, texts."""
    written = [block for row in page.properties for block in _rows(row, page)]
    if page.relations:
        written.append(Block(_styled(say("comparison.relations"), LABEL), gap=True))
        written += [block for row in page.relations for block in _rows(row, page)]
    return [*written, *_texts(page)]


def names_of(page: ComparedPage) -> tuple[str, str]:
    """What the two are called."""
    one, other = (
        names[0] if names else key for names, key in zip(page.names, page.keys, strict=True)
    )
    return one, other


def _legend(page: ComparedPage) -> Content:
    counted = (
        f"{LIKENESSES[likeness][0]} {label}: {in_digits(str(count), page.language)}"
        for likeness, label, count in page.legend
        if count
    )
    return _styled(" · ".join(counted), MUTED)


def _rows(row: ComparedRow, page: ComparedPage) -> Iterator[Block]:
    """A block for each two values; what both say stands on one line.

    In the plain mode all that one says comes before what the other says.
    """
    if is_plain():
        yield from _one_after_the_other(row, page)
        return
    label: Content | str = _label(row)
    for pair in zip_longest(*row.values):
        one, other = (_value(value, row, page) if value else _NOTHING for value in pair)
        yield _row(label, (one, other), page)
        label = ""


def _one_after_the_other(row: ComparedRow, page: ComparedPage) -> Iterator[Block]:
    likeness = LIKENESSES[row.likeness][1].in_(page.language)
    yield Block(_plain(f"{row.label} · {likeness}"), gap=True)
    for name, values in zip(names_of(page), row.values, strict=True):
        yield from (Block(_plain(f"{name}: ") + _value(each, row, page)) for each in values)


def _label(row: ComparedRow) -> Content:
    sign, label = _plain(f"{row.sign} "), _plain(row.label)
    match row.likeness:
        case "same":
            return (sign + label).stylize(MUTED)
        case "differs":
            return sign.stylize(DIFFERING) + label.stylize(LABEL)
        case _:
            return sign + label.stylize(LABEL)


def _row(label: Content | str, texts: tuple[Content, Content], page: ComparedPage) -> Block:
    one, other = texts
    label = _plain(label) if isinstance(label, str) else label
    gap = _widest_label(page) - width_of(label.plain)
    return Block(
        _NOTHING,
        label + _plain(" " * max(0, gap)),
        columns=(Column(one, _NOTHING), Column(other, _NOTHING)),
        is_row=True,
    )


def _widest_label(page: ComparedPage) -> int:
    widths = (width_of(_label(row).plain) for row in (*page.properties, *page.relations))
    return max((width for width in widths if width <= _MOST_OF_LABEL), default=1)


def _value(value: ComparedValue, row: ComparedRow, page: ComparedPage) -> Content:
    says = in_digits(value.text, page.language) if row.figures else value.text
    note = _styled(f" ({value.note})" if value.note else "", MUTED)
    sources = _styled(f" — {value.sources}" if value.sources else "", MUTED)
    if value.is_shared:
        return _styled(says, MUTED) + note + sources
    return _styled(says, "bold" if row.stands_out(value) else "") + note + sources


def _texts(page: ComparedPage) -> Iterator[Block]:
    label = _styled(say("comparison.texts"), LABEL)
    if is_plain():
        for name, texts in zip(names_of(page), page.texts, strict=True):
            said = [Block(_plain(paragraph)) for paragraph in _paragraphs(texts)]
            yield from [Block(_plain(name), gap=True), *said] if said else []
        return
    one, other = (list(_paragraphs(texts)) for texts in page.texts)
    for pair in zip_longest(one, other, fillvalue=""):
        first, second = map(_plain, pair)
        columns = (Column(first, _NOTHING), Column(second, _NOTHING))
        yield Block(_NOTHING, label, True, columns)
        label = _NOTHING


def _paragraphs(texts: Iterable[Text]) -> Iterator[str]:
    for text in texts:
        for paragraph in paragraphs(text.text):
            yield without_citations(paragraph)


def _styled(text: str, style: str) -> Content:
    return _plain(text).stylize(style) if text and style else _plain(text)


def _plain(text: str) -> Content:
    return Content(visible_controls(text))
