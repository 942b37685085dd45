"""Who wrote an article, where it came out and when: bylines, datelines, heads of press releases."""
