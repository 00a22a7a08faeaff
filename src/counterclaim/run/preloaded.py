"""Imported by the process from which workers are forked, so that what they have in common is loaded once."""

from counterclaim.run.workers import load_for_all

load_for_all()
