"""`masarat map`: where records are, and who went from where to where."""

from __future__ import annotations

from store.typed import TYPE_CHECKING, Final
from tui.command_line import options
from tui.command_line.entry import Argument, Command
from tui.command_line.errors import WrongUseError
from tui.command_line.exit_codes import DONE
from tui.command_line.output import print_message
from tui.messages.sentences import (
    translate,
    translate_count,
    translate_sentence,
    user_language,
)

if TYPE_CHECKING:
    from pathlib import Path

    from store.maps.ground import Ground
    from store.maps.mapped import Mapped
    from store.model.records import Source
    from tui.command_line.invocation import Invocation
    from tui.pictures.cells import Picture
    from tui.pictures.map.content import Days

_OWN: Final = "governorates"
"""The word for the ground that comes with the program; a file of that name is ./governorates."""


def run(
    invocation: Invocation,
    *,
    query: str | None,
    at: str | None,
    ground: Path | None,
    svg_file: Path | None,
    overwrite: bool,
) -> int:
    """Print a map of what a query finds and what it cannot show, or save it."""
    from tui.command_line.picturing.drawn_records import nothing_to_draw, records_to_draw
    from tui.command_line.picturing.printed import print_picture, save_svg

    days = _days(at)
    outlines = _read_ground(ground)
    with invocation.open_store(at_a_glance=True) as store:
        no_sources = translate("A map is of records; sources have no place.")
        query, keys = records_to_draw(store, query, no_sources)
        shown = store.mapped(keys)
        sources = store.sources_of_map(keys) if svg_file else []
    if keys:
        if svg_file is None:
            print_picture(_picture(shown, outlines, days))
        else:
            drawn = _saved_picture(shown, outlines, days, sources, query or "")
            save_svg(drawn, svg_file, overwrite=overwrite)
        if outlines.left_out:
            sentence = "{count} outline of the ground cannot be drawn."
            many = "{count} outlines of the ground cannot be drawn."
            print_message(translate_count(sentence, many, outlines.left_out))
        return DONE
    return nothing_to_draw(query)


def _days(at: str | None) -> Days | None:
    if at is None:
        return None
    from store.timelines.spans import span_of
    from tui.pictures.map.content import Days

    try:
        span = span_of(at)
    except ValueError as error:
        sentence = "Invalid value for {param_hint}: {message}"
        reason = translate_sentence(error.args[0])
        raise WrongUseError(translate(sentence, param_hint="'--at'", message=reason)) from error
    return Days(span.first, span.last)


def _read_ground(chosen: Path | None) -> Ground:
    """The ground that is named, which is kept; else the one that was kept.

    Raises:
        GroundError: the one that is named cannot be read; one that was kept is done without.
    """
    from pathlib import Path

    from store.errors import MasaratError
    from store.maps.ground import ground_file
    from store.paths import GOVERNORATES_FILE
    from tui.config import config_file, load_config

    own = Path(GOVERNORATES_FILE)
    kept = load_config(config_file()).ground
    if chosen is None:
        try:
            return ground_file(Path(kept) if kept else own)
        except MasaratError as error:
            print_message(translate_sentence(error.sentence))
            sentence = "Syria's governorates are drawn instead; --ground {own} leaves it at that."
            print_message(translate(sentence, own=_OWN))
            return ground_file(own)
    is_own = str(chosen) == _OWN
    ground = ground_file(own if is_own else chosen)
    _keep("" if is_own else str(chosen.absolute()), kept)
    return ground


def _keep(ground: str, before: str) -> None:
    """Keep a ground for the maps to come, here and in the explorer."""
    if ground == before:
        return
    from store.errors import MasaratError
    from tui.config import change_setting, config_file

    try:
        change_setting(config_file(), "ground", ground)
    except MasaratError as error:
        print_message(translate_sentence(error.sentence))
        return
    if ground:
        sentence = "Maps are drawn on {path} from now on; --ground {own} draws them as before."
        print_message(translate(sentence, path=ground, own=_OWN))
    else:
        print_message(translate("Maps are drawn on Syria's governorates again."))


def _picture(shown: Mapped, ground: Ground, at: Days | None) -> Picture:
    """As large as the terminal; all that would stand beside the map stands below it."""
    from tui.command_line.picturing.printed import size_of_picture
    from tui.messages import speak
    from tui.pictures.map.content import map_of
    from tui.pictures.map.drawing import Drawing
    from tui.pictures.map.sight import View
    from tui.pictures.map.told import notes_of

    language = user_language()
    speak(language)
    drawing = Drawing(map_of(shown, ground))
    view = View(*size_of_picture(), language, at=at, has_list=False)
    return drawing.draw(view, notes_of(drawing.shown, view))


def _saved_picture(
    shown: Mapped, ground: Ground, at: Days | None, sources: list[Source], query: str
) -> Picture:
    from tui.messages import speak
    from tui.pictures.map.content import map_of
    from tui.pictures.map.drawing import Drawing
    from tui.pictures.map.sight import View
    from tui.pictures.map.told import saved
    from tui.pictures.sources import sources_in_words

    language = user_language()
    speak(language)
    drawing = Drawing(map_of(shown, ground))
    view = View(0, 0, language, at=at)
    return saved(drawing, view, sources_in_words(sources, language), query)


COMMAND: Final = Command(
    name="map",
    place=46,
    short_help="Draw where records are, and list who went from where to where.",
    help=(
        "Draw a map of all records, or of those that a QUERY finds: outlines, the zones that the "
        "records name, and an arrow for each way that people went, with their number.",
        "Below it stand the names that found no room, the zones without coordinates, and who went "
        "from where to where, when and how many, with who says so.",
        "It is as large as the terminal, and 80 by 24 in a pipe; without UTF-8 in the locale its "
        "lines are of ASCII.",
    ),
    run=run,
    arguments=(Argument("query", "QUERY", "query", is_optional=True),),
    options=(
        options.DAY,
        options.GROUND,
        options.SVG,
        options.OVERWRITE,
        *options.EVERYWHERE,
    ),
    examples=(
        "masarat map",
        "masarat map 'kind:agreement year:2016..2017'",
        "masarat map 'zone:zabadani' --at 2017-04",
        "masarat map --at 2016/2017 --svg moved.svg",
    ),
)
