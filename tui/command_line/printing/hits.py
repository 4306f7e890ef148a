"""What `lookup` and `search` print alike."""

from __future__ import annotations

from store.typed import TYPE_CHECKING, Any, Final
from tui.command_line.entry import Column
from tui.command_line.exit_codes import NOTHING
from tui.command_line.output import print_message
from tui.command_line.printing.listing import columns_of_hits
from tui.messages.sentences import translate

if TYPE_CHECKING:
    from store.model.records import NameHit, TextHit


def hit_as_json(hit: NameHit | TextHit) -> dict[str, object]:
    """The record that was hit: the fields with which each hit begins in JSON."""
    row = hit.row
    fields: dict[str, object] = {"key": row.key, "kind": row.kind, "name": row.name._asdict()}
    return {**fields, "date": row.date} if row.date else fields


def hit_of_name_as_json(hit: NameHit) -> dict[str, object]:
    """A record found by name, by which name it was, and whether it is surely meant."""
    return {
        **hit_as_json(hit),
        "matched": hit.matched,
        "role": hit.role,
        "how": hit.how,
        "score": round(hit.score, 1),
        "sure": hit.sure,
    }


def explained_as_json(hit: NameHit) -> dict[str, object]:
    """The same with why it was found: what was compared, what it cost, what is doubtful."""
    meeting = hit.why.meeting
    words = [
        {"word": met.word, "stands_for": met.other, "likeness": round(met.likeness, 3)}
        for met in meeting.words
    ]
    why = {
        "words": words,
        "left": list(meeting.left),
        "costs": {cost: round(points, 1) for cost, points in hit.why.costs},
        "doubt": hit.why.doubt or None,
    }
    return {**hit_of_name_as_json(hit), "why": why}


COLUMNS_OF_NAMES: Final = (
    *columns_of_hits(),
    Column[Any]("matched", "the name or alias that is like the query", lambda hit: hit.matched),
    Column[Any]("how", "why it is: exact, prefix, spelling …", lambda hit: hit.how),
    Column[Any]("score", "likeness, from 0 to 100", lambda hit: f"{hit.score:.1f}"),
    Column[Any](
        "sure", "true where it is surely meant, else false", lambda hit: str(hit.sure).lower()
    ),
)
"""Of records that were found by name."""


def _in_words(hit: NameHit) -> str:
    from tui.messages.reasons import reasons_in_words

    return "; ".join(reasons_in_words(hit))


WHY: Final = Column[Any]("why", "with --explain: why it was found, in words", _in_words)
"""One more, where that is asked for."""


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
