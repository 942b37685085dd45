"""What a question asks for: its language, kinds of answer, concepts, times, and what an earlier question adds to it."""
