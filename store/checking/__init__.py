"""What is wrong in a collection."""
