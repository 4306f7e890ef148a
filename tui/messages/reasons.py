"""Why a record was found by a name, in the interface's words: for the explorer and for commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.messages import say

if TYPE_CHECKING:
    from store.model.found.reasons import Doubt, WordMet
    from store.model.records import NameHit, TextHit


def reasons_in_words(hit: NameHit) -> list[str]:
    """A line each: by which name and rule it was found, its words, its score, what is doubtful.

    Args:
        hit: a record that was found by name.
    """
    of = "why.alias" if hit.role == "alias" else "why.name"
    lines = [say(of, name=hit.matched, rule=say(f"why.{hit.how}"))]
    if hit.how not in ("exact", "acronym"):
        lines += [_word(met) for met in hit.why.meeting.words]
        if hit.why.meeting.left and not hit.why.meeting.begins:
            lines.append(say("why.left", words=_together(hit.why.meeting.left)))
    lines.append(_score(hit))
    lines.append(doubt_in_words(hit.why.doubt))
    return lines


def text_reasons_in_words(hit: TextHit) -> list[str]:
    """A line each: how much of what was asked a record's text has, which words, and how well.

    Args:
        hit: a record that was found by words of its text.
    """
    lines = [say("why.text-all") if hit.match == "all" else say("why.text-some")]
    if hit.words_found:
        lines.append(say("why.text-words", words=_together(hit.words_found)))
    lines.append(say("why.text-score", score=f"{hit.score:.1f}"))
    return lines


def doubt_in_words(doubt: Doubt) -> str:
    """Whether a record is surely meant, and if not, why."""
    return say("why.sure") if not doubt else say("why.unsure", doubt=say(f"why.doubt-{doubt}"))


def _word(met: WordMet) -> str:
    if not met.other:
        return say("why.unmet", word=met.word)
    if met.word == met.other:
        return say("why.same", word=met.word)
    return say("why.met", word=met.word, other=met.other, percent=round(100 * met.likeness))


def _score(hit: NameHit) -> str:
    score = say("why.score", score=round(hit.score))
    told = [(cost, round(points)) for cost, points in hit.why.costs]
    costs = [say(f"why.cost-{cost}", points=points) for cost, points in told if points]
    return say("why.costs", score=score, costs=say("why.and").join(costs)) if costs else score


def _together(words: list[str] | tuple[str, ...]) -> str:
    return say("why.comma").join(words)
