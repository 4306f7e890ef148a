r"""The one list of characters that shown text must not carry, by what they do.

A terminal or a page obeys these characters or draws nothing for them, so a reader would see
another text than there is. Each constant is what stands between the brackets of a regular
expression: `f"[{CONTROLS}{ISOLATES}]"`. Sources: the general categories and the property
Default_Ignorable_Code_Point of the Unicode Character Database, version 16.

What ordinary writing needs is not unsafe where writing needs it: Arabic and Persian are typed with
joiners and direction marks, and a variation selector chooses how the letter before it looks. Where
a joiner has nothing to join and a selector nothing to choose, text hides in them; a tower of
marks is drawn over the lines beside its own.
"""

from __future__ import annotations

from typing import Final

LINE_FEED_AND_TAB: Final = r"\t\n"
"""Controls that a text of several lines needs and a single line must not have."""

CONTROLS: Final = r"\x00-\x08\x0b-\x1f\x7f-\x9f"
"""C0 but line feed and tab, DEL and C1: a terminal obeys them."""

SURROGATES: Final = r"\ud800-\udfff"
"""Halves of a pair: no characters, and UTF-8 cannot write them."""

NONCHARACTERS: Final = r"\ufdd0-\ufdef\ufffe\uffff"
"""Code points that are never characters. (Above U+FFFF a font draws them as unknown; they stay.)"""

LINE_SEPARATORS: Final = r"\u2028\u2029"
"""Line and paragraph separator: a line break to some programs and nothing to others."""

EMBEDDINGS: Final = r"\u202a-\u202e"
"""Bidi embeddings and overrides with their end: they put text into another order than it has."""

ISOLATES: Final = r"\u2066-\u2069"
"""Bidi isolates with their end: harmless only to a display that knows where each one ends."""

INVISIBLE: Final = (
    r"\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff"
    r"\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""Format characters, fillers and tags that are not drawn: text can hide in them."""

JOINERS: Final = r"\u200c\u200d"
"""They join letters or keep them apart, and are not drawn: safe behind what they can join."""

VARIATION_SELECTORS: Final = r"\u180b-\u180d\u180f\ufe00-\ufe0f"
"""Each chooses a form of the letter before it, and is not drawn itself: safe behind such a one."""

DIRECTION_MARKS: Final = r"\u061c\u200e\u200f"
"""Not unsafe: left-to-right, right-to-left and Arabic letter mark, which are not drawn."""

UNSAFE_ANYWHERE: Final = (
    f"{CONTROLS}{SURROGATES}{NONCHARACTERS}{LINE_SEPARATORS}{EMBEDDINGS}{INVISIBLE}"
)
"""Unsafe wherever it stands, whoever draws the text; isolates are where nobody closes them."""

UNSAFE_IN_LINES: Final = f"{UNSAFE_ANYWHERE}{ISOLATES}"
"""All that is unsafe in a text of several lines wherever it stands."""

UNSAFE: Final = f"{LINE_FEED_AND_TAB}{UNSAFE_IN_LINES}"
"""All that is unsafe in a text of one line wherever it stands."""

MARKS: Final = (
    r"\u0300-\u034e\u0350-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    r"\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711"
    r"\u0730-\u074a\u0897-\u089f\u08ca-\u08e1\u08e3-\u08ff\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
    r"\u1ab0-\u1ace\u1dc0-\u1dff\u20d0-\u20f0\u302a-\u302d\u3099\u309a\ufe20-\ufe2f"
)
"""Marks that are drawn above, below or over the letter before them: safe where they are few."""

# --- what is unsafe where it stands: whole expressions --------------------------------------------

_UNDRAWN: Final = f"{UNSAFE_IN_LINES}{JOINERS}{DIRECTION_MARKS}"

JOINER_WITHOUT_LETTER: Final = rf"(?<![^\x00-\x7f\s{UNSAFE_IN_LINES}{JOINERS}])[{JOINERS}]"
"""A joiner that stands behind no letter that joins and behind no picture."""

SELECTOR_WITHOUT_BASE: Final = (
    rf"(?<![^\x00-\x22\x24-\x29\x2b-\x2f\x3a-\x7f\s{_UNDRAWN}{VARIATION_SELECTORS}])"
    rf"[{VARIATION_SELECTORS}]"
)
"""A selector that stands behind no character that has forms; of ASCII `#`, `*` and digits do."""

MOST_MARKS: Final = 8
"""On one letter. Arabic with all its signs has five, Hebrew four; a tower covers other lines."""

MARK_TOO_MANY: Final = rf"[{MARKS}](?<=[{MARKS}]{{{MOST_MARKS + 1}}})"
"""A mark that stands on as many as a letter may have."""
