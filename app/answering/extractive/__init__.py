"""Extractive answers: the best sentences, quoted and cited, with a short answer first. No language model."""
