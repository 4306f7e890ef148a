"""Every option of the command line, one entry each; a command names those that it takes."""

from __future__ import annotations

from store.model.vocabulary import KINDS
from store.typed import Final
from tui.command_line.entry import Option
from tui.messages import LANGUAGES

# --- of the program ------------------------------------------------------------------------------

STORE: Final = Option(
    "--store",
    "The store's file, instead of MASARAT_STORE or the one in the platform's data folder; "
    ":memory: for none.",
    value="store",
    metavar="PATH",
    is_shared=True,
)
LANGUAGE: Final = Option(
    "--language",
    "The language of the explorer, of messages and of help; else the locale's.",
    value="choice",
    choices=LANGUAGES,
    is_shared=True,
)
BIDI: Final = Option(
    "--bidi",
    "Who puts Arabic in order and joins its letters; see masarat doctor.",
    value="choice",
    # As `tui.terminal.display_choice.SETTINGS`, which a look-up need not load; a test compares.
    choices=("auto", "app", "words", "terminal", "guard", "off"),
    is_shared=True,
)
PLAIN: Final = Option(
    "--plain",
    "For screen readers: one pane at a time, no frames, states in words.",
    value="flag",
    is_shared=True,
)
NO_MOUSE: Final = Option(
    "--no-mouse", "Leave the mouse to the terminal.", value="flag", is_shared=True
)
DEBUG: Final = Option(
    "--debug",
    "Write a log without text of records beside the explorer's state, or where MASARAT_LOG says.",
    value="flag",
    is_shared=True,
)
VERSION: Final = Option("--version", "Show the version and exit.", value="flag")
HELP: Final = Option("--help", "Show this message and exit.", value="flag", short_name="-h")
EVERYWHERE: Final = (STORE, LANGUAGE, HELP)
"""Options that stand last in the help of almost every command."""

# --- of several commands -------------------------------------------------------------------------

KIND: Final = Option(
    "--kind", "Only this kind.", value="choice", choices=tuple(KINDS), ignores_case=True
)
JSON: Final = Option("--json", "Print JSON (UTF-8).", value="flag", parameter_name="as_json")
FORMAT: Final = Option(
    "--format",
    "How the rows are printed; else a table in a terminal, and TSV in a pipe or file.",
    value="choice",
    # As `printing.row_formats`, which help need not load; a test compares.
    choices=("table", "json", "jsonl", "csv", "tsv", "markdown"),
    parameter_name="wanted_format",
)
FORMAT_OF_FINDINGS: Final = FORMAT._replace(
    help="How findings are printed; else one a line: where, what is wrong and what to do."
)
FORMAT_IF_WANTED: Final = FORMAT._replace(help="Print a list, in this format; else a text to read.")
FORMAT_OF_ENTRIES: Final = Option(
    "--format",
    "How each is printed; else as text to read.",
    value="choice",
    choices=("json", "jsonl", "markdown"),
    parameter_name="wanted_format",
)
FORMAT_OF_COMPARISON: Final = Option(
    "--format",
    "How it is printed.",
    value="choice",
    choices=("table", "markdown", "json"),
    default="table",
    parameter_name="wanted_format",
)
FORMAT_OF_WAYS: Final = FORMAT_OF_COMPARISON._replace(choices=("table", "json"))
FORMAT_OF_NETWORK: Final = FORMAT_OF_ENTRIES._replace(
    help="How it is printed; else as a picture, and in a pipe as text.", choices=("json", "text")
)
KIND_OR_SOURCE: Final = KIND._replace(
    help="Only this kind; source for sources, which are no records.",
    choices=(*KIND.choices, "source"),
)
FORMAT_OF_CITATIONS: Final = Option(
    "--format",
    "In which format sources are cited.",
    value="choice",
    # As `store.exchange.citation_formats`, which help need not load; a test compares.
    choices=("bibtex", "csl-json", "ris"),
    default="bibtex",
    parameter_name="wanted_format",
)
COUNTED_BY: Final = Option(
    "--by",
    "Count the records by this; reading counts the sources that they cite, by how each was read.",
    value="field",
    metavar="FIELD",
    parameter_name="field",
)
LIMIT: Final = Option("--limit", "Print at most N.", value="count", metavar="N", default=20)

BEST: Final = Option("--best", "Only the likeliest record of each name.", value="flag")
EXPLAIN: Final = Option("--explain", "Say of each why it was found.", value="flag")

# --- of one command ------------------------------------------------------------------------------

