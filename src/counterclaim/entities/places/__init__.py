"""Places: which words of an article name them, which place is meant, and where it lies."""

from counterclaim.entities.places.candidate import Candidate
from counterclaim.entities.places.find import find_places
from counterclaim.entities.places.gazetteer import Gazetteer
from counterclaim.entities.places.rows import OWN_PLACE

__all__ = ["OWN_PLACE", "Candidate", "Gazetteer", "find_places"]
