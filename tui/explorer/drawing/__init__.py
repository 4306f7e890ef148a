"""Logical text drawn as lines of cells.

Texts come in as they are written, lines go out as a terminal shows them.
"""
