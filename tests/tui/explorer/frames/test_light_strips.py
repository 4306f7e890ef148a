"""Strips make their caches when something is kept in them, and are else as Textual has them."""

from __future__ import annotations

import ast
import inspect

import pytest
import textual.strip
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.explorer.drawing.frames import light_strips
from tui.explorer.drawing.frames.light_strips import CACHES, use_light_strips

BOLD = Style(bold=True)


@pytest.fixture(autouse=True)
def are_light(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Strip, "__init__", Strip.__init__)
    monkeypatch.setattr(Strip, "__getattr__", light_strips._make_cache, raising=False)
    use_light_strips()


def made_by_textual() -> dict[str, str]:
    """The slots that Textual's own `__init__` fills, and with what, in its words."""
    tree = ast.parse(inspect.getsource(textual.strip))  # its `__init__` may be ours by now
    (of_strips,) = (each for each in tree.body if getattr(each, "name", "") == "Strip")
    (begins,) = (each for each in ast.walk(of_strips) if getattr(each, "name", "") == "__init__")
    made = {}
    for node in ast.walk(begins):
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            assert isinstance(target, ast.Attribute)
            made[target.attr] = ast.unparse(node.value)
    return made


def test_the_slots_are_those_that_textual_fills_and_its_caches_are_as_large() -> None:
    ours = {name: f"FIFOCache({kept})" for name, kept in CACHES.items()}
    ours |= {"_segments": "list(segments)", "_cell_length": "cell_length"}
    ours |= dict.fromkeys(("_render_cache", "_link_ids", "_cell_count"), "None")
    assert made_by_textual() == ours
    assert set(ours) == set(Strip.__slots__)


def test_a_cache_is_made_when_it_is_asked_for_and_kept() -> None:
    strip = Strip([Segment("one two")])
    assert strip.cell_length == 7
    assert strip.divide([3, 7])[0].text == "one"
    assert strip.divide([3, 7]) is strip.divide([3, 7])
    assert strip.crop(4) is strip.crop(4)
    assert strip.apply_style(BOLD) is strip.apply_style(BOLD)
    assert strip.crop_extend(0, 9, None) is strip.crop_extend(0, 9, None)


def test_what_no_strip_has_is_missed_as_ever() -> None:
    strip = Strip([Segment("one")])
    assert not hasattr(strip, "anything_else")
    with pytest.raises(AttributeError, match="anything_else"):
        strip.anything_else  # noqa: B018  # type: ignore[attr-defined]
