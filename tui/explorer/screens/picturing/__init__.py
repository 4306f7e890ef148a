"""Screens that show a picture."""
