"""Generative answers: a language model writes, and each of its sentences is checked against what it cites."""
