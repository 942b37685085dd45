"""What is known about Korean and English text: sentences, index terms, temporal expressions, names, glossary."""
