"""The commands that print and end: each is the `COMMAND` of a module of its name.

Its `run(invocation, …)` gets typed values and returns the exit code.
"""
