"""What the word at the cursor may become, by the table; see `tui.command_line.completion`."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from store.tuples import NamedTuple
from tui.command_line.completion import SHELLS
from tui.command_line.completion.typed_line import TypedLine, read_line
from tui.command_line.entry import Option
from tui.command_line.errors import WrongUseError
from tui.command_line.exit_codes import DONE, NOTHING
from tui.command_line.explore import PROGRAM
from tui.command_line.options import STORE
from tui.command_line.parsing.values import value_of
from tui.command_line.parsing.words import Words, read_words
from tui.command_line.table import COMMANDS
from tui.messages.sentences import translate
from tui.terminal.safe_output import standard_output

if TYPE_CHECKING:
    from tui.command_line.entry import Argument, Command

_ANSWERED: Final = frozenset(f"{shell}_complete" for shell in SHELLS)
_FILES: Final = "files"
_LEFT_TO_THE_SHELL: Final = (
    "path", "file or output", "new file or folder", "export", "existing path", "existing file",
    "store",
)  # fmt: skip
"""Values that are files."""
_IN_THE_STORE: Final = ("key", "record key", "query", "field")


class _Candidate(NamedTuple):
    """What a word may become."""

    text: str
    about: str = ""
    """What it is."""


class _Typed(NamedTuple):
    """Where on the command line a word stands."""

    entry: Command
    """Of the words before it: the program, or a command."""
    read: Words
    words: Sequence[str]
    """All before it."""
    store: str | None
    """The store that they name."""


def complete(asked: str) -> int:
    """Print what the word at the cursor may become, as the scripts read it.

    Args:
        asked: by which script.
    """
    if asked not in _ANSWERED:
        return NOTHING
    shell = asked.partition("_")[0]
    breaks = os.environ.get("COMP_BREAKS", "")
    typed = read_line(os.environ.get("COMP_LINE", ""), breaks)
    name, equals, value = typed.word.partition("=")
    words, word, before = list(typed.words), typed.word, ""
    if equals and name.startswith("-"):  # what stands behind it is completed
        words, word, before = [*words, name], value, f"{name}="
    elif typed.word == "=":
        word = ""
    found = _candidates(_typed(words), word)
    lines = [
        _FILES if each is None else _line(each._replace(text=before + each.text), shell, typed)
        for each in found
    ]
    if any(each and each.text.endswith(":") for each in found):
        lines.append("nospace")
    standard_output().write("\n".join(dict.fromkeys(lines)) + "\n")
    return DONE


def _line(candidate: _Candidate, shell: str, typed: TypedLine) -> str:
    value = typed.as_typed(candidate.text) if shell == "bash" else candidate.text
    about = " ".join(candidate.about.split())
    return f"={value}\t{about}" if about else f"={value}"


def _typed(words: Sequence[str]) -> _Typed:
    """Read the words before the one that is being typed, as far as they can be read."""
    entry, read = PROGRAM, read_words(PROGRAM, words, stops=True, is_complete=False)
    store = read.given.get(STORE)
    if read.arguments and read.arguments[0] in COMMANDS:
        name, *following = read.arguments
        entry = COMMANDS[name]
        read = read_words(entry, following, stops=False, is_complete=False)
        store = read.given.get(STORE, store)
    return _Typed(entry, read, words, store and _sound(store))


def _sound(store: str) -> str | None:
    with suppress(WrongUseError):
        return str(value_of(STORE, store))
    return None


def _candidates(typed: _Typed, word: str) -> list[_Candidate | None]:
    """What a word may become; None stands for files, which the shell knows better."""
    if "--" not in typed.words and word.startswith("-"):
        return list(_options(typed, word))
    for option in typed.entry.options:
        if option.value != "flag" and option.name == (typed.words or ("",))[-1]:
            return list(_values(option, word, typed.store))
    missing = typed.entry.arguments[len(typed.read.arguments) :]
    last = typed.entry.arguments[-1:]
    for argument in missing or (each for each in last if each.is_repeated):
        return list(_values(argument, word, typed.store))
    if typed.entry is not PROGRAM:
        return []
    return [
        _Candidate(name, translate(command.short_help))
        for name, command in COMMANDS.items()
        if name.startswith(word)
    ]


def _options(typed: _Typed, word: str) -> Iterator[_Candidate]:
    from tui.command_line.help import help_text

    given = typed.read.given
    for option in typed.entry.options:
        for name in filter(None, (option.short_name, option.name)):
            if option not in given and name.startswith(word):
                yield _Candidate(name, help_text(option.help, option.words_from))


def _values(
    described: Argument | Option, word: str, store: str | None
) -> Iterator[_Candidate | None]:
    if described.value == "choice":
        ignores_case = isinstance(described, Option) and described.ignores_case
        typed = word.casefold() if ignores_case else word
        yield from (_Candidate(each) for each in described.choices if each.startswith(typed))
    elif described.value in _LEFT_TO_THE_SHELL:
        yield None
    elif described.value in _IN_THE_STORE:
        from tui.command_line.completion.stored_values import stored_values

        for text, about in stored_values(described.value, word, store):
            yield _Candidate(text, about)
