"""A text as its lines, each of a kind: characters, headlines, buttons and menus, listed facts, rows of tables."""
