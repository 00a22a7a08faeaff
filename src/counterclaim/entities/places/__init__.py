"""Places: which words of an article name them, which place is meant, and where it lies."""

from counterclaim.entities.places.candidate import Candidate
from counterclaim.entities.places.find import find_places
from counterclaim.entities.places.gazetteer import Gazetteer

__all__ = ["Candidate", "Gazetteer", "find_places"]
