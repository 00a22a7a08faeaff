"""Parsed article → who is said to have said it, in which words."""

from counterclaim.attribution.attribute import attribute

__all__ = ["attribute"]
