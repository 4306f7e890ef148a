"""A record with what stands around it, and the ways from one record to another, in cells."""
