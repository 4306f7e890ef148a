"""The ground that the user chose once for every map."""

from __future__ import annotations

from pathlib import Path

from store.errors import MasaratError
from store.maps.ground import Ground, ground_file
from store.paths import GOVERNORATES_FILE
from tui.messages.sentences import translate_sentence


def chosen_ground(kept: str) -> tuple[Ground, str]:
    """Read the ground of a map.

    Args:
        kept: path of a GeoJSON; empty for the governorates.

    Returns:
        The ground, and why it is not the one that was chosen; empty where it is. Where none can
        be read at all, zones stand on nothing.
    """
    why = ""
    for file in dict.fromkeys((kept or GOVERNORATES_FILE, GOVERNORATES_FILE)):
        try:
            return ground_file(Path(file)), why
        except MasaratError as error:
            why = translate_sentence(error.sentence)
    return Ground(()), why
