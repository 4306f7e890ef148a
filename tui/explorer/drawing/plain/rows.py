"""A line of a list in words: first what it is called, then its kind and all that holds of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.style import Style
from textual.strip import Strip

from store.model.vocabulary import KINDS, SOURCE, Language
from tui.bidi import Direction
from tui.explorer.drawing.cells import fitted, width_of
from tui.explorer.drawing.listing import (
    Choice,
    Entry,
    Heading,
    Line,
    Quoted,
    Remark,
    Word,
    WrappedRemark,
)
from tui.explorer.drawing.neighbours import Neighbours
from tui.explorer.drawing.painting import Ink, line_of_text
from tui.explorer.drawing.plain_mode import is_mirrored
from tui.explorer.drawing.telling_apart import kept_of, with_ellipses
from tui.messages import say
from tui.messages.dates import date_forms
from tui.messages.digits import in_digits
from tui.overview.content import Tile


def paint_in_words(
    line: Line,
    width: int,
    ink: Ink,
    language: Language,
    neighbours: Neighbours,
    *,
    heading: str = "",
    in_range: bool = False,
) -> Strip:
    """Draw a line of a listing; no glyph and no colour says anything that words do not.

    Args:
        line: in logical order.
        width: cells to fill.
        ink: its styles.
        language: of the interface; in Arabic the line begins at the right edge.
        neighbours: the records near by, none of which is to read the same.
        heading: under which it stands; whoever goes from entry to entry does not come to that.
        in_range: it belongs to the range that was begun.
    """
    style = ink.aside if isinstance(line, Remark | WrappedRemark) else ink.base
    match line:
        case Entry():
            rest = [*_about(line, language), *([say("plain.in-range")] if in_range else [])]
            text = _named(line, rest, heading, width, language, neighbours)
        case Choice(label=label, aside=aside):
            text = _listed([label, *([aside] if aside else [])])
            text += f" – {heading}" if heading else ""
        case Quoted(citation, text):
            number = in_digits(citation.locator, language)
            text = _listed([text, say("reader.sentence", number=number)])
        case WrappedRemark(words, base):
            return _drawn(_joined(words), width, style, language, base)
        case Remark(text, _) | Heading(text):
            pass
    return _drawn(text, width, style, language)


def tile_in_words(tile: Tile, width: int, style: Style, language: Language) -> Strip:
    """Draw a tile of the overview as words and its number."""
    kind = KINDS[tile.kind].in_(language) if tile.kind and isinstance(tile.target, str) else ""
    text = _listed([part for part in (tile.label, kind, tile.note) if part])
    return _drawn(f"{text}: {tile.aside}" if tile.aside else text, width, style, language)


def _about(entry: Entry, language: Language) -> Iterator[str]:
    kind = entry.row.kind
    yield (SOURCE if kind == "source" else KINDS[kind]).in_(language)
    if entry.row.marked:
        yield say("plain.starred")
    if entry.date:
        yield date_forms(entry.date, language)[0]
    if entry.cited:
        yield _joined(entry.cited)


def _named(
    entry: Entry,
    rest: Sequence[str],
    heading: str,
    width: int,
    language: Language,
    neighbours: Neighbours,
) -> str:
    """The name, cut where there is no room so that it reads unlike those near by, and the rest."""
    name = entry.row.name.prefer(language)
    twins = neighbours.twins(entry.row, language)
    if twins:
        name = f"{name} ({entry.row.key})"
    told = _listed(["", *rest]) + (f" – {heading}" if heading else "")
    room = max(width // 3, width - width_of(told))
    if width_of(name) > room:
        alike = [f"{twin.name.prefer(language)} ({twin.key})" for twin in twins]
        name = with_ellipses(name, kept_of(name, room, neighbours.names(language) + alike))
    return name + told


def _listed(parts: Sequence[str]) -> str:
    return say("plain.comma").join(parts)


def _joined(words: Sequence[Word]) -> str:
    parts = (word.text if word.is_joined else f" {word.text}" for word in words)
    return "".join(parts).strip()


def _drawn(
    text: str, width: int, style: Style, language: Language, base: Direction | None = None
) -> Strip:
    reading = Direction.RIGHT_TO_LEFT if language == "ar" else Direction.LEFT_TO_RIGHT
    shown = fitted(text, width)
    return line_of_text(shown, width, style, base or reading, right_to_left=is_mirrored())
