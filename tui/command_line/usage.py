"""Wrong use in the user's language: what click says of it, by the shape of its sentences.

click composes its sentences itself and only then raises them, so that they are recognised here, and
said anew from the catalogue with what was filled in. One that is not recognised stays in English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any, Final

import click

from tui.messages.sentences import translate, user_language

SENTENCES: Final = (
    "{sentence} Did you mean {name}?",
    "{sentence} (Did you mean one of: {names}?)",
    "No such option {name}.",
    "Option {name} requires an argument.",
    "Option {name} does not take a value.",
    "Missing argument {name}.",
    "Missing option {name}.",
    "Got unexpected extra argument ({words})",
    "Got unexpected extra arguments ({words})",
    "Invalid value for {name}: {sentence}",
    "{value} is not one of {choices}.",
    "{value} is not in the range {range}.",
    "{value} is not a valid integer range.",
    "File {path} does not exist.",
    "File {path} is a directory.",
    "File {path} is not readable.",
    "Path {path} does not exist.",
    "Path {path} is not readable.",
)
"""click's sentences, in the order in which they are tried; a `{sentence}` is one of them again."""


@contextmanager
def wrong_use_is_told() -> Iterator[None]:
    """Let what click says of wrong use be said in the user's language."""
    try:
        yield
    except click.UsageError as error:
        if user_language() == "en" or isinstance(error, _SpokenError):
            raise
        raise _SpokenError(error) from error


class _SpokenError(click.UsageError):
    """A usage error that speaks the user's language."""

    def __init__(self, error: click.UsageError) -> None:
        super().__init__(in_their_words(error.format_message()), error.ctx)

    def show(self, file: IO[Any] | None = None) -> None:
        """Tell how the command is called, where its help is, and what is wrong."""
        lines = [translate("Error: {message}", message=self.message)]
        if self.ctx is not None:
            command = f"{self.ctx.command_path} --help"
            lines = [
                self.ctx.get_usage(),
                translate("Try '{command}' for help.", command=command),
                "",
                *lines,
            ]
        click.echo("\n".join(lines), file=file, err=file is None)


def in_their_words(sentence: str) -> str:
    """Say one of click's sentences in the user's language, or give back what is none of them."""
    for pattern in SENTENCES:
        if found := re.fullmatch(_expression(pattern), sentence, re.DOTALL):
            filled = found.groupdict()
            if "sentence" in filled:
                filled["sentence"] = in_their_words(filled["sentence"])
            return translate(pattern, **filled)
    return sentence


def _expression(pattern: str) -> str:
    """The regular expression of a sentence with `{names}` in braces."""
    return re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+?)", re.escape(pattern))
