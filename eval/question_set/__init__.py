"""Question sets: what is asked, and the gold it is scored against, from whatever file people keep theirs in."""
