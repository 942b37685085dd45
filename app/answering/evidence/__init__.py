"""Evidence: the sentences of the retrieved articles, weighed by how much of the question each of them answers."""
