"""A text cut into the parts that may be names: at marks, and at words that join names."""

from __future__ import annotations

from store.expressions import expression
from store.lookup.forms.words_beside import length_at, phrases
from store.lookup.keys import without_article
from store.text.folding import fold, words
from store.tuples import NamedTuple
from store.typed import Final

_CHUNK: Final = expression(
    r"""[,،;؛()\[\]{}/\\|:<>«»"“”„•=→\n]|[^\s,،;؛()\[\]{}/\\|:<>«»"“”„•=→]+"""
)
_MARKS: Final = frozenset(',،;؛()[]{}/\\|:<>«»"“”„•=→\n-–—−')
_LONG_DASH: Final = expression("[–—−]")
_BY_NAME: Final = "ب"
_SHORTEST_WITH_PARTICLE: Final = 4
_SHORTEST: Final = 3  # letters of a part
MOST_PARTS: Final = 4
MOST_WORDS: Final = 24


class Chunk(NamedTuple):
    """A piece of a text between blanks or marks, and its folded words; none for a mark."""

    text: str
    words: tuple[str, ...]


def chunks(text: str) -> list[Chunk]:
    """The words of a text as typed, and the marks between them; only the first so many."""
    pieces = _CHUNK.findall(_LONG_DASH.sub(" - ", text))
    return [
        Chunk(piece, () if piece in _MARKS else tuple(words(fold(piece))))
        for piece in pieces[:MOST_WORDS]
    ]


def parts(text: str, *sections: str) -> list[str]:
    """The parts of a text between marks and the phrases of some sections of `words.txt`.

    Args:
        text: as typed.
        sections: their headings.

    Returns:
        The parts as typed, the first so many; the text itself where nothing cuts it.
    """
    found: list[list[str]] = [[]]
    for piece in _cut(chunks(text), sections):
        if piece is None:
            found.append([])
        elif piece:
            found[-1].append(piece)
    joined = (" ".join(piece) for piece in found)
    return [piece for piece in joined if len(fold(piece).strip()) >= _SHORTEST][:MOST_PARTS]


def _cut(pieces: list[Chunk], sections: tuple[str, ...]) -> list[str | None]:
    """What stands in a text, None where it is cut."""
    places = [(at, word) for at, piece in enumerate(pieces) for word in piece.words]
    folded = [word for _, word in places]
    covered: set[int] = set()
    by_name: set[int] = set()  # where a name follows with a particle written to it
    place = 0
    while place < len(folded):
        length = max((length_at(folded, place, section) for section in sections), default=0)
        covered.update(range(place, place + length))
        if length and _takes_particle(tuple(folded[place : place + length]), sections):
            by_name.add(place + length)
        place += length or 1
    cut: list[str | None] = []
    place = 0
    for piece in pieces:
        own = range(place, place + len(piece.words))
        place += len(piece.words)
        if not piece.words:
            cut.append(None if piece.text in _MARKS else "")
        elif covered.isdisjoint(own):
            cut.append(_without_particle(piece) if own[0] in by_name else piece.text)
        else:
            cut.append(None)
            cut.append(" ".join(folded[at] for at in own if at not in covered))
    return cut


def _takes_particle(phrase: tuple[str, ...], sections: tuple[str, ...]) -> bool:
    """Whether the name that follows a phrase may have ب written to it: الملقب بالجولاني."""
    bare = tuple(map(without_article, phrase))
    return any((*bare, _BY_NAME) in phrases(section).get(bare[0], ()) for section in sections)


def _without_particle(piece: Chunk) -> str:
    word = piece.words[0]
    if word.startswith(_BY_NAME) and len(word) >= _SHORTEST_WITH_PARTICLE:
        return " ".join((word[1:], *piece.words[1:]))
    return piece.text
