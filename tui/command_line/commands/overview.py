"""`masarat overview`: what the store holds at a glance, as the explorer's first page has it."""

from __future__ import annotations

from store.typed import TYPE_CHECKING, Final
from tui.command_line import options
from tui.command_line.entry import Command
from tui.command_line.exit_codes import DONE, NOTHING
from tui.command_line.output import print_message
from tui.messages.sentences import translate, user_language

if TYPE_CHECKING:
    from pathlib import Path

    from tui.command_line.invocation import Invocation


def run(invocation: Invocation, *, svg_file: Path | None, overwrite: bool) -> int:
    """Print the overview, or save it."""
    from tui.command_line.picturing.printed import print_picture, save_svg, size_of_picture
    from tui.messages import speak
    from tui.pictures.overview import draw_overview, draw_whole_overview

    language = user_language()
    speak(language)
    with invocation.open_store(at_a_glance=True) as store:
        found = store.overview()
        if not any(found.statistics.records.values()):
            print_message(translate("There is no record in this store."))
            return NOTHING
        if svg_file is not None:
            picture, _ = draw_whole_overview(store, found, language)
            save_svg(picture, svg_file, overwrite=overwrite)
            return DONE
    print_picture(draw_overview(found, size_of_picture()[0], language))
    return DONE


COMMAND: Final = Command(
    name="overview",
    place=78,
    short_help="Show at a glance what the store holds.",
    help=(
        "Show what the store is about, how much it holds by kind, year, type and outcome, which "
        "actors and places have most relations, and about which records sources differ most: the "
        "page that the explorer shows with i.",
        "It is as wide as the terminal; in a pipe it is 80 columns wide. Without UTF-8 in the "
        "locale its lines are of ASCII.",
    ),
    run=run,
    options=(options.SVG, options.OVERWRITE, *options.EVERYWHERE),
    examples=("masarat overview", "masarat overview --svg overview.svg"),
)
