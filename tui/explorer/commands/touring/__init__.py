"""The tour of a minute: one step after the other, each done by pressing its key."""
