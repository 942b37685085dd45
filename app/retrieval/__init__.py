"""Question -> ranked passages: candidates from vectors and keywords, fused by reciprocal rank."""
