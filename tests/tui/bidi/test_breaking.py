"""Words longer than a line are broken at their joints; all others as ever."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich._wrap import divide_line
from rich.cells import cell_len

from tui.bidi.breaking import broken_line

ADDRESS = "https://maltatoday.com.mt/news/world/76332/dozens_of_children_dead_in_syria"


def lines(text: str, width: int) -> list[str]:
    at = [0, *broken_line(text, width), len(text)]
    return [text[start:end] for start, end in pairwise(at)]


def test_an_address_is_broken_behind_its_signs() -> None:
    assert lines(ADDRESS, 31) == [
        "https://maltatoday.com.mt/news/",
        "world/76332/dozens_of_children_",
        "dead_in_syria",
    ]
    assert lines(f"see {ADDRESS}", 20)[0] == "see https://"
    assert lines("a" * 25, 10) == ["a" * 10, "a" * 10, "a" * 5]


@given(st.text(alphabet="ab/_-. \u0627\u0644", max_size=80), st.integers(1, 30))
def test_no_line_is_too_long_and_none_is_empty(text: str, width: int) -> None:
    parts = lines(text, width)
    assert "".join(parts) == text
    assert all(cell_len(part.rstrip()) <= width or not part.strip() for part in parts)
    assert all(parts[:-1]) or len(parts) == 1


@given(st.text(alphabet="abc ", max_size=80), st.integers(5, 30))
def test_what_has_no_long_word_is_divided_as_rich_does(text: str, width: int) -> None:
    if all(len(word) <= width for word in text.split()):
        assert broken_line(text, width) == divide_line(text, width)
