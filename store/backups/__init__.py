"""Backups of a whole store: made while others write to it, and put back in its place."""
