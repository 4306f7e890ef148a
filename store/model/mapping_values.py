"""The values that stand in mappings of records: read, and refused with what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from difflib import get_close_matches
from typing import Any, Final

from store.errors import FieldPath, Problem, Sentence
from store.model.records import Bilingual, Citation

LONGEST_LINE: Final = 500
"""Characters that a text of one line may have."""
_KEY: Final = re.compile(r"[a-z0-9][a-z0-9._-]{0,119}")
_LOCATOR: Final = re.compile(r"[\w.-]{1,40}")
_NOT_A_KEY: Final = (
    "lower-case letters, digits, - _ . (at most 120, not beginning with a mark) are needed,"
    " not {value}"
)
_NO_KEY: Final = Sentence(
    "lower-case letters, digits, - _ . (at most 120, not beginning with a mark) are needed"
)


class ValueReader:
    """Reads the values of one mapping and gathers what is wrong with them.

    What is not as it must be is read as if it were not there. `path` is the way to the value.
    """

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def read_key(self, value: object, path: FieldPath) -> str:
        """A key of a record, source or collection."""
        if isinstance(value, str) and _KEY.fullmatch(value):
            return value
        self.complain(path, _NO_KEY if not value else Sentence(_NOT_A_KEY, value=shown(value)))
        return ""

    def read_word(
        self, value: object, words: Collection[str], path: FieldPath, *, needed: bool = False
    ) -> str:
        """A word of a vocabulary; empty where none is given and none needed."""
        if value is None and not needed:
            return ""
        if isinstance(value, str) and value in words:
            return value
        known = list(words)
        near = get_close_matches(str(value), known, 1, 0.6)
        words = ", ".join(known)
        if value is None:
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
        """A text or whole number that passes a check, as it is written; empty where none is given.

        Args:
            value: what stands in the mapping.
            path: the way to it.
            check: raises ValueError with a `Sentence` for what is not right.
            refusal: the sentence's pattern for a `{value}` that is neither text nor number.
        """
        if value is None:
            return ""
        text = str(value) if isinstance(value, int) else value
        if not isinstance(text, str):
            self.complain(path, Sentence(refusal, value=shown(value)))
            return ""
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
        if value is None:
            return ()
        references = self.read_lines(value, path)
        for index, reference in enumerate(references):
            source, mark, locator = reference.partition("#")
            if not _KEY.fullmatch(source) or (mark and not _LOCATOR.fullmatch(locator)):
                self.complain(
                    (*path, index),
                    Sentence(
                        "{value} is not a source's key, perhaps with #locator",
                        value=shown(reference),
                    ),
                )
        parts = (reference.partition("#") for reference in references)
        return tuple(dict.fromkeys(Citation(source, locator) for source, _, locator in parts))

    def read_bilingual(
        self, value: object, path: FieldPath, longest: int, *, lines: bool = False
    ) -> Bilingual:
        """A text in one or both languages."""
        if value is None:
            return Bilingual()
        mapping = self.read_mapping(value, path, ("en", "ar"))
        return Bilingual(
            self.read_text(mapping.get("en"), (*path, "en"), longest, lines=lines),
            self.read_text(mapping.get("ar"), (*path, "ar"), longest, lines=lines),
        )

    def read_text(
        self, value: object, path: FieldPath, longest: int = LONGEST_LINE, *, lines: bool = False
    ) -> str:
        """A text without space around it; what is longer than the longest is cut."""
        if value is None:
            return ""
        if not isinstance(value, str):
            self.complain(
                path, Sentence("{value} is not a text; put it in quotes", value=shown(value))
            )
            return ""
        text = value.strip()
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
        if not text.isprintable():  # most text is printable: the costlier looks are rare
            self._refuse_unstorable(text, path, lines=lines)
        return text

    def _refuse_unstorable(self, text: str, path: FieldPath, *, lines: bool) -> None:
        if not lines and ("\n" in text or "\r" in text):
            self.complain(path, Sentence("a line break cannot stand here"))
        if "\0" in text:
            self.complain(path, Sentence("a NUL character cannot stand here"))
        if re.search(r"[\ud800-\udfff]", text):
            self.complain(path, Sentence("half of a surrogate pair is not a character"))

    def read_lines(self, value: object, path: FieldPath) -> tuple[str, ...]:
        """A list of texts of one line, each once."""
        if value is None:
            return ()
        texts = (
            self.read_text(item, (*path, index))
            for index, item in enumerate(self.read_list(value, path))
        )
        return tuple(dict.fromkeys(text for text in texts if text))

    def read_list(self, value: object, path: FieldPath) -> list[Any]:
        """A list."""
        if isinstance(value, list | tuple):
            return list(value)
        self.complain(path, Sentence("a list is needed, not {value}", value=shown(value)))
        return []

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
                near = get_close_matches(str(name), known, 1, 0.6)
                sentence = (
                    Sentence("there is no such field; did you mean {near}?", near=near[0])
                    if near
                    else Sentence(
                        "there is no such field; known are {fields}", fields=", ".join(known)
                    )
                )
                self.complain((*path, str(name)), sentence)

    def complain(self, path: FieldPath, message: Sentence) -> None:
        """Keep what is wrong."""
        self.problems.append(Problem(path, message))


def shown(value: object) -> str:
    """A value as a message quotes it: short, and with nothing in it that a terminal obeys."""
    text = str(value)
    return repr(text if len(text) <= 60 else text[:57] + "…")
