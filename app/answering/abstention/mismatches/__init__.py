"""What tells that a sentence, however well it fits, is not of what is asked: another year, round, rank or body."""
