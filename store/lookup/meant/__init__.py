"""Whether a name that is like a query is what was meant by it, and why it was found.

What goes in is what look-up has compared already; what goes out is frozen data.
"""
