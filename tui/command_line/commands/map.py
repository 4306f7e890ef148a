"""`masarat map`: where records are, and who went from where to where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from tui.command_line import options
from tui.command_line.entry import Argument, Command
from tui.command_line.errors import WrongUseError
from tui.command_line.exit_codes import DONE, NOTHING
from tui.command_line.invocation import take_query
from tui.command_line.output import print_message, print_text
from tui.command_line.picturing.printed import has_utf8, size_of_picture
from tui.command_line.printing.hits import no_hits
from tui.messages.sentences import translate, translate_count, user_language

if TYPE_CHECKING:
    from pathlib import Path

    from store.maps.ground import Ground
    from store.maps.mapped import Mapped
    from store.model.records import Movement
    from store.store import Store
    from tui.command_line.invocation import Invocation

_ALL: Final = 2**31
_LONGEST_LABEL: Final = 20


def run(invocation: Invocation, *, query: str | None, ground: Path | None) -> int:
    """Print a map of what a query finds, and below it what went where and what it cannot show."""
    from store.maps.mapped import mapped

    outlines = _read_ground(ground)
    with invocation.open_store(at_a_glance=True) as store:
        if query is not None:
            query = take_query(store, query)
            if store.asks_for_sources(query):
                raise WrongUseError(translate("A map is of records; sources have no place."))
        keys = _keys(store, query)
        shown = mapped(store, keys)
        if keys:
            _print_map(shown, outlines)
            movements = _movements(store, shown.movements)
            _print_list(translate("Who went from where to where:"), movements)
    if keys:
        return DONE
    if query is None:
        print_message(translate("There is no record in this store."))
        return NOTHING
    sentence = "There is no record that {query!r} finds in this store."
    return no_hits(query, translate(sentence, query=query))


def _read_ground(file: Path | None) -> Ground:
    from pathlib import Path

    from store.errors import MasaratError, Sentence
    from store.files.text_file import read_bytes
    from store.maps.ground import MOST_BYTES, GroundError, read_ground
    from store.paths import GOVERNORATES_FILE

    read = file or Path(GOVERNORATES_FILE)
    try:
        return read_ground(read_bytes(read, MOST_BYTES))
    except MasaratError as error:
        said = Sentence("{field}: {message}", field=str(read), message=error.sentence)
        raise GroundError(said) from error


def _keys(store: Store, query: str | None) -> list[str]:
    if query is None:
        return store.every_key()
    return [hit.key for hit in store.search(query, limit=_ALL, language=user_language()).whole]


def _print_map(shown: Mapped, ground: Ground) -> None:
    from store.text.printable import printable
    from tui.pictures.map import Place, draw_map
    from tui.terminal.widths import cell_width, cut

    language = user_language()
    places = []
    for mark in shown.marks:
        label = cut(printable(mark.name.prefer(language)), _LONGEST_LABEL)
        latitude, longitude = mark.coordinates
        places.append(Place(label, cell_width(label), longitude, latitude))
    drawn = draw_map(ground, places, *size_of_picture(), only_ascii=not has_utf8())
    for line in drawn.lines:
        print_text(line)
    _print_list(translate("On the map without room for their names:"), drawn.unlabelled)
    unplaced = [f"{row.name.prefer(language)} · {row.key}" for row in shown.unplaced]
    _print_list(translate("Without coordinates:"), unplaced)
    if ground.left_out:
        sentence = "{count} outline of the ground cannot be drawn."
        many = "{count} outlines of the ground cannot be drawn."
        print_message(translate_count(sentence, many, ground.left_out))


def _movements(store: Store, movements: Sequence[Movement]) -> Iterator[str]:
    from store.files.page.movements import movement_lines
    from store.model import dates

    language = user_language()
    places = store.places_of({movement.record.key for movement in movements})
    for moved, line in zip(movements, movement_lines(movements, language, places), strict=True):
        when = dates.for_reader(moved.when, language) if moved.when else ""
        said = [when, line.way(language), line.number, line.who, line.state, moved.record.key]
        cited = ", ".join(citation.reference for citation in line.citations)
        yield " · ".join(part for part in said if part) + (f" [{cited}]" if cited else "")


def _print_list(title: str, lines: Iterable[str]) -> None:
    listed = list(lines)
    if not listed:
        return
    print_text()
    print_text(title)
    for line in listed:
        print_text("  ", line)


COMMAND: Final = Command(
    name="map",
    place=46,
    short_help="Draw where records are, and list who went from where to where.",
    help=(
        "Draw a map of all records, or of those that a QUERY finds: the outlines of governorates "
        "and the zones that the records name.",
        "Below it stand the names that found no room, the zones without coordinates, and who went "
        "from where to where, when and how many, with who says so.",
        "It is as large as the terminal, and 80 by 24 in a pipe; without UTF-8 in the locale its "
        "lines are of ASCII.",
    ),
    run=run,
    arguments=(Argument("query", "QUERY", "query", is_optional=True),),
    options=(options.GROUND, *options.EVERYWHERE),
    examples=(
        "masarat map",
        "masarat map 'kind:agreement year:2016..2017'",
        "masarat map 'zone:zabadani'",
    ),
)
