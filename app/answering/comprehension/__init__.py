"""Reading comprehension: a small network reads a passage with a question in mind and marks what answers it."""
