"""masarat: a terminal explorer for the agreements of a conflict, in Arabic and English.

`masarat.store` has the data (`from masarat.store import Store`), `masarat.tui` the program.
"""
