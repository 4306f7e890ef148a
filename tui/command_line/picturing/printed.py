"""A picture printed or saved, for every command that draws one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tui.command_line.output import print_exact, print_message, print_text
from tui.terminal.environment import has_utf8
from tui.terminal.safe_output import standard_output, terminal_columns

if TYPE_CHECKING:
    from pathlib import Path

    from tui.pictures.cells import Picture

_SIZE: Final = (80, 24)
"""Cells of a picture in a pipe or file."""
_LARGEST: Final = (400, 120)


def is_to_a_terminal() -> bool:
    """Whether what is printed is seen at once, on lines of a known width."""
    return standard_output().isatty()


def size_of_picture() -> tuple[int, int]:
    """Columns and lines: what a terminal shows at once, with a line left for what follows."""
    if not is_to_a_terminal():
        return _SIZE
    import shutil

    lines = shutil.get_terminal_size(_SIZE).lines
    return min(terminal_columns(), _LARGEST[0]), min(max(lines - 1, 1), _LARGEST[1])


def print_picture(picture: Picture) -> None:
    """Print a picture, and what belongs below it; without UTF-8 its lines are of ASCII."""
    from tui.pictures.plain import lines_below, plain_lines

    for line in plain_lines(picture, only_ascii=not has_utf8()):
        print_text(line)
    for line in lines_below(picture):
        print_text(line)


def save_svg(picture: Picture, file: Path, *, overwrite: bool) -> None:
    """Save a picture as SVG and print where, or print it where the file is `-`.

    Of one on which nothing stands that is said: it is saved like any other.

    Raises:
        WriteError: it cannot be written.
        ExportError: the file exists and may not be replaced.
    """
    from store.disk.whole_file import write_whole
    from tui.command_line.entry import OUTPUT
    from tui.pictures.svg import svg

    if str(file) == OUTPUT:
        print_exact(svg(picture))
    else:
        write_whole(file, svg(picture), overwrite=overwrite)
        print_exact(f"{file}\n")
    if picture.nothing:
        print_message(picture.nothing)
