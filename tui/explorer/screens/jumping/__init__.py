"""Jumping: a letter on each pane and row, and the way there."""
