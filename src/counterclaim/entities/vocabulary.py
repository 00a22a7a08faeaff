"""General words for offices, bodies, groups and documents, read from `words.toml`.

The words are lower-case lemmas in American spelling; `plain` brings others to that form.
"""

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

_WORDS = tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))


def _words(name: str) -> frozenset[str]:
    return frozenset(_WORDS[name].split())


HONORIFICS = _words("honorifics")
FEMALE = _words("female")
MALE = _words("male")
OFFICES = _words("offices")
SPOKES = _words("spokes")
AGAINST_STATE = _words("against_state")
HEADS_OF_BODY = _words("heads_of_body")
SENT_BY_BODIES = _words("sent_by_bodies")
CHIEFS = _words("chiefs")
DOCUMENTS = _words("documents")
BODY_NOUNS = _words("body_nouns")
ORGANIZATION_WORDS = BODY_NOUNS - _words("ambiguous_bodies") | _words("organization_words")
AMBIGUOUS = _words("ambiguous_bodies")
STATE_BODIES = _words("state_bodies")
ANY_BODY, ANY_STATE_BODY = _words("any_body"), _words("any_state_body")
FIELDS = _words("fields")
WAYS = _words("ways")
NOBODY = _words("nobody")
AFFILIATIONS = _words("affiliations")
DESCRIPTORS = _words("descriptors")
LESSER = _words("lesser")
CHANNELS = _words("channels")
CALENDAR = _words("calendar")
THINGS = _words("things")
NOT_NAMES = _words("not_names")
LEGAL_FORMS = _words("legal_forms")
ORDINALS = {word: number for number, word in enumerate(_WORDS["ordinals"].split(), start=1)}
SPEECH_LEMMAS = _words("speech")
PRONOUNS = frozenset(
    {"he", "she", "him", "her", "his", "hers", "himself", "herself", "it", "its", "itself", "they", "them", "their"}
    | {"themselves", "who", "whom", "which", "that", "i", "me", "we", "us", "you", "both"}
)
POSTS = _words("posts")
FIRMS = _words("firms")
RANKS: dict[str, list[str]] = _WORDS["ranks"]
SAME_WORDS: dict[str, str] = _WORDS["same_words"]
_SPELLINGS: dict[str, str] = _WORDS["spellings"]


@lru_cache(maxsize=65536)
def plain(word: str) -> str:
    """One word, lower-cased, in American spelling, without a possessive ending."""
    word = re.sub(r"['’´`]s?$", "", word.lower())
    return _SPELLINGS.get(word, word)


def singular(word: str) -> str:
    """A plural noun's singular by its ending; good enough to look words of these lists up."""
    if word.endswith("men") and len(word) > 4:
        return word[:-2] + "an"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def plural(word: str) -> str:
    """A singular noun's plural by its ending; the way back from `singular`."""
    if word.endswith("man"):
        return word[:-2] + "en"
    if word.endswith("y") and not word.endswith(("ay", "ey", "oy", "uy")):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


@lru_cache(maxsize=65536)
def is_office(word: str) -> bool:
    """Does the word, in the singular, name a person by what he does?"""
    return re.sub(r"^(?:co|ex|vice)-", "", plain(word).rstrip(".")) in OFFICES
