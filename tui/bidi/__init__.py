"""Arabic in a terminal: logical text to what a terminal must be given, and the way back.

This package's face needs no Textual. `tui.bidi.textual_seam.install` puts in order whatever Textual
draws from a `Content`; `tui.bidi.field` is a text field; lines that widgets draw themselves, border
titles too, take `visual` or `visual_line`.
"""

from tui.bidi.algorithm.direction import Direction
from tui.bidi.isolates import isolated, without_isolates
from tui.bidi.lines import Cluster, VisualLine, direction_of, visual, visual_line
from tui.bidi.sanitising import clean_typed, logical_copy, logical_letters, needs_work, sanitise
from tui.bidi.settings import DisplayMode, DisplaySettings, display_settings, set_display_mode

__all__ = [
    "Cluster",
    "Direction",
    "DisplayMode",
    "DisplaySettings",
    "VisualLine",
    "clean_typed",
    "direction_of",
    "display_settings",
    "isolated",
    "logical_copy",
    "logical_letters",
    "needs_work",
    "sanitise",
    "set_display_mode",
    "visual",
    "visual_line",
    "without_isolates",
]
