"""Checking a claim against the sentences it cites, across Korean and English.

``figures``, ``dates``, ``names`` and ``negation`` each look for one thing that a claim says in what it cites;
``check`` asks them all.
"""
