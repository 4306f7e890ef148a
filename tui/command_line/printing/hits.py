"""What `lookup` and `search` print alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.command_line.exit_codes import NOTHING
from tui.command_line.output import print_message
from tui.messages.sentences import translate

if TYPE_CHECKING:
    from store.model.records import NameHit, TextHit


def hit_as_json(hit: NameHit | TextHit) -> dict[str, object]:
    """The record that was hit: the fields with which each hit begins in JSON."""
    return {"key": hit.key, "kind": hit.row.kind, "name": hit.row.name._asdict()}


def no_hits(query: str, sentence: str) -> int:
    """Tell that nothing was found, and give the exit code that says it too.

    Args:
        query: as it was typed; where it is empty, that is what is told.
        sentence: what is told of a query that is not empty, in the user's language.
    """
    is_empty = not query.strip()
    print_message(
        translate("The query is empty; give a word to look for.") if is_empty else sentence
    )
    return NOTHING
