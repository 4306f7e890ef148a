"""A module a command, named as the command.

Each has `run(invocation, …)`, which gets typed values and returns the exit code.
"""
