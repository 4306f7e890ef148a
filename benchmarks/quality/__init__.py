"""How well finding works: figures on questions with known answers."""
