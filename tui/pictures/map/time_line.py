"""The time below a map: how much happened when, and which month is shown."""

from __future__ import annotations

from collections import Counter
from typing import Final

from store.model import dates
from store.model.vocabulary import Language
from store.timelines.spans import date_of
from tui.messages import say
from tui.messages.digits import in_digits
from tui.pictures.cells import Canvas, Style
from tui.pictures.map.content import Days, Map
from tui.pictures.map.sight import View
from tui.terminal.widths import cell_width

_EIGHTHS: Final = "▁▂▃▄▅▆▇█"
_FREE: Final = "─"
_CHOSEN: Final = "▼"
_LEAST: Final = 8
"""Cells of a line of time that says anything."""


def draw_time(canvas: Canvas, line: int, shown: Map, view: View) -> None:
    """Draw which time is shown, and when there was how much."""
    is_mirrored = view.language == "ar"
    label = time_in_words(view.at, view.language)
    first, last = (_year(day, view.language) for day in _ends(shown))
    _put(canvas, line, 0, label, "heading" if view.at else "dim", is_mirrored=is_mirrored)
    start, end = track_of(shown, view)
    if end - start < _LEAST:
        return
    _put(canvas, line, start - cell_width(first) - 1, first, "axis", is_mirrored=is_mirrored)
    _put(canvas, line, end + 1, last, "axis", is_mirrored=is_mirrored)
    counts = _counts(shown, end - start)
    highest = max(counts.values(), default=1)
    chosen = _cells_of(shown, view.at, end - start) if view.at else range(0)
    for cell in range(end - start):
        count = counts[cell]
        sign = _EIGHTHS[min(count * 8 // highest, 7)] if count else _FREE
        style: Style = "planned" if count else "axis"
        if cell in chosen:
            sign, style = sign if len(chosen) > 1 and count else _CHOSEN, "cursor"
        _put(canvas, line, start + cell, sign, style, is_mirrored=is_mirrored)


def track_of(shown: Map, view: View) -> tuple[int, int]:
    """The first cell of the track of time and the one after it, counted where reading begins."""
    # The widest that may stand there, so that the track stays where it is from month to month.
    labels = [say("map.all-time")]
    labels += [time_in_words(each, view.language) for each in shown.steps[:12]]
    if view.at and view.at not in shown.steps:
        labels.append(time_in_words(view.at, view.language))
    first, last = (_year(day, view.language) for day in _ends(shown))
    start = max(map(cell_width, labels)) + 2 + cell_width(first) + 1
    return start, view.width - cell_width(last) - 1


def time_in_words(at: Days | None, language: Language) -> str:
    """The time that is shown, as a reader has it."""
    if at is None:
        return say("map.all-time")
    first, last = date_of(at.first), date_of(at.last)
    start, end = (f"{year:04d}-{month:02d}-{day:02d}" for year, month, day in (first, last))
    if first[:2] == last[:2] and first[2] == 1 and date_of(at.last + 1)[2] == 1:
        start = end = start[:7]
    elif first[1:] == (1, 1) and last[1:] == (12, 31):
        start, end = start[:4], end[:4]
    date = start if start == end else f"{start}/{end}"
    return in_digits(dates.for_reader(date, language), language)


def step_at(shown: Map, view: View, column: int) -> Days | None:
    """The month whose cell is nearest to a column; None where that is not on the track."""
    start, end = track_of(shown, view)
    cell = view.width - 1 - column if view.language == "ar" else column
    if not start <= cell < end:
        return None
    return min(
        shown.steps,
        key=lambda step: abs(_cells_of(shown, step, end - start)[0] - (cell - start)),
        default=None,
    )


def _ends(shown: Map) -> tuple[int, int]:
    return shown.steps[0].first, shown.steps[-1].last


def _cells_of(shown: Map, days: Days, cells: int) -> range:
    """The cells of some days, one at least."""
    first, last = _ends(shown)
    whole = max(last - first, 1)
    at = [(min(max(day, first), last) - first) * (cells - 1) // whole for day in days]
    return range(at[0], max(at[1], at[0] + 1))


def _counts(shown: Map, cells: int) -> Counter[int]:
    """How much happened in each cell."""
    found: Counter[int] = Counter()
    for day, count in shown.busy:
        found[_cells_of(shown, Days(day, day), cells)[0]] += count
    return found


def _year(day: int, language: Language) -> str:
    return in_digits(dates.year_in_words(date_of(day)[0], language), language)


def _put(
    canvas: Canvas, line: int, column: int, text: str, style: Style, *, is_mirrored: bool
) -> None:
    """Put text so many cells from the edge of the picture where reading begins."""
    at = canvas.width - column - cell_width(text) if is_mirrored else column
    canvas.put(at, line, text, style)
