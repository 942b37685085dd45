"""Finding the few words of a sentence that answer: a date, a place, a person, a quantity, a name in quotes."""
