"""Runs: asking the questions of a set, and keeping what came of it on disk."""
