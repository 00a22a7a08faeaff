"""Counterclaim: who claims what, in which words, through which channel, and who says otherwise."""

__version__ = "0.1.0"
