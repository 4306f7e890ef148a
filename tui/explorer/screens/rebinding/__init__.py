"""The keys of dialogs and pictures, each under a name by which a user gives it others."""
