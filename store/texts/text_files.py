"""The text of a source as a file of an export, and back: front matter, and then the text as it is.

What the file says of the hash is believed only where the text has it.
"""

from __future__ import annotations

import codecs
import hashlib
from pathlib import Path
from typing import Final

from store.errors import Finding, ImportRefused, Sentence
from store.files import front_matter
from store.files.front_matter import FrontMatterError
from store.files.text_file import UnreadableFileError, decoded, read_bytes, unified_lines
from store.files.vault import LARGEST_TEXT, TEXT_KIND
from store.texts.held import WholeText
from store.texts.reading_files import MOST_SENTENCES, is_digest
from store.texts.splitting import sentences_of
from store.tuples import NamedTuple

_FENCE: Final = "---"
_ENCODINGS: Final = (
    (b"", "utf-8"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
)
"""In which a file that was attached may have been; see `store.files.text_file.decoded`."""
_LONGEST_NAME: Final = 200


class TextFile(NamedTuple):
    """A text as such a file holds it."""

    source: str
    """The key of its source."""
    sha256: str
    """Of the file that was attached first, or of the text where that is another."""
    file: str
    """The name of that file."""
    content: str
    is_changed: bool
    """Whether it is not the text whose hash the file states."""


def write_text_file(text: WholeText) -> str:
    """Write the file.

    Args:
        text: as the store holds it.
    """
    held = text.held
    fields = {"kind": TEXT_KIND, "source": held.source, "file": held.file, "sha256": held.sha256}
    return front_matter.write(fields) + text.content


def read_text_file(path: Path, shown_as: str) -> TextFile:
    """Read such a file.

    Args:
        path: the file.
        shown_as: how findings name it.

    Raises:
        ImportRefused: it is broken, or holds no text.
    """
    try:
        text = decoded(read_bytes(path, LARGEST_TEXT))
        body = _begin_of_body(text)
        fields = front_matter.read(unified_lines(text[:body] or text))
    except UnreadableFileError as error:
        raise ImportRefused([error.in_file(shown_as)]) from error
    except FrontMatterError as error:
        finding = Finding(shown_as, error.line, error.sentence, error.todo)
        raise ImportRefused([finding]) from error
    found = fields.fields if fields else {}
    source, stated, file = (found.get(name, "") for name in ("source", "sha256", "file"))
    content = text[body:] if body else ""
    if not (isinstance(source, str) and source):
        what = Sentence("the front matter of a text names no source")
        todo = Sentence("Name the key of the source it is of: source: KEY")
        raise ImportRefused([Finding(shown_as, 1, what, todo)])
    sentences = sum(1 for _ in zip(range(MOST_SENTENCES + 1), sentences_of(content), strict=False))
    if not 0 < sentences <= MOST_SENTENCES:
        many = Sentence("it has more than {most} sentences", most=f"{MOST_SENTENCES:,}")
        what = many if sentences else Sentence("there is no sentence in it")
        raise ImportRefused([Finding(shown_as, 1, what, Sentence("Attach the text itself"))])
    is_as_stated = _has_hash(content, stated)
    digest = stated if is_as_stated else hashlib.sha256(content.encode()).hexdigest()
    name = file[:_LONGEST_NAME] if isinstance(file, str) and file.isprintable() else ""
    return TextFile(source, digest, name, content, not is_as_stated)


def _begin_of_body(text: str) -> int:
    """Where the text begins behind its front matter; 0 where that has no end."""
    start = 0
    while (end := text.find("\n", start)) >= 0:
        if start and text[start:end].rstrip() == _FENCE:
            return end + 1
        start = end + 1
    return 0


def _has_hash(content: str, stated: object) -> bool:
    """Whether the text, in an encoding in which it may have been, has the hash."""
    if not (isinstance(stated, str) and is_digest(stated)):
        return False
    return any(
        hashlib.sha256(mark + content.encode(encoding)).hexdigest() == stated
        for mark, encoding in _ENCODINGS
    )
