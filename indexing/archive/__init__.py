"""The archive on disk: ``catalog`` (SQLite, the truth), and what is ``derived`` from it, vectors and keywords.

``seals`` tell whether the files of the derived stores are as they were left; ``archive`` is all of them as one.
"""
