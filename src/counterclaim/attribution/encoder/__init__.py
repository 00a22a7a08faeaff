"""A small neural network that hears cues, sources and contents; what knows its files is `model`."""
