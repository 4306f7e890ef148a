"""How much made-up data the property tests see: all of it, or a tenth for `make check`."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("quick", max_examples=settings().max_examples // 10, deadline=None)
