"""Fitting: learning the product's few trained numbers from question sets. Run ``python -m eval.fitting --help``."""
