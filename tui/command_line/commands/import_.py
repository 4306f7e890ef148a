"""`masarat import`: records from files."""

from __future__ import annotations

from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING

from tui.command_line.errors import DONE
from tui.command_line.output import print_message
from tui.messages.sentences import translate, translate_count, translate_label

if TYPE_CHECKING:
    from tui.command_line.invocation import Invocation


def formats() -> str:
    """Name the formats that can be read, in the user's language."""
    from store.exchange.import_formats import IMPORT_FORMATS

    *others, last = [translate_label(form.label) for form in IMPORT_FORMATS]
    return translate("{one} or {other}", one=reduce(_with_another, others), other=last)


def _with_another(labels: str, another: str) -> str:
    return translate("{formats}, {another}", formats=labels, another=another)


def run(invocation: Invocation, *, path: Path) -> int:
    """Store the records of a file or a folder."""
    from store.exchange.importing import import_path

    with invocation.open_store() as store:
        imported = import_path(store, path)
    print_message(
        translate(
            "{records} and {sources} stored.",
            records=translate_count("{count} record", "{count} records", imported.records),
            sources=translate_count("{count} source", "{count} sources", imported.sources),
        )
    )
    return DONE
