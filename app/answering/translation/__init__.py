"""Short answers in the asker's language: people, places, bodies, quantities and times, Korean <-> English."""
