"""The table of commands: what `masarat` understands, one entry a command."""

from __future__ import annotations

from typing import Final

from tui.command_line import options
from tui.command_line.entry import Argument, Command

_COMMANDS_FOLDER: Final = f"{__package__}.commands"  # an installed masarat prefixes its packages
_EVERYWHERE: Final = (options.STORE, options.LANGUAGE, options.HELP)
"""Options that stand last in the help of almost every command."""

PROGRAM: Final = Command(
    name="masarat",
    short_help="Open the explorer.",
    help=("Explore the zones, agreements, actors and consequences of a conflict (مسارات).",),
    module=f"{_COMMANDS_FOLDER}.explore",
    options=(
        options.STORE,
        options.LANGUAGE,
        options.BIDI,
        options.VERSION,
        options.HELP,
    ),
    epilog="Without a command, masarat opens the explorer.  Each command tells more: "
    "masarat lookup --help",
)
"""The program itself, which opens the explorer where no command is named."""

_COMMANDS: Final = (
    Command(
        name="lookup",
        short_help="Find records by name.",
        help=(
            "Find records by name or alias, in either script, with slips, the likeliest first.",
            "A query unlike every name finds nothing: exit code 1.",
        ),
        module=f"{_COMMANDS_FOLDER}.lookup",
        arguments=(Argument("query", "QUERY"),),
        options=(options.KIND, options.LIMIT, options.JSON, *_EVERYWHERE),
        examples=(
            "masarat lookup zabadany",
            "masarat lookup الزبدانى",
            "masarat lookup HTS --kind actor --json",
        ),
    ),
    Command(
        name="search",
        short_help="Find records by words of their text.",
        help=(
            "Find records by words of their text, in both languages, the most telling first.",
            'A query takes "phrases", prefixes*, AND, OR, NOT and filters: kind:agreement '
            "actor:russia zone:idlib source:article year:2017. One that cannot be parsed is taken "
            "as plain words.",
        ),
        module=f"{_COMMANDS_FOLDER}.search",
        arguments=(Argument("query", "QUERY"),),
        options=(options.KIND, options.LIMIT, options.JSON, *_EVERYWHERE),
        examples=(
            "masarat search 'forced displacement'",
            "masarat search '\"local truces\" kind:agreement'",
            "masarat search 'إخلاء AND حمص year:2014' --json",
        ),
    ),
    Command(
        name="list",
        short_help="List the records.",
        help=("List all records, or those of one kind: key, kind, date and names.",),
        module=f"{_COMMANDS_FOLDER}.list",
        options=(options.KIND, options.ORDER, options.JSON, *_EVERYWHERE),
        examples=("masarat list --kind agreement", "masarat list --order date --json"),
    ),
    Command(
        name="show",
        short_help="Show one record or source.",
        help=(
            "Show the record or source with KEY: names, facts, summaries, relations and citations.",
        ),
        module=f"{_COMMANDS_FOLDER}.show",
        arguments=(Argument("key", "KEY"),),
        options=(options.JSON, options.MARKDOWN, *_EVERYWHERE),
        examples=(
            "masarat show zabadani",
            "masarat show four-towns-agreement --json",
            "masarat show article --markdown",
        ),
    ),
    Command(
        name="export",
        short_help="Write records to a report or a folder.",
        help=(
            "Write records as Markdown: those with the KEYs, what a query finds, a kind, or "
            "everything.",
            "A report has contents, the records, footnotes and sources. A folder is a vault: one "
            "record file each, linked to the others that are in it; masarat import reads it back. "
            "The path is printed.",
        ),
        module=f"{_COMMANDS_FOLDER}.export",
        arguments=(Argument("keys", "KEY", is_repeated=True),),
        options=(
            options.KIND,
            options.QUERY,
            options.TO,
            options.EXPORT_LANGUAGE,
            options.OVERWRITE,
            options.STORE,
            options.HELP,
        ),
        examples=(
            "masarat export --to everything/",
            "masarat export zabadani four-towns-agreement --to report.md",
            "masarat export --query 'إخلاء kind:agreement' --to report.md --language ar",
        ),
    ),
    Command(
        name="import",
        short_help="Read records from files.",
        help=(
            "Read records from PATH: {formats}.",
            "JSON Lines have the shape of masarat show --json; a key, a kind and one name suffice. "
            "Records with the same key are replaced. When anything is wrong, it is told with file "
            "and line, and nothing is stored.",
        ),
        module=f"{_COMMANDS_FOLDER}.import_",
        words_from=f"{_COMMANDS_FOLDER}.import_",
        arguments=(Argument("path", "PATH", "existing path"),),
        options=_EVERYWHERE,
        examples=(
            "masarat import my-records/",
            "masarat import zabadani.md",
            "masarat import places.jsonl",
        ),
    ),
    Command(
        name="check",
        short_help="Say what is wrong in the records.",
        help=(
            "Check the store, or record files and folders: PATH.",
            "Every reference must resolve, every record have both languages and a citation, every "
            "fact and relation be cited, every sentence of a source be cited, every word of a "
            "vocabulary be known. Findings are printed as file:line: what is wrong and what to do. "
            "Exit code 1 when there are any.",
        ),
        module=f"{_COMMANDS_FOLDER}.check",
        arguments=(Argument("paths", "PATH", "existing path", is_repeated=True),),
        options=(options.SOURCE, *_EVERYWHERE),
        examples=(
            "masarat check",
            "masarat check my-records/",
            "masarat check --source article.txt",
        ),
    ),
    Command(
        name="stats",
        short_help="Count what the store holds.",
        help=("Count the records of each kind, the relations, the citations and the sources.",),
        module=f"{_COMMANDS_FOLDER}.stats",
        options=(options.JSON, *_EVERYWHERE),
        examples=("masarat stats", "masarat stats --json"),
    ),
    Command(
        name="guide",
        short_help="Write a reader's guide to the store.",
        help=(
            "Print a guide as Markdown, in both languages: contents, confidence, differences, "
            "gaps.",
            "Its prose comes from a template, its lists and figures from the store.",
        ),
        module=f"{_COMMANDS_FOLDER}.guide",
        options=(options.TEMPLATE, *_EVERYWHERE),
        examples=("masarat guide", "masarat guide > collection.md"),
    ),
    Command(
        name="doctor",
        short_help="Say what was detected, and show Arabic in each mode.",
        help=(
            "Tell the terminal, the way in which Arabic is displayed and why, files and versions.",
            "A test card shows Arabic in each way. When another than the chosen one reads right, "
            "keep it with the line that is printed below the card.",
        ),
        module=f"{_COMMANDS_FOLDER}.doctor",
        options=(
            options.JSON,
            options.STORE,
            options.LANGUAGE,
            options.BIDI,
            options.HELP,
        ),
        examples=("masarat doctor", "masarat doctor --json", "masarat doctor --bidi guard"),
    ),
)

COMMANDS: Final = {command.name: command for command in _COMMANDS}
"""Every command by its name, in the order of the help."""
