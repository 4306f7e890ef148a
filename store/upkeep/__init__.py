"""What fills a store and keeps it: opening, migrating, writing, seeding.

What comes in are records that the model has proved; it alone writes to a store.
"""
