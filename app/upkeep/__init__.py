"""Keeps the archive up to date while the page answers from it."""
