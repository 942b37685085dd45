"""Abstention: when the archive does not hold the answer, and how that is said."""
