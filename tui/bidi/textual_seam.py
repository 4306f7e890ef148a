"""The private parts of Textual 8.2.8 that display needs, in one place.

Textual offers no hook between wrapping a text and drawing its lines, and wrapping must come first
(in logical order). So four of its methods are replaced, by one call of the app:

- `Content._wrap_and_format` is called for logical lines; replaced so that what must not reach a
  terminal is a visible placeholder before widths are measured.
- `Content.render_strips` is replaced by one that reorders the wrapped lines.
- `Content.get_optimal_width` and `get_minimal_width` measure the same placeholders.
- `Screen.get_widget_and_offset_at` is replaced so that the mouse finds the logical character.

`_FormattedLine.content`, `.x`, `.y` and `.get_style` are read from what `_wrap_and_format` returns.
`tui.bidi.field` overrides the private members of `Input` that it lists there. The tests fail when
a release of Textual no longer has one of these names.
"""

from __future__ import annotations
