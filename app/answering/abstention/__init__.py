"""Abstention: when the archive does not hold the answer, and how that is said.

``rule`` decides by probability, ``mismatches`` by what a sentence says, ``unknown_topic`` by what no article names.
``non_answers`` are what an article says itself where it cannot answer, and ``refusal`` is what is said otherwise.
"""
