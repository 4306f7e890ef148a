"""Lines in dots."""

from __future__ import annotations

from tui.pictures.dots import Dot, Dots, braille


def drawn(start: Dot, end: Dot) -> list[str]:
    dots = Dots(3, 2)
    dots.draw(start, end)
    filled = {(column, line): braille(bits) for column, line, bits in dots.filled()}
    return ["".join(filled.get((column, line), "⠀") for column in range(3)) for line in range(2)]


def test_a_level_line_fills_its_row_of_dots() -> None:
    assert drawn(Dot(0, 0), Dot(5, 0)) == ["⠉⠉⠉", "⠀⠀⠀"]


def test_a_line_is_cut_at_the_edges_however_long_it_is() -> None:
    assert drawn(Dot(-1e12, 0), Dot(1e12, 0)) == ["⠉⠉⠉", "⠀⠀⠀"]
    assert drawn(Dot(-5, -5), Dot(-1, 20)) == ["⠀⠀⠀", "⠀⠀⠀"]
    assert drawn(Dot(3, -9), Dot(3, 99)) == ["⠀⢸⠀", "⠀⢸⠀"]
