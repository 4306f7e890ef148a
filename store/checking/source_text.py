"""Whether a file is the text that a source was made from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from store.errors import Finding, Sentence
from store.files.text_file import UnreadableFileError, read_bytes
from store.model.records import Source

_LONGEST_TEXT: Final = 64 * 1024 * 1024
"""Bytes that the text of a source may have."""
_NAME_THE_TEXT: Final = Sentence(
    "Name the text that the records were made from; sentences of another may differ"
)


def check_source_text(sources: Iterable[Source], file: Path) -> list[Finding]:
    """Verify that a file is the text of one of the sources: by its SHA-256, then its sentences.

    Returns:
        Nothing where it is the text.
    """
    by_hash = {source.sha256: source for source in sources if source.sha256}
    if not by_hash:
        what = Sentence("no source carries the SHA-256 of its text")
        return [Finding(str(file), 1, what, _NAME_THE_TEXT)]
    try:
        data = read_bytes(file, _LONGEST_TEXT)
    except UnreadableFileError as error:
        return [error.in_file(str(file))]
    digest = hashlib.sha256(data).hexdigest()
    if digest not in by_hash:
        return [Finding(str(file), 1, _another_text(by_hash, digest), _NAME_THE_TEXT)]
    return _sentences_behind(by_hash[digest], len(data.decode("utf-8", "replace")), file)


def _another_text(by_hash: dict[str, Source], digest: str) -> Sentence:
    return Sentence(
        "this is not the text of {names}: its SHA-256 is {digest}, not {expected}",
        names=" / ".join(source.key for source in by_hash.values()),
        digest=digest,
        expected=" / ".join(by_hash),
    )


def _sentences_behind(source: Source, length: int, file: Path) -> list[Finding]:
    """Find sentences of a source that end behind its text of so many characters."""
    return [
        Finding(
            str(file),
            1,
            Sentence(
                "sentence {number} of {source} ends behind the text",
                number=number,
                source=source.key,
            ),
            Sentence("Correct it"),
        )
        for number, (_, end) in enumerate(source.sentences, start=1)
        if end > length
    ]
