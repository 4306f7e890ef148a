"""The explorer: a Textual program of linked panes.

Its rooms, from the start down to drawing, are in docs/architecture.md.
"""
