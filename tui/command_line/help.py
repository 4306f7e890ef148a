"""Help in the user's language: click lays it out, the words are looked up as they are written."""

from __future__ import annotations

from collections.abc import Iterable

import click

from tui.messages.sentences import translate, user_language


class SpokenHelp(click.HelpFormatter):
    """Writes help with every heading, paragraph and explanation in the user's language."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line that shows how the command is called."""
        super().write_usage(prog, args, prefix or f"{translate('Usage:')} ")

    def write_heading(self, heading: str) -> None:
        """Write a heading."""
        super().write_heading(translate(heading))

    def write_text(self, text: str) -> None:
        """Write paragraphs; one that begins with a backspace is laid out and stays so."""
        super().write_text("\n\n".join(map(_paragraph, text.split("\n\n"))))

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Write names and what they are."""
        super().write_dl([(name, _explanation(text)) for name, text in rows], col_max, col_spacing)


def _paragraph(text: str) -> str:
    if text.startswith("\b"):
        return text.replace("Examples:", translate("Examples:"))
    return translate(" ".join(text.split()))


def _explanation(text: str) -> str:
    explained, gap, added = text.partition("  [")
    notes = "; ".join(map(_note, added.removesuffix("]").split("; ")))
    return translate(" ".join(explained.split())) + (f"{gap}{notes}]" if gap else "")


def _note(added: str) -> str:
    name, _, value = added.partition(": ")
    return translate("default: {value}", value=value) if name == "default" else translate(added)


class SpokenContext(click.Context):
    """A command's context, with help in the user's language."""

    def make_formatter(self) -> click.HelpFormatter:
        """What lays out the help: click's own in English."""
        if user_language() == "en":
            return super().make_formatter()
        return SpokenHelp(width=self.terminal_width, max_width=self.max_content_width)
