"""The commands that print and end, each in a module that is loaded when it is called."""
