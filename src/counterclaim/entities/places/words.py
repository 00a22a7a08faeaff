"""Short closed lists around names of places, and capitalized words that mean none; they are in `data/words.toml`."""

import importlib.resources
import tomllib

_LISTS = tomllib.loads(
    (importlib.resources.files("counterclaim.entities.places") / "data" / "words.toml").read_text(encoding="utf-8")
)

REGION_UNITS, DISTRICT_UNITS, LOCATIVES, PLACE_HEADS, TITLES = (
    frozenset(_LISTS[name].split()) for name in ("region_units", "district_units", "locatives", "place_heads", "titles")
)
CAPITALS_THAT_ARE_WORDS = frozenset(_LISTS["capitals_that_are_words"].split())
NO_PLACES = frozenset(_LISTS["no_places"].split()) | frozenset(_LISTS["phrases"])
