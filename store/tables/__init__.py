"""The connection to the SQLite file, and its rows made into records."""
