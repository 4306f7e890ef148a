"""Records in and out of a store: imports, exports, reports, the guide.

Works on an open `Store`; each format is an entry.
"""
