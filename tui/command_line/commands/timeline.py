"""`masarat timeline`: what was agreed and what happened, on an axis of time."""

from __future__ import annotations

from store.typed import TYPE_CHECKING, Final
from tui.command_line import options
from tui.command_line.entry import Argument, Command
from tui.command_line.errors import WrongUseError
from tui.command_line.exit_codes import DONE, NOTHING
from tui.command_line.output import print_message
from tui.messages.sentences import translate, translate_sentence, user_language

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from store.model.records import Row
    from store.store import Store
    from store.timelines.lanes import Grouping
    from store.timelines.spans import Span
    from tui.command_line.invocation import Invocation
    from tui.pictures.cells import Picture


def run(
    invocation: Invocation,
    *,
    query: str | None,
    grouping: Grouping,
    when: str | None,
    undated: bool,
    svg_file: Path | None,
    overwrite: bool,
) -> int:
    """Print a timeline of what a query finds, or save it; or list what has no date."""
    from tui.command_line.picturing.drawn_records import nothing_to_draw, records_to_draw
    from tui.command_line.picturing.printed import print_picture, save_svg

    if undated and svg_file is not None:
        raise WrongUseError(translate("--undated and --svg exclude each other; give one of them."))
    span = _span(when)
    with invocation.open_store(at_a_glance=True) as store:
        no_sources = translate("A timeline is of records; sources have no lane.")
        query, keys = records_to_draw(store, query, no_sources)
        if keys and undated:
            return _list_undated(store.dated(keys).undated)
        if keys:
            picture = _picture(store, keys, grouping, span, is_saved=svg_file is not None)
    if keys:
        if svg_file is None:
            print_picture(picture)
        else:
            save_svg(picture, svg_file, overwrite=overwrite)
        return DONE
    return nothing_to_draw(query)


def _list_undated(rows: Sequence[Row]) -> int:
    from tui.command_line.output import print_in_chunks, row_of

    if print_in_chunks(rows, lambda row: row_of(row.key, row.kind, *row.name)):
        return DONE
    print_message(translate("Everything of this has a date."))
    return NOTHING


def _span(when: str | None) -> Span | None:
    if when is None:
        return None
    from store.timelines.spans import span_of

    try:
        return span_of(when)
    except ValueError as error:
        sentence = "Invalid value for {param_hint}: {message}"
        reason = translate_sentence(error.args[0])
        told = translate(sentence, param_hint="'--when'", message=reason)
        raise WrongUseError(told) from error


def _picture(
    store: Store, keys: list[str], grouping: Grouping, span: Span | None, *, is_saved: bool
) -> Picture:
    from tui.command_line.picturing.printed import is_to_a_terminal, size_of_picture
    from tui.messages import speak
    from tui.pictures.cells import SAVED_COLUMNS
    from tui.pictures.sources import sources_in_words
    from tui.pictures.timeline.content import timeline_of
    from tui.pictures.timeline.drawing import View, cells_of_axis, draw_timeline, whole_height
    from tui.pictures.timeline.scale import fitted

    language = user_language()
    speak(language)
    all_dated = store.dated(keys)
    found = all_dated.within(span) if span else all_dated
    is_cut = len(found.moments) < len(all_dated.moments)
    timeline = timeline_of(found, store.lanes(keys, grouping), grouping)._replace(is_cut=is_cut)
    columns, lines = size_of_picture()
    if is_saved:
        columns = SAVED_COLUMNS
    scale = fitted([span], cells_of_axis(columns)) if span else None
    if is_saved or not is_to_a_terminal():
        # Nothing scrolls there: every lane has its rows.
        lines = whole_height(timeline, columns, language, scale)
    dated = {moment.record.key for moment in timeline.moments}
    sources = store.sources_of_dates(dated) if is_saved else []
    view = View(columns, lines, language, scale)
    return draw_timeline(timeline, view, None, sources_in_words(sources, language))


COMMAND: Final = Command(
    name="timeline",
    place=44,
    short_help="Draw what was agreed and what happened on an axis of time.",
    help=(
        "Draw a timeline of all records, or of those that a QUERY finds: a lane for each place, "
        "actor, type or track, and in it every agreement and every event that has a date.",
        "A date that is known is a mark, one that is not a span with soft ends; what was planned "
        "has signs of its own, and many marks in a cell are a bar. Below stands what has no date.",
        "It is as large as the terminal; in a pipe it is 80 columns wide, and has every lane. "
        "Without UTF-8 in the locale its lines are of ASCII.",
    ),
    run=run,
    arguments=(Argument("query", "QUERY", "query", is_optional=True),),
    options=(
        options.LANES,
        options.TIME,
        options.UNDATED,
        options.SVG,
        options.OVERWRITE,
        *options.EVERYWHERE,
    ),
    examples=(
        "masarat timeline",
        "masarat timeline --by actor 'kind:agreement year:2016..2017'",
        "masarat timeline --when 2017-03 --by type",
        "masarat timeline zabadani --svg zabadani.svg",
        "masarat timeline --undated kind:agreement",
    ),
)
