"""Logical text drawn as lines of cells."""
