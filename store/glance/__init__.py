"""What of a store is seen at a glance, before a module of ours or of `sqlite3` has been loaded."""
