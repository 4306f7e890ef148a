"""What a person changed, step by step, to be taken back and done again."""
