"""`masarat guide`: what is in the store, for readers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tui.command_line import options
from tui.command_line.entry import Command
from tui.command_line.errors import WrongUseError
from tui.command_line.exit_codes import DONE
from tui.command_line.output import print_exact
from tui.messages.sentences import translate

if TYPE_CHECKING:
    from pathlib import Path

    from tui.command_line.invocation import Invocation


def run(invocation: Invocation, *, template: Path | None) -> int:
    """Print the guide; its prose comes from a template, its lists and figures from the store."""
    from importlib.metadata import version
    from pathlib import Path

    from store.exchange.guide import TEMPLATE, guide
    from store.paths import SEEDS_FOLDER

    file = template or Path(SEEDS_FOLDER, TEMPLATE)
    with invocation.open_store() as store:
        try:
            text = guide(store, file.read_text("utf-8"), version("masarat"))
        except UnicodeDecodeError as error:
            raise WrongUseError(translate("{file} is not a text in UTF-8.", file=file)) from error
        except KeyError as error:
            sentence = translate("{file} asks for a list that there is none of: {name}.",
                            file=file, name=error.args[0])  # fmt: skip
            raise WrongUseError(sentence) from error
    print_exact(text)
    return DONE


COMMAND: Final = Command(
    name="guide",
    place=90,
    short_help="Write a reader's guide to the store.",
    help=(
        "Print a guide as Markdown, in both languages: contents, confidence, differences, gaps.",
        "Its prose comes from a template, its lists and figures from the store.",
    ),
    run=run,
    options=(options.TEMPLATE, *options.EVERYWHERE),
    examples=("masarat guide", "masarat guide > collection.md"),
)
