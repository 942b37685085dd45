"""The measures, one kind a file. ``eval.scoring`` holds the table of them, which is all that a new one needs."""
