"""Dialogs that lead back: to a place where the user was, to an earlier search."""
