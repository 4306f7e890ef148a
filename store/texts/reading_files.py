"""A file that may be the text of a source: read within bounds, and compared with what is known."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from itertools import islice
from pathlib import Path
from typing import Final

from store.errors import MasaratError, Sentence
from store.files.text_file import UnreadableFileError, decoded, read_bytes
from store.model.records import Source
from store.texts.splitting import sentences_of
from store.tuples import NamedTuple

MOST_BYTES: Final = 4 * 1024 * 1024
"""That the text of a source may have."""
MOST_SENTENCES: Final = 150_000
_LONGEST_NAME: Final = 200

Spans = tuple[tuple[int, int], ...]


class TextRefusedError(MasaratError):
    """A file that is not attached as the text of a source; nothing was stored."""


class ReadText(NamedTuple):
    """The text of a source as it is kept."""

    sha256: str
    file: str
    content: str
    spans: Spans
    """Start and end of each sentence in it."""


def read_text_of(source: Source, file: Path, *, another: bool = False) -> ReadText:
    """Read the text of a source.

    Args:
        source: whose text it is to be.
        file: a regular file in UTF-8, or in UTF-16 or UTF-32 with a byte order mark.
        another: whether it may be another text than the one whose hash the source knows.

    Raises:
        TextRefusedError: it is no such file, too large, empty, or another text.
    """
    try:
        data = read_bytes(file, MOST_BYTES)
        content = decoded(data)
    except UnreadableFileError as error:
        raise _refused(file, error.what, error.todo) from error
    digest = hashlib.sha256(data).hexdigest()
    if source.sha256 and digest != source.sha256 and not another:
        what = Sentence(
            "this is not the text of {source} whose hash is known: its SHA-256 is {digest}, not "
            "{expected}",
            source=source.key,
            digest=digest,
            expected=source.sha256,
        )
        todo = Sentence(
            "Name that text; or attach this one all the same with --another-text, and it is "
            "marked as another"
        )
        raise _refused(file, what, todo)
    spans = spans_of(source, digest, content)
    if not spans:
        what = Sentence("there is no sentence in it")
        raise _refused(file, what, Sentence("Name a file that holds the text"))
    if len(spans) > MOST_SENTENCES:
        what = Sentence("it has more than {most} sentences", most=f"{MOST_SENTENCES:,}")
        raise _refused(file, what, Sentence("Attach the part of it that is cited"))
    return ReadText(digest, _name_of(file), content, spans)


def spans_of(source: Source, digest: str, content: str) -> Spans:
    """The sentences of a text: those that its source knows, where it is that text.

    Args:
        source: whose text it is.
        digest: the SHA-256 of the file.
        content: the text.
    """
    if source.sha256 == digest and source.sentences and source.sentences[-1][1] <= len(content):
        return source.sentences
    return tuple(islice(sentences_of(content), MOST_SENTENCES + 1))


def text_of_row(source: Source, row: Mapping[str, object]) -> ReadText | None:
    """The text that the row of a damaged store holds; None where it is not whole.

    Args:
        source: whose text it is.
        row: of the table of texts, by column.
    """
    digest, content, file = row.get("sha256"), row.get("content"), row.get("file")
    if not (isinstance(digest, str) and is_digest(digest) and isinstance(content, str)):
        return None
    if "\0" in content or not _is_storable(content) or len(content) > MOST_BYTES:
        return None
    spans = spans_of(source, digest, content)
    if not 0 < len(spans) <= MOST_SENTENCES:
        return None
    is_name = isinstance(file, str) and file.isprintable() and _is_storable(file)
    return ReadText(digest, str(file)[:_LONGEST_NAME] if is_name else "", content, spans)


def is_digest(text: str) -> bool:
    """Whether a text is a SHA-256 as it is written here."""
    return len(text) == 64 and not text.strip("0123456789abcdef")


def _is_storable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _name_of(file: Path) -> str:
    return file.name.encode("utf-8", "replace").decode()[:_LONGEST_NAME]


def _refused(file: Path, what: Sentence, todo: Sentence) -> TextRefusedError:
    sentence = Sentence("{path}: {what}. {todo}.", path=str(file), what=what, todo=todo)
    return TextRefusedError(sentence)
