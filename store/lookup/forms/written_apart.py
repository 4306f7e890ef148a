"""Words written together, where capitals or an article show the joints: `BeitJinn`, `rasalayn`.

A name's words are kept written together without the articles between them, so that an article in
the middle of a word hides it; before a sun letter that letter is there twice: `khanashshih`.
"""

from __future__ import annotations

from collections.abc import Iterator

from store.expressions import expression
from store.lookup.forms.form import Asked, Form, lowered
from store.lookup.name_match import NameMatch
from store.typed import Final

_HUMP: Final = expression(r"(?<=[a-z])(?=[A-Z])")
_ARABIC_JOINT: Final = expression("(?<=[\u0621-\u064a]{2})(?=ال[\u0621-\u064a]{3})")
_LONG_WORD: Final = expression("[A-Za-z]{7,40}")
_ARTICLE: Final = expression(
    "(?<=[a-z]{2})(?:[ae]l|[aeiu](?=(?:shsh|dd|nn|rr|ss|tt|zz)[a-z]{2})(?:sh|[dnrstz]))(?=[a-z]{3})"
)
_MOST_READINGS: Final = 4
_LONGEST: Final = 80
_MOST_WORDS: Final = 4
"""Of more, each reading would be as long a look-up, and a name hardly all of it."""
_LEAST: Final = 85.0
_COSTS: Final = 2.0


def _readings(text: str) -> list[str]:
    """The text with its words apart: by their capitals, or else at each article within a word."""
    by_capitals = _HUMP.sub(" ", text)
    if by_capitals != text:
        return [by_capitals]
    return list(_by_articles(text))[:_MOST_READINGS]


def _by_articles(text: str) -> Iterator[str]:
    for joint in _ARABIC_JOINT.finditer(text):
        yield f"{text[: joint.start()]} {text[joint.start() :]}"
    for word in _LONG_WORD.findall(text):
        for joint in _ARTICLE.finditer(word.lower()):
            apart = f"{word[: joint.start()]} al {word[joint.end() :]}"
            yield text.replace(word, apart, 1)
            for further in _ARTICLE.finditer(word.lower(), joint.end()):
                last = f"{word[joint.end() : further.start()]} al {word[further.end() :]}"
                yield text.replace(word, f"{word[: joint.start()]} al {last}", 1)


def _find(asked: Asked) -> list[NameMatch]:
    if len(asked.text) > _LONGEST or len(asked.text.split()) > _MOST_WORDS:
        return []
    return [
        match
        for reading in _readings(asked.text)
        for match in lowered(asked.look_up(reading), _COSTS)
        if match.score >= _LEAST and not match.why.doubt
    ]


WRITTEN_APART = Form("apart", place=57, find=_find, unless=90.0)
