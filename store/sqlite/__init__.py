"""SQLite and its files, whatever they hold: what a file is, what an error means, how to wait.

Nothing here knows of records.
"""
