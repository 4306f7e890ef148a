"""The values that stand in mappings of records: read, and refused with what is wrong with them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from difflib import get_close_matches

from store.errors import FieldPath, Listed, Problem, Sentence
from store.model.reading.keys import is_key, is_of_words, likely_key
from store.model.reading.links import link_target
from store.model.reading.plain_values import (
    in_western_digits,
    is_blank,
    name_shown,
    nearest_field,
    shown,
    text_of,
)
from store.model.records import Bilingual, Citation
from store.typed import Any, Final

LONGEST_LINE: Final = 500
"""Characters that a text of one line may have."""
MOST_ITEMS: Final = 1_000
"""Items that a list may have, where no other bound is given."""
MOST_PLACES: Final = 100
"""Places that a value may name as whence people went, or where to."""
MOST_PROBLEMS: Final = 100
"""Problems that are told of one record."""
_LONGEST_LOCATOR: Final = 40
_NOT_A_KEY: Final = (
    "lower-case letters, digits, - _ . (at most 120, not beginning with a mark) are needed,"
    " not {value}"
)
_NOT_A_KEY_BUT: Final = (
    "lower-case letters, digits, - _ . (at most 120, not beginning with a mark) are needed,"
    " not {value}; did you mean {near}?"
)
_NO_KEY: Final = Sentence(
    "lower-case letters, digits, - _ . (at most 120, not beginning with a mark) are needed"
)


EMPTY_ITEM: Final = Sentence("an empty item stands here; remove it")


class ValueReader:
    """Reads the values of one mapping and gathers what is wrong with them.

    What is not as it must be is read as if it were not there, and so is what is null or blank.
    `path` is the way to the value.
    """

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def read_key(self, value: object, path: FieldPath) -> str:
        """A key of a record, source or collection; a number is one too."""
        text = text_of(value)
        if text is not None and not text.isascii():
            text = unicodedata.normalize("NFC", text)
        if text is not None and is_key(text):
            return text
        if is_blank(value):
            self.complain(path, _NO_KEY)
        elif near := likely_key(text or ""):
            self.complain(path, Sentence(_NOT_A_KEY_BUT, value=shown(value), near=near))
        else:
            self.complain(path, Sentence(_NOT_A_KEY, value=shown(value)))
        return ""

    def read_reference(self, value: object, path: FieldPath) -> str:
        """The key of another record, as it is or in a link such as `[[idlib|Idlib]]`."""
        return self.read_key(link_target(value)[0], path)

    def read_references(self, value: object, path: FieldPath) -> tuple[str, ...]:
        """Keys of other records, each once; one alone may stand without brackets."""
        if is_blank(value):
            return ()
        items = [value] if isinstance(value, str | int) else value
        keys = (
            self.read_reference(item, (*path, index))
            for index, item in enumerate(self.read_list(items, path, MOST_PLACES))
        )
        return tuple(dict.fromkeys(key for key in keys if key))

    def read_word(
        self, value: object, words: Collection[str], path: FieldPath, *, needed: bool = False
    ) -> str:
        """A word of a vocabulary; empty where none is given and none needed."""
        if isinstance(value, str) and value in words:
            return value
        if is_blank(value) and not needed:
            return ""
        if isinstance(value, str) and value.strip() in words:
            return value.strip()
        known = list(words)
        near = []
        if not self._is_full:
            near = get_close_matches(str(value)[:LONGEST_LINE].casefold(), known, 1, 0.6)
        words = Listed(known)
        if is_blank(value):
            sentence = Sentence("one of these is needed: {words}", words=words)
        elif near:
            sentence = Sentence(
                "{value} is not one of {words}; did you mean {near}?",
                value=shown(value),
                words=words,
                near=near[0],
            )
        else:
            sentence = Sentence("{value} is not one of {words}", value=shown(value), words=words)
        self.complain(path, sentence)
        return ""

    def read_checked(
        self, value: object, path: FieldPath, check: Callable[[str], object], refusal: str
    ) -> str:
        """A text or number that passes a check, in Western digits; empty where none is given.

        Args:
            value: what stands in the mapping.
            path: the way to it.
            check: raises ValueError with a `Sentence` for what is not right.
            refusal: the sentence's pattern for a `{value}` that is neither text nor number.
        """
        if is_blank(value):
            return ""
        text = text_of(value) if not isinstance(value, float) else str(value)
        if text is None:
            self.complain(path, Sentence(refusal, value=shown(value)))
            return ""
        text = in_western_digits(text.strip()[:LONGEST_LINE])
        try:
            check(text)
        except ValueError as error:
            self.complain(
                path, Sentence("{value}: {reason}", value=shown(text), reason=error.args[0])
            )
            return ""
        return text

    def read_citations(self, value: object, path: FieldPath) -> tuple[Citation, ...]:
        """Citations from `article#2` (source and locator) or `article` (the source as a whole)."""
        if is_blank(value):
            return ()
        found: dict[Citation, None] = {}
        for index, item in enumerate(self.read_list(value, path)):
            source, locator = link_target(item)
            text = text_of(source)
            if isinstance(text, str) and not locator:
                source, mark, locator = text.strip().partition("#")
                locator = locator if mark else None
            citation = _citation(source, locator)
            if citation is None:
                what = "{value} is not a source's key, perhaps with #locator"
                self.complain((*path, index), Sentence(what, value=shown(item)))
            else:
                found[citation] = None
        return tuple(found)

    def read_bilingual(
        self, value: object, path: FieldPath, longest: int, *, lines: bool = False
    ) -> Bilingual:
        """A text in one or both languages."""
        if is_blank(value):
            return Bilingual()
        mapping = self.read_mapping(value, path, ("en", "ar"))
        return Bilingual(
            self.read_text(mapping.get("en"), (*path, "en"), longest, lines=lines),
            self.read_text(mapping.get("ar"), (*path, "ar"), longest, lines=lines),
        )

    def read_text(
        self, value: object, path: FieldPath, longest: int = LONGEST_LINE, *, lines: bool = False
    ) -> str:
        """A text without space around it; what is longer than the longest is cut.

        A line break in a text of one line, as cells of tables have them, is read as a blank.
        """
        text = text_of(value)
        if value is None:
            return ""
        if text is None:
            self.complain(
                path, Sentence("{value} is not a text; put it in quotes", value=shown(value))
            )
            return ""
        text = text.strip()
        if not text.isprintable():  # most text is printable: the costlier looks are rare
            text = _unified_lines(text) if lines else _on_one_line(text)
            self._refuse_unstorable(text, path)
        if len(text) > longest:
            self.complain(
                path,
                Sentence(
                    "{count:,} characters are more than the {most:,} allowed",
                    count=len(text),
                    most=longest,
                ),
            )
            return text[:longest]
        return text

    def _refuse_unstorable(self, text: str, path: FieldPath) -> None:
        if "\0" in text:
            self.complain(path, Sentence("a NUL character cannot stand here"))
        if re.search(r"[\ud800-\udfff]", text):
            self.complain(path, Sentence("half of a surrogate pair is not a character"))

    def read_lines(self, value: object, path: FieldPath) -> tuple[str, ...]:
        """A list of texts of one line, each once."""
        if is_blank(value):
            return ()
        texts: dict[str, None] = {}
        for index, item in enumerate(self.read_list(value, path)):
            if item is None:
                self.complain((*path, index), EMPTY_ITEM)
            else:
                texts[self.read_text(item, (*path, index))] = None
        return tuple(text for text in texts if text)

    def read_list(self, value: object, path: FieldPath, most: int = MOST_ITEMS) -> list[Any]:
        """A list, of no more than so many items."""
        if not isinstance(value, list | tuple):
            self.complain(path, Sentence("a list is needed, not {value}", value=shown(value)))
            return []
        if len(value) > most:
            what = "a list of {items} items is too long; at most {most} are read"
            self.complain(path, Sentence(what, items=f"{len(value):,}", most=f"{most:,}"))
        return list(value[:most])

    def read_mapping(
        self, value: object, path: FieldPath, fields: tuple[str, ...] | None
    ) -> Mapping[str, Any]:
        """A mapping, with no other fields than those that are named."""
        if not isinstance(value, dict):  # what YAML and JSON give; an abstract check is slow
            expected = "{" + ", ".join(f"{name}: …" for name in fields or ("name",)) + "}"
            self.complain(
                path,
                Sentence("{shape} is needed, not {value}", shape=expected, value=shown(value)),
            )
            return {}
        if fields is not None:
            self.expect_fields(value, fields, path)
        return value

    def expect_fields(
        self, mapping: Mapping[str, Any], known: Collection[str], path: FieldPath
    ) -> None:
        """Complain of fields that are not known."""
        for name in mapping:
            if name not in known:
                if self._is_full:  # a name that is near is dear to find
                    break
                near = nearest_field(str(name), tuple(known), 0.6)
                sentence = (
                    Sentence("there is no such field; did you mean {near}?", near=near)
                    if near
                    else Sentence(
                        "there is no such field; known are {fields}", fields=Listed(known)
                    )
                )
                self.complain((*path, name_shown(name)), sentence)

    @property
    def _is_full(self) -> bool:
        """Whether no more problems are told."""
        return len(self.problems) > MOST_PROBLEMS

    def complain(self, path: FieldPath, message: Sentence) -> None:
        """Keep what is wrong, as long as it is not too much to read."""
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem(path, message))
        elif len(self.problems) == MOST_PROBLEMS:
            what = "more than {most} problems; the others are not told"
            self.problems.append(Problem((), Sentence(what, most=MOST_PROBLEMS)))


def _citation(source: object, locator: str | None) -> Citation | None:
    text = text_of(source)
    text = unicodedata.normalize("NFC", text) if text is not None else ""
    locator = unicodedata.normalize("NFC", locator) if locator else locator
    if not is_key(text) or (locator is not None and not _is_locator(locator)):
        return None
    return Citation(text, locator or "")


def _is_locator(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_LOCATOR and all(
        character in "_.-" or character.isalnum() or is_of_words(character) for character in text
    )


def _on_one_line(text: str) -> str:
    lines = text.splitlines()
    return " ".join(filter(None, map(str.strip, lines))) if len(lines) > 1 else text


def _unified_lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
