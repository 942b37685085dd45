"""Runs shown: as tables at a terminal, as an HTML page, as JUnit XML."""
