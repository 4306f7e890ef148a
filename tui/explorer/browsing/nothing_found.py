"""What to do next where the list has no record: what was meant, and what can be taken away."""

from __future__ import annotations

from tui.explorer.browsing.browser import Browser
from tui.messages import say


def nothing_found(browser: Browser) -> str:
    """What stands in place of an empty list, in paragraphs; in the interface's language."""
    answer, question = browser.answer, browser.question
    if not any(browser.counts.values()):
        return say("nothing.in-store")
    filters = browser.store.filters_in(question.query)
    if [each.name for each in filters] == ["marked"] and filters[0].text == question.query.strip():
        return say("nothing.marked")
    elsewhere = sum((answer.by_kind or {}).values())
    steps = [
        say("nothing.did-you-mean", query=answer.suggestion) if answer.suggestion else "",
        say("nothing.other-kinds", count=elsewhere) if question.kind and elsewhere else "",
        say("nothing.filters") if filters else "",
        _about_words(question.query) if answer.is_found_by_words else "",
    ]
    return "\n".join([say("nothing.found"), *filter(None, steps), say("nothing.clear")])


def _about_words(query: str) -> str:
    return say("nothing.words") if len(query.split()) > 1 else say("nothing.word")
