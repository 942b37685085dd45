"""Gates: what a run must reach, as data and as code."""
