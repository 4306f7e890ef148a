"""The commands that print and end."""
