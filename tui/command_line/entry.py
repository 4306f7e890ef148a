"""What an option, an argument and a command are, whatever parses the command line.

Each is one entry: the parser, help in both languages, docs/commands.md and tests read it, and so
does whatever else comes to need it. Entries are named tuples, as every start reads them.
"""

from __future__ import annotations

from collections.abc import Callable

from store.tuples import NamedTuple
from store.typed import Any, Final, Generic, Literal, TypeVar

Value = Literal[
    "flag",
    "text",
    "key",
    "record key",
    "query",
    "field",
    "count",
    "choice",
    "path",
    "file or output",
    "new file or folder",
    "export",
    "existing path",
    "existing file",
    "store",
]
"""What is written behind an option, or stands as an argument.

flag: nothing. text: any text. key: of a record or source. query: in the query language. field: of
records, by which they are counted. count: a whole number from 1. choice: one of the choices. path:
a file or a folder that need not exist. file or output: the same, or `-`, which no other path but
that of an export may be: it stands for standard output. new file or folder: the same, but a folder
exists. export: a file whose ending is that of a format, a folder, or `-`. store: a path, or
`:memory:`.
"""


OUTPUT: Final = "-"
"""The path that stands for standard output."""


class Option(NamedTuple):
    """One option of the command line."""

    name: str
    """As it is typed: `--limit`."""
    help: str
    """One English sentence; the message id of its translation."""
    value: Value = "text"
    metavar: str = ""
    """What help shows for the value; empty for a flag and for choices, which are shown."""
    choices: tuple[str, ...] = ()
    ignores_case: bool = False
    """Whether a choice may be typed in capitals."""
    default: str | int | None = None
    """What holds where the option is not given, if anything; help shows it."""
    required: bool = False
    short_name: str = ""
    """A second name of one letter: `-h`."""
    parameter_name: str = ""
    """The parameter it fills; see `parameter`."""
    words_from: str = ""
    """The dotted module whose functions give what stands in braces in the help."""
    is_shared: bool = False
    """Whether it belongs to the program: it may stand before the command or after it."""

    @property
    def parameter(self) -> str:
        """The parameter of the command's function, or the field of `Invocation`, that it fills."""
        return self.parameter_name or self.name.lstrip("-").replace("-", "_")


class Argument(NamedTuple):
    """One argument of a command, or all that stand in its place."""

    parameter: str
    """The parameter of the command's function that it fills."""
    metavar: str
    """Its name in help: `KEY`."""
    value: Value = "text"
    is_repeated: bool = False
    """Whether there may be none or many; the parameter is a tuple then."""
    is_optional: bool = False
    """Whether it may be left out; the parameter is None then."""
    needs_one: bool = False
    """Whether one at least must be there, of what is repeated."""
    choices: tuple[str, ...] = ()
    """What may stand there, where it is a choice."""

    @property
    def usage(self) -> str:
        """How help shows it: `KEY`, `[PATH]`, `[KEY]...`, `KEY...`."""
        if self.needs_one:
            return f"{self.metavar}..."
        if self.is_repeated:
            return f"[{self.metavar}]..."
        return f"[{self.metavar}]" if self.is_optional else self.metavar


T = TypeVar("T")


class Column(NamedTuple, Generic[T]):
    """One column of what a command lists; its name and what it holds do not change."""

    name: str
    """As in the head of a CSV file."""
    holds: str
    """What stands in it, in English, for docs/commands.md."""
    value: Callable[[T], str]
    """Its cell in a row, in logical order; empty where there is nothing to say."""


class Command(NamedTuple):
    """One command, or the program itself.

    A command is the `COMMAND` of a module of its name in `commands/`. Help reads all of them, so
    that what only running it needs is imported in `run`.
    """

    name: str
    place: int
    """Where the list of commands has it; see `store.entries`."""
    short_help: str
    """What it does, in one English sentence, for the list of commands."""
    help: tuple[str, ...]
    """Paragraphs in English, each the message id of its translation."""
    run: Callable[..., int]
    """Carries it out and gives the exit code: `run(invocation, **parameters)`."""
    arguments: tuple[Argument, ...] = ()
    options: tuple[Option, ...] = ()
    """In the order of the help."""
    columns: tuple[Column[Any], ...] = ()
    """Of what it lists, in formats of cells."""
    source_columns: tuple[Column[Any], ...] = ()
    """The same where it lists sources instead of records."""
    examples: tuple[str, ...] = ()
    """Whole command lines."""
    words_from: str = ""
    """The dotted module whose functions give what stands in braces in the help."""
    epilog: str = ""
    """A sentence that ends the help, where there are no examples."""
    makes_store: bool = False
    """Whether `--store` may name a file that does not exist."""
