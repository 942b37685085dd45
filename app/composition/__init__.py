"""The composition root: the only place where parts are chosen and handed to each other.

What is done to an archive (``archive``) is apart from what answers questions (``application``): indexing a folder in
which nothing changed takes a fifth of the time that importing all that answers would take.
"""
