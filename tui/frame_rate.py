"""How often Textual draws: it reads this once, when it is imported, so import this before it."""

import os

# A typed letter is on screen some 20 ms sooner than with the default of 60 frames a second.
os.environ.setdefault("TEXTUAL_FPS", "120")
