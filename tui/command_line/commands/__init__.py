"""A module a command, named as the command."""
