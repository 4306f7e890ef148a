"""What is wrong in a collection: every rule, run over record files or a store.

What comes in is read already: a `Vault`, a `Store`. What goes out are findings, in words.
"""
