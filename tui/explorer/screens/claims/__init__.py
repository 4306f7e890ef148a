"""The claim card: one claim whole, with its sources and with what differs from it."""
