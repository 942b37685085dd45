"""The measures, one kind a file. ``eval.scoring`` holds the table of them."""
