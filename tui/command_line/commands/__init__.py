"""The commands that print and end: each is the `COMMAND` of a module of its name."""
