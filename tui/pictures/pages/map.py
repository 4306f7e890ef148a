"""The map as a page: where the records are, with a list of who went from where to where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from store.expressions import expression
from store.files.page.movements import movement_lines
from store.files.text_file import read_bytes
from store.maps.ground import MOST_BYTES, read_ground
from store.maps.mapped import mapped
from store.model import dates
from store.model.records import Movement
from store.model.vocabulary import Language
from store.paths import GOVERNORATES_FILE
from store.text.printable import printable
from tui.messages import say
from tui.messages.digits import in_digits
from tui.pictures.cells import Canvas, Picture, is_signs
from tui.pictures.map import Place, draw_map
from tui.pictures.pages.drawn import Drawn, PictureOfPage
from tui.terminal.widths import cell_width, cut

if TYPE_CHECKING:
    from store.store import Store

_SIZE: Final = (160, 56)
_LONGEST_LABEL: Final = 20
_PIECE: Final = expression("[\u2800-\u28ff]+|●+|[^\u2800-\u28ff●]+")


def _draw(store: Store, keys: Sequence[str], language: Language) -> Drawn:
    shown = mapped(store, keys)
    places = []
    for mark in shown.marks:
        label = cut(printable(mark.name.prefer(language)), _LONGEST_LABEL)
        latitude, longitude = mark.coordinates
        places.append(Place(label, cell_width(label), longitude, latitude))
    ground = read_ground(read_bytes(Path(GOVERNORATES_FILE), MOST_BYTES))
    drawn = draw_map(ground, places, *_SIZE)
    notes = [f"{row.name.prefer(language)}: {say('page.map.no-place')}" for row in shown.unplaced]
    notes += [f"{label}: {say('page.map.no-room')}" for label in drawn.unlabelled]
    moved = {movement.record.key for movement in shown.movements}
    words = list(_in_words(store, shown.movements, language))
    return Drawn(_picture(drawn.lines, notes), store.sources_of(moved), words)


def _picture(lines: Sequence[str], notes: Sequence[str]) -> Picture:
    canvas = Canvas(*_SIZE)
    for number, line in enumerate(lines):
        column = 0
        for piece in _PIECE.findall(line):
            text = piece.strip(" ")
            start = column + len(piece) - len(piece.lstrip(" "))
            canvas.put(start, number, text, "outline" if is_signs(text) and text != "●" else "zone")
            column += cell_width(piece)
    return canvas.picture(say("page.map"), notes)


def _in_words(store: Store, movements: Sequence[Movement], language: Language) -> Iterator[str]:
    places = store.places_of({movement.record.key for movement in movements})
    for moved, line in zip(movements, movement_lines(movements, language, places), strict=True):
        when = in_digits(dates.for_reader(moved.when, language), language) if moved.when else ""
        name = moved.record.name.prefer(language)
        said = [when, line.way(language), line.number, line.who, line.state, name]
        yield " · ".join(part for part in said if part)


PAGE: Final = PictureOfPage("map", _draw)