STEPS: Final = Option(
    "--steps", "How far it goes.", value="choice", choices=("1", "2"), default="1"
)
LIMIT_OF_RELATIONS: Final = LIMIT._replace(
    help="Print at most N of each relation, in a text to read."
)
ORDER: Final = Option(
    "--order",
    "What the list is ordered by.",
    value="choice",
    choices=("name", "date", "links", "newest"),
    default="name",
)
ORDER_OF_HITS: Final = Option(
    "--order",
    "What the list is ordered by: best is the most telling first.",
    value="choice",
    choices=("best", *ORDER.choices),
    default="best",
)
MARKDOWN: Final = Option(
    "--markdown", "Print its record file.", value="flag", parameter_name="as_markdown"
)
QUERY: Final = Option(
    "--query", "Only what masarat search finds for Q.", value="query", metavar="Q"
)
TO: Final = Option(
    "--to",
    "A file ending {formats}, else a folder of linked record files; - prints the report.",
    value="export",
    metavar="PATH",
    required=True,
    words_from=f"{__package__}.commands.export",
)
FORMAT_OF_EXPORT: Final = Option(
    "--format",
    "What is written, where the ending of PATH does not say so.",
    value="choice",
    # As `export_formats`, which help need not load; a test compares.
    choices=("markdown", "html", "folder"),
    parameter_name="wanted_format",
)
TITLE: Final = Option(
    "--title", "What a report of several records is called.", value="text", metavar="TEXT"
)
EXPORT_LANGUAGE: Final = Option(
    "--language",
    "In which the text for readers is written; and messages, unless one stands before the command.",
    value="choice",
    choices=(*LANGUAGES, "both"),
    default="both",
)
QUERY_TO_SAVE: Final = Option("--query", "Save Q by the NAME.", value="query", metavar="Q")
RENAME: Final = Option("--rename", "Call the one with the NAME so.", metavar="NEW")
DELETE: Final = Option("--delete", "Forget the one with the NAME.", value="flag")
CLEAR: Final = Option("--clear", "Forget them, and what the explorer was left with.", value="flag")
EMPTY: Final = Option("--empty", "Without the records that we ship.", value="flag")
OVERWRITE: Final = Option("--overwrite", "Replace files that exist.", value="flag")
WITH_TEXTS: Final = Option(
    "--with-texts",
    "Write the attached texts of the sources too, each to a file of its own in a folder.",
    value="flag",
)
SOURCE: Final = Option(
    "--source",
    "Verify that FILE is the text that a source's SHA-256 stands for.",
    value="existing file",
    metavar="FILE",
    parameter_name="source_text",
)
ANOTHER_TEXT: Final = Option(
    "--another-text",
    "Attach FILE also where it is not the text whose hash is known, and mark it so.",
    value="flag",
)
REPORT: Final = Option("--report", "Print what may be sent with a report of a fault.", value="flag")
RESTORE: Final = Option(
    "--restore",
    "Put the backup FILE in the place of the store; what the store holds is kept beside it.",
    value="existing file",
    metavar="FILE",
)
TEMPLATE: Final = Option(
    "--template",
    "Markdown with names of lists in braces, instead of the built-in text.",
    value="existing file",
    metavar="FILE",
)
GROUND: Final = Option(
    "--ground",
    "Draw maps on the outlines of this GeoJSON file from now on; governorates: on Syria's again.",
    value="path",
    metavar="FILE",
)
LANES: Final = Option(
    "--by",
    "What a lane is.",
    value="choice",
    # As `store.timelines.lanes.GROUPINGS`, which help need not load; a test compares.
    choices=("place", "actor", "type", "track"),
    default="place",
    parameter_name="grouping",
)
TIME: Final = Option(
    "--when",
    "Show what may lie in this time alone: 2017-03, 2016/2017.",
    value="text",
    metavar="DATE",
    parameter_name="when",
)
UNDATED: Final = Option(
    "--undated", "List what has no date, in the place of the picture.", value="flag"
)
TO_FOLDER: Final = Option(
    "--to",
    "The folder; it is made where there is none.",
    value="path",
    metavar="FOLDER",
    required=True,
    parameter_name="folder",
)
DAY: Final = Option(
    "--at",
    "Show who went where in this time, and who held what: 2016-10, 2016/2017.",
    value="text",
    metavar="DATE",
    parameter_name="at",
)
SVG: Final = Option(
    "--svg",
    "Save it in FILE as SVG, of one size in any terminal, with its sources; - prints it.",
    value="file or output",
    metavar="FILE",
    parameter_name="svg_file",
)
