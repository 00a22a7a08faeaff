"""Names, persons, bodies and places of an article; and which of them are one across articles.

`resolve` reads one article; `unify` joins what many articles name.
"""

from counterclaim.entities.cast import resolve
from counterclaim.entities.places import Gazetteer
from counterclaim.entities.unify import unify

__all__ = ["Gazetteer", "resolve", "unify"]
