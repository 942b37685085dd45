"""Which of a sentence's values is meant, and how much of a list of them."""
