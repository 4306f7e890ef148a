"""`masarat pictures`: every picture as a page for a browser."""

from __future__ import annotations

from store.typed import TYPE_CHECKING, Final
from tui.command_line import options
from tui.command_line.entry import Argument, Command
from tui.command_line.exit_codes import DONE
from tui.command_line.output import print_exact
from tui.messages.sentences import translate, user_language

if TYPE_CHECKING:
    from pathlib import Path

    from tui.command_line.invocation import Invocation


def run(invocation: Invocation, *, query: str | None, folder: Path, overwrite: bool) -> int:
    """Write a page for each picture of what a query finds, all of them or none."""
    from store.disk.whole_folder import write_files
    from tui.command_line.picturing.drawn_records import nothing_to_draw, records_to_draw
    from tui.messages import speak
    from tui.pictures.pages.page import INDEX, file_names, written_pages

    language = user_language()
    speak(language)
    with invocation.open_store(at_a_glance=True) as store:
        no_sources = translate("Pictures are of records; the query asks for sources.")
        query, keys = records_to_draw(store, query, no_sources)
        if keys:
            pages = written_pages(store, keys, query or "", language)
            write_files(folder, file_names(), pages, overwrite=overwrite)
    if keys:
        print_exact(f"{folder / INDEX}\n")
        return DONE
    return nothing_to_draw(query)


COMMAND: Final = Command(
    name="pictures",
    place=49,
    short_help="Write every picture as a page for a browser.",
    help=(
        "Write a folder of pages, of all records or of those that a QUERY finds: the overview of "
        "the store, the timeline, the map, and the network of the record with most relations, "
        "each with what it says in words and the sources on which it rests; index.html leads to "
        "them.",
        "The pages need no network and run no scripts; they are light or dark as the reader's "
        "system is, and with --language ar they read from the right. All of them are written, or "
        "none.",
    ),
    run=run,
    arguments=(Argument("query", "QUERY", "query", is_optional=True),),
    options=(options.TO_FOLDER, options.OVERWRITE, *options.EVERYWHERE),
    examples=(
        "masarat pictures --to pictures",
        "masarat pictures 'year:2016..2017' --to pictures --overwrite --language ar",
    ),
)
