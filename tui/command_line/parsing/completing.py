"""Click's part in the completion of words in a shell; see `tui.command_line.completion`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, ClassVar, Final

from click.shell_completion import CompletionItem, ShellComplete, add_completion_class

from tui.command_line.completion import SHELLS
from tui.command_line.completion.typed_line import TypedLine, read_line

if TYPE_CHECKING:
    from tui.command_line.entry import Value

_LEFT_TO_THE_SHELL: Final = {"file": "files", "dir": "folders"}


class _Completion(ShellComplete):
    """Answers the scripts of `tui.command_line.completion`."""

    name: ClassVar[str] = "bash"
    source_template: ClassVar[str] = ""

    def complete(self) -> str:
        """What the word at the cursor may become, as the scripts read it."""
        breaks = os.environ.get("COMP_BREAKS", "")
        typed = read_line(os.environ.get("COMP_LINE", ""), breaks)
        items = self.get_completions(list(typed.words), typed.word)
        lines = list(dict.fromkeys(self._line(item, typed) for item in items))
        if any(item.value.endswith(":") for item in items):
            lines.append("nospace")
        return "\n".join(lines)

    def _line(self, item: CompletionItem[str], typed: TypedLine) -> str:
        if item.type in _LEFT_TO_THE_SHELL:
            return _LEFT_TO_THE_SHELL[item.type]
        value = item.value
        name, equals, _ = typed.word.partition("=")
        if equals and name.startswith("-"):  # click completes what stands behind
            value = f"{name}={value}"
        if self.name == "bash":
            value = typed.as_typed(value)
        about = " ".join((item.help or "").split())
        return f"={value}\t{about}" if about else f"={value}"

    def format_completion(self, item: CompletionItem[str]) -> str:
        """Not asked for: `complete` writes the lines."""
        return item.value


def complete_for_shells() -> None:
    """Let our scripts be answered instead of click's own."""
    for shell in SHELLS:
        add_completion_class(type(shell, (_Completion,), {"name": shell}), shell)


def stored_items(value: Value, typed: str, store: str | None) -> list[CompletionItem[Any]]:
    """What a word that names something in the store may become."""
    from tui.command_line.completion.stored_values import stored_values

    return [
        CompletionItem(text, help=about or None)
        for text, about in stored_values(value, typed, store)
    ]
