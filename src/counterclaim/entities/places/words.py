"""Short closed lists around names of places, and capitalized words that mean none; they are in `data/words.toml`."""

import importlib.resources
import tomllib

_LISTS = tomllib.loads(
    (importlib.resources.files("counterclaim.entities.places") / "data" / "words.toml").read_text(encoding="utf-8")
)


def _words(name: str) -> frozenset[str]:
    return frozenset(_LISTS[name].split())


REGION_UNITS, DISTRICT_UNITS = _words("region_units"), _words("district_units")
LOCATIVES, STRONG_LOCATIVES, PLACE_HEADS = _words("locatives"), _words("strong_locatives"), _words("place_heads")
TAKING, FALLING, TAKEN_OF = _words("taking"), _words("falling"), _words("taken_of")
PARTS_OF_TOWNS, FOUGHT_FOR, LEFT_BEHIND = _words("parts_of_towns"), _words("fought_for"), _words("left_behind")
MARCHED_ON, HELD_IN = _words("marched_on"), _words("held_in")
OF_WAR = _words("of_war")
BEARERS, SHIPS = _words("bearers"), _words("ships")
PLACE_TAILS, TITLES = _words("place_tails"), _words("titles")
CAPITALS_THAT_ARE_WORDS = _words("capitals_that_are_words")
NO_PLACES = _words("no_places") | frozenset(_LISTS["phrases"])
WORLD_WIDE = _words("world_wide")
