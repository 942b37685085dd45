"""Close reading: the comprehension model marks the answer in the best of the evidence, and their order is settled."""
