"""How Arabic names are spelt in Latin letters, and which name a spelling is likeliest to mean."""
