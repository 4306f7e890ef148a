"""A text as a sheet of lines: its blocks, hints, and what the mouse meets in it."""
