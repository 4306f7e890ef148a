"""`masarat export`: records to files."""

from __future__ import annotations

from functools import reduce

from store.typed import TYPE_CHECKING, Final, Literal
from tui.command_line import options
from tui.command_line.entry import OUTPUT, Argument, Command
from tui.command_line.errors import WrongUseError
from tui.command_line.exit_codes import DONE, NOTHING
from tui.command_line.invocation import take_query
from tui.command_line.output import print_exact, print_message
from tui.messages.sentences import comma_separated, translate, translate_count, translate_label

if TYPE_CHECKING:
    from pathlib import Path

    from store.exchange.export_format import ExportFormat
    from store.model.vocabulary import Kind
    from store.store import Store
    from tui.command_line.invocation import Invocation

_MOST_HITS: Final = 1_000_000


def formats() -> str:
    """Name the endings that choose a format, and what each makes, in the user's language."""
    from store.exchange.export_formats import EXPORT_FORMATS

    return comma_separated(
        translate(
            "in {ending} for {format}",
            ending=reduce(_either, form.endings),
            format=translate_label(form.label),
        )
        for form in EXPORT_FORMATS
        if form.endings
    )


def _either(endings: str, another: str) -> str:
    return translate("{one} or {other}", one=endings, other=another)


def run(  # noqa: PLR0913 — a parameter an option
    invocation: Invocation,
    *,
    keys: tuple[str, ...],
    kind: Kind | None,
    query: str | None,
    to: Path,
    wanted_format: str | None,
    title: str | None,
    language: Literal["en", "ar", "both"],
    overwrite: bool,
    with_texts: bool,
) -> int:
    """Write what is selected to files, and print where."""
    from store.exchange.exporting import About, export, report_text

    form = _format(wanted_format, to)
    if with_texts and not form.holds_texts:
        sentence = "Texts of sources are written to a folder alone; name one with --to."
        raise WrongUseError(translate(sentence))
    if keys and query is not None:
        raise WrongUseError(translate("KEY and --query exclude each other; give one of them."))
    with invocation.open_store() as store:
        if query is not None:
            query = take_query(store, query)
            if store.asks_for_sources(query):
                sentence = (
                    "Sources are exported with the records that cite them; masarat cite --query "
                    "prints the sources that a query finds."
                )
                raise WrongUseError(translate(sentence))
        selected = _select(store, keys, kind, query)
        if not selected:
            print_message(translate("There is nothing to export: no record was selected."))
            return NOTHING
        about = About(_question(query, kind), title or "")
        if str(to) == OUTPUT:
            print_exact(report_text(store, selected, language, form, about))
            return DONE
        path = to.with_name(form.named(to.name)) if to.name else to  # `.` and `/` have no name
        exported = export(
            store,
            selected,
            path,
            language=language,
            overwrite=overwrite,
            about=about,
            with_texts=with_texts,
        )
    print_message(
        translate(
            "{records} and {sources} written to {files}.",
            records=translate_count("{count} record", "{count} records", exported.records),
            sources=translate_count("{count} source", "{count} sources", exported.sources),
            files=translate_count("{count} file", "{count} files", exported.files),
        )
    )
    if with_texts:
        print_message(_texts_told(exported.texts))
    # Last: where it cannot be printed, the files are written all the same, and that is told.
    print_exact(f"{exported.path}\n")
    return DONE


def _texts_told(count: int) -> str:
    """Say how many texts went along, so that nobody gives them away unawares."""
    if not count:
        return translate("No text of these sources is attached, so none went along.")
    return translate_count(
        "With the text of {count} source, in the folder texts: who may have it, its rights decide.",
        "With the texts of {count} sources, in the folder texts: who may have them, their rights "
        "decide.",
        count,
    )


def _format(wanted: str | None, to: Path) -> ExportFormat:
    """Choose the format that is wanted by its name, or else by the ending of the path."""
    from store.exchange.export_formats import EXPORT_FORMATS, format_for

    if str(to) == OUTPUT:
        form = next(each for each in EXPORT_FORMATS if wanted in (None, each.name))
        if form.text is None:
            sentence = translate("A folder cannot be printed; name one with --to.")
            raise WrongUseError(sentence)
        return form
    by_ending = format_for(to)
    form = next((each for each in EXPORT_FORMATS if each.name == wanted), by_ending)
    if form is not by_ending and by_ending.endings:
        raise WrongUseError(
            translate(
                "{path} ends as {other} does; give it another ending, or leave out --format "
                "{name}.",
                path=to,
                other=translate_label(by_ending.label),
                name=form.name,
            )
        )
    return form


def _question(query: str | None, kind: Kind | None) -> str:
    """What the records are the answer to, as a query."""
    return " ".join(filter(None, (query, f"kind:{kind}" if kind else "")))


def _select(store: Store, keys: tuple[str, ...], kind: Kind | None, query: str | None) -> list[str]:
    if query is not None:
        kinds = [kind] if kind else None
        return [hit.key for hit in store.search(query, kinds=kinds, limit=_MOST_HITS).whole]
    if keys:
        rows = store.rows(keys, missing_ok=False)
        return [row.key for row in rows if kind in (None, row.kind)]
    return store.every_key(kind)


COMMAND: Final = Command(
    name="export",
    place=50,
    short_help="Write records to a report or a folder.",
    help=(
        "Write records to read, to print and to send: those with the KEYs, what a query finds, a "
        "kind, or everything.",
        "A report has its question and date, contents, the records, and their sources, numbered; "
        "in HTML it is one page that needs no network. A folder is a vault: one record file each, "
        "linked to the others that are in it; masarat import reads it back. The path is printed.",
        "Texts of sources that you attached stay in your store unless you ask for them.",
    ),
    run=run,
    arguments=(Argument("keys", "KEY", "record key", is_repeated=True),),
    options=(
        options.KIND,
        options.QUERY,
        options.TO,
        options.FORMAT_OF_EXPORT,
        options.TITLE,
        options.EXPORT_LANGUAGE,
        options.OVERWRITE,
        options.WITH_TEXTS,
        options.STORE,
        options.HELP,
    ),
    examples=(
        "masarat export --to everything/",
        "masarat export zabadani --to - | head",
        "masarat export zabadani four-towns-agreement-2017 --to report.md",
        "masarat export --query 'guaranteed-by:russia year:2018' --to report.html",
        "masarat export --query 'إخلاء kind:agreement' --to report.md --language ar",
    ),
)
