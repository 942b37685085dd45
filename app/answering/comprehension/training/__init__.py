"""How the comprehension model is made."""
