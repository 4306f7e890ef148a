"""`masarat completion`: what a shell runs to complete the words of masarat."""

from __future__ import annotations

from store.typed import TYPE_CHECKING, Final
from tui.command_line import options
from tui.command_line.completion import SHELLS, script
from tui.command_line.entry import Argument, Command
from tui.command_line.exit_codes import DONE
from tui.command_line.output import print_exact

if TYPE_CHECKING:
    from tui.command_line.invocation import Invocation


def run(invocation: Invocation, *, shell: str) -> int:
    """Print the script for a shell."""
    print_exact(script(shell))
    return DONE


COMMAND: Final = Command(
    name="completion",
    place=110,
    short_help="Let your shell complete commands, keys and filters.",
    help=(
        "Print the script with which bash, zsh or fish completes masarat's commands and options, "
        "keys of records and sources, and the filters of a query with their values.",
        'In bash, write into ~/.bashrc: eval "$(masarat completion bash)"',
        'In zsh, write into ~/.zshrc: eval "$(masarat completion zsh)"',
        "In fish, write into ~/.config/fish/config.fish: masarat completion fish | source",
    ),
    run=run,
    arguments=(Argument("shell", "SHELL", "choice", choices=SHELLS),),
    options=(options.LANGUAGE, options.HELP),
    examples=(
        "masarat completion bash",
        "masarat completion zsh > _masarat",
    ),
)
