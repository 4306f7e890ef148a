"""The query language: from what is typed to a tree of terms, and back to the text of a query."""
