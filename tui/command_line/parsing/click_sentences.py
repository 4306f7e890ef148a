"""click's own sentences in the user's language: its gettext, answered from our catalogue.

click marks its sentences for gettext, which would look for a compiled catalogue in a folder of the
language that the environment names. Ours is read as it is written, and the language is that of
`--language`; so the two functions that click's modules took from gettext are replaced in them.
A sentence that the catalogue does not know stays in English.
"""

from __future__ import annotations

from typing import Final

import click.core
import click.decorators
import click.exceptions
import click.formatting
import click.parser
import click.types

from tui.messages.sentences import translate_pattern

_MODULES: Final = (
    click.core,
    click.decorators,
    click.exceptions,
    click.formatting,
    click.parser,
    click.types,
)


def translate_click() -> None:
    """Let click speak the user's language from now on, whichever that is when it speaks."""
    for module in _MODULES:
        vars(module).update(_=translate_pattern, ngettext=_pattern_for_number)


def _pattern_for_number(singular: str, plural: str, number: int) -> str:
    """Choose between click's two sentences; each has a translation of its own.

    Their numbers are those of words on a command line, which are not printed: "one" and "more"
    are all that Arabic has to tell apart.
    """
    return translate_pattern(singular if number == 1 else plural)
