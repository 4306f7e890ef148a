"""The filters of what is asked, as they stand under the search box."""

from __future__ import annotations

from store.tuples import NamedTuple
from tui.explorer.browsing.browser import Browser
from tui.messages import say
from tui.messages.sentences import translate_sentence


class FilterChips(NamedTuple):
    """What is said of the filters, and what can be pressed."""

    said: str
    """Which filter cannot be asked, and why; empty where all can."""
    chips: list[tuple[str, str]]
    """Text and the query that it leads to: without a filter, or with what one may mean."""


def filter_chips(browser: Browser) -> FilterChips:
    """What stands under the box of the present answer."""
    answer, store = browser.answer, browser.store
    query, remark = answer.question.query, answer.remark
    if remark and remark.is_about_filter:
        meant = [(browser.label_of(each), each.query) for each in remark.corrections]
        return FilterChips(translate_sentence(remark.told), meant)
    if answer.suggestion:
        return FilterChips(say("search.did-you-mean"), [(answer.suggestion, answer.suggestion)])
    if slips := answer.slips.searched:
        said = say("search.searched-instead", query=slips)
        return FilterChips(said, [(answer.slips.as_typed, answer.slips.as_typed)])
    written = store.filters_in(query) if ":" in query else []
    return FilterChips("", [(f"{one.text} ×", store.without_filter(query, one)) for one in written])
