"""Where the user is in the store, and what was found there; no widget."""
