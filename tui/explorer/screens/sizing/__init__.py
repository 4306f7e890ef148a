"""The room that panes have: all of it for one, or a share for each."""
