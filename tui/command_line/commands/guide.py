"""`masarat guide`: what is in the store, for readers."""

from __future__ import annotations

from functools import partial

from store.typed import TYPE_CHECKING, Any, Final
from tui.command_line import options
from tui.command_line.entry import Column, Command
from tui.command_line.errors import WrongUseError
from tui.command_line.exit_codes import DONE
from tui.command_line.output import print_exact, print_table
from tui.command_line.printing.listing import print_listing
from tui.command_line.printing.row_format import Listing
from tui.messages.sentences import translate, translate_sentence, user_language

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from store.exchange.guide import Judged
    from tui.command_line.invocation import Invocation


def run(
    invocation: Invocation, *, template: Path | None, wanted_format: str | None, as_json: bool
) -> int:
    """Print the guide, or what it says of each agreement."""
    if wanted_format or as_json:
        if template:
            raise WrongUseError(
                translate("--template is of the guide's text, and --format of its agreements.")
            )
        return _print_agreements(invocation, wanted_format, as_json=as_json)
    return _print_guide(invocation, template)


def _print_guide(invocation: Invocation, template: Path | None) -> int:
    """Print the whole text; its prose comes from a template, its lists from the store."""
    from importlib.metadata import version
    from pathlib import Path

    from store.exchange.guide import TEMPLATE, guide
    from store.files.text_file import UnreadableFileError, read_text
    from store.paths import SEEDS_FOLDER

    file = template or Path(SEEDS_FOLDER, TEMPLATE)
    with invocation.open_store() as store:
        try:
            text = guide(store, read_text(file), version("masarat"))
        except UnreadableFileError as error:
            finding = error.in_file(str(file))
            raise WrongUseError(finding.in_words(translate_sentence)) from error
        except KeyError as error:
            sentence = translate("{file} asks for a list that there is none of: {name}.",
                            file=file, name=error.args[0])  # fmt: skip
            raise WrongUseError(sentence) from error
    print_exact(text)
    return DONE


def _print_agreements(invocation: Invocation, wanted_format: str | None, *, as_json: bool) -> int:
    from store.exchange.guide import judged

    with invocation.open_store() as store:
        rows = judged(store, user_language())
        listing = Listing(_COLUMNS, rows, partial(map, _as_mapping), _print_rows)
        print_listing(listing, wanted_format, as_json=as_json)
    return DONE


def _print_rows(rows: Iterable[Judged]) -> int:
    cells = []
    for each in rows:
        record = each.record
        told = (record.confidence, str(len(each.reporters)), *map(" ".join, each[2:]))
        cells.append((record.key, *told, *record.name))
    print_table(cells)
    return len(cells)


def _as_mapping(each: Judged) -> dict[str, Any]:
    record = each.record
    return {
        "key": record.key,
        "type": record.type,
        "date": _date(each),
        "name": record.name._asdict(),
        "confidence": record.confidence,
        "reporters": list(each.reporters),
        "differing": list(each.differing),
        "lacks": list(each.lacks),
    }


def _date(each: Judged) -> str:
    from store.model.properties import preferred_date  # help needs it not

    return preferred_date(each.record)


_COLUMNS: Final = (
    Column[Any]("key", "the agreement's key", lambda each: each.record.key),
    Column[Any]("type", "its type, a word of the vocabulary", lambda each: each.record.type),
    Column[Any]("date", "its date (EDTF)", _date),
    Column[Any]("name_en", "its English name", lambda each: each.record.name.en),
    Column[Any]("name_ar", "its Arabic name", lambda each: each.record.name.ar),
    Column[Any]("confidence", "how well its sources agree", lambda each: each.record.confidence),
    Column[Any](
        "reporters", "how many tell of it independently", lambda each: str(len(each.reporters))
    ),
    Column[Any](
        "differing",
        "the properties about which its sources differ, with a blank between",
        lambda each: " ".join(each.differing),
    ),
    Column[Any](
        "lacks",
        "what is not known of it: day, mediator, second-reporter",
        lambda each: " ".join(each.lacks),
    ),
)

COMMAND: Final = Command(
    name="guide",
    place=90,
    short_help="Write a reader's guide to the store.",
    help=(
        "Print a guide as Markdown, in both languages: contents, confidence, differences, gaps.",
        "Its prose comes from a template, its lists and figures from the store.",
        "With --format it is a list instead: of each agreement, how well its sources agree, who "
        "tells of it, about what they differ and what is not known.",
    ),
    run=run,
    options=(options.TEMPLATE, options.FORMAT_IF_WANTED, options.JSON, *options.EVERYWHERE),
    columns=_COLUMNS,
    examples=(
        "masarat guide",
        "masarat guide > collection.md",
        "masarat guide --format csv",
    ),
)
