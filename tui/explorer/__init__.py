"""The explorer: a Textual program of linked panes."""
