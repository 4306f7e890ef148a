"""What fills a store and keeps it: opening, migrating, writing, seeding."""
