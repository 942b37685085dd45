"""Measurement: question sets, metrics, runs. Uses ``app`` and ``indexing``; nothing uses it."""
