"""Close reading: the comprehension model marks the answer in the best of the evidence, and their order is settled.

``reader`` has ``extracts`` read, and the best of them ``side_by_side``; ``marked_spans`` makes an answer of what is
marked, and ``values`` chooses where the sentence tells several.
"""
