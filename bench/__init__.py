"""Accuracy and speed of the whole way, beside the floors in `floors.toml`."""
