"""The commands that print and end, each in a module that is loaded when it is called.

Entries and modules; no widget comes in.
"""
