"""Where the user is in the store, and what was found there; no widget.

The store is read here and nowhere else in the explorer.
"""
