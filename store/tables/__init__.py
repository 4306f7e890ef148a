"""The connection to the SQLite file, and its rows made into records.

What comes in is a connection and ids or keys; what goes out are records, never rows of SQL.
"""
