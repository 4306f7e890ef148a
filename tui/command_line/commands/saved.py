"""`masarat saved`: searches by the names that the user gave them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from store.typed import TYPE_CHECKING, Any, Final
from tui.command_line import options
from tui.command_line.entry import Argument, Column, Command
from tui.command_line.errors import WrongUseError
from tui.command_line.exit_codes import DONE
from tui.command_line.output import print_message, print_table, print_text
from tui.command_line.printing.listing import print_listing
from tui.command_line.printing.row_format import Listing
from tui.messages.sentences import translate

if TYPE_CHECKING:
    from tui.command_line.invocation import Invocation
    from tui.saved_searches import SavedSearches

_Named = tuple[str, str]
_COLUMNS: Final = (
    Column[_Named]("name", "the name it was saved by", lambda saved: saved[0]),
    Column[_Named]("query", "what it asks, in the query language", lambda saved: saved[1]),
)


def run(
    invocation: Invocation,
    *,
    name: str | None,
    query: str | None,
    rename: str | None,
    delete: bool,
    wanted_format: str | None,
    as_json: bool,
) -> int:
    """Print what is saved, all or one; save, rename or forget one."""
    from tui.saved_searches import SavedSearches, saved_searches_file

    saved = SavedSearches(saved_searches_file())
    changes = sum((query is not None, rename is not None, delete))
    if changes > 1:
        raise WrongUseError(translate("--query, --rename and --delete exclude each other."))
    if name is None:
        if changes:
            raise WrongUseError(translate("Name the saved search: masarat saved NAME."))
        return _list(saved, wanted_format, as_json=as_json)
    if query is not None:
        return _save(saved, name, query)
    return _of_one(saved, name, rename, delete=delete)


def _list(saved: SavedSearches, wanted_format: str | None, *, as_json: bool) -> int:
    rows = list(saved.all().items())
    listing = Listing(_COLUMNS, rows, partial(map, _as_mapping), _print_rows)
    if not print_listing(listing, wanted_format, as_json=as_json):
        print_message(translate("No searches are saved."))
    return DONE


def _save(saved: SavedSearches, name: str, query: str) -> int:
    """Save one; what is saved by that name already is not replaced unasked."""
    from tui.command_line.invocation import refuse_long_query

    refuse_long_query(query)
    if not query.strip():
        raise WrongUseError(translate("The query is empty."))
    if held := saved.named(name):
        sentence = "{name} is saved already; masarat saved NAME --delete forgets it first."
        raise WrongUseError(translate(sentence, name=held))
    saved.change({name: query})
    sentence = "Saved: masarat list @{name} lists what it finds now."
    print_message(translate(sentence, name=name.strip()))
    return DONE


def _of_one(saved: SavedSearches, name: str, rename: str | None, *, delete: bool) -> int:
    from tui.command_line.saved import no_such_search

    searches = saved.all()
    held = saved.named(name)
    if not held:
        raise no_such_search(name, list(searches))
    if delete:
        saved.change({held: None})
        print_message(translate("{name} is forgotten.", name=held))
    elif rename is not None:
        other = saved.named(rename)
        if other and other != held:
            raise WrongUseError(translate("{name} is the name of another one.", name=other))
        saved.change({held: None, rename: searches[held]})
        print_message(translate("{old} is called {new}.", old=held, new=rename.strip()))
    else:
        print_text(searches[held])
    return DONE


def _as_mapping(saved: _Named) -> dict[str, Any]:
    return {"name": saved[0], "query": saved[1]}


def _print_rows(saved: Iterable[_Named]) -> int:
    rows = list(saved)
    print_table(rows)
    return len(rows)


COMMAND: Final = Command(
    name="saved",
    place=84,
    short_help="Show, save, rename or forget searches by name.",
    help=(
        "Show the searches that were saved in the explorer (Ctrl+S) or here, or the query of the "
        "one called NAME.",
        "Where a QUERY is wanted, @NAME stands for what was saved: masarat list @NAME. "
        "Names that differ in case or accents alone are one.",
    ),
    run=run,
    arguments=(Argument("name", "NAME", is_optional=True),),
    options=(
        options.QUERY_TO_SAVE,
        options.RENAME,
        options.DELETE,
        options.FORMAT,
        options.JSON,
        options.LANGUAGE,
        options.HELP,
    ),
    columns=_COLUMNS,
    examples=(
        "masarat saved evacuations-2016 --query 'type:evacuation year:2016'",
        "masarat saved",
    ),
)
