"""Whose somebody is by the words that introduce him: "Peruvian minister", "the Moscow-installed mayor", "pro-X rebel".

Enters the words of a role or of an unnamed source; leaves the country or movement that they give him. A country that
an office merely looks at ("envoy to Chile", "expert on the Russian army") is not his.
"""

import re

from counterclaim.entities.nations import Nations
from counterclaim.entities.vocabulary import BODY_NOUNS, STATE_BODIES, is_office, plain, singular

# What follows these is what an office deals with, or where; never whose it is.
_ABOUT = frozenset(("about", "against", "between", "on", "over", "toward", "towards"))
_AT = frozenset(("at", "in", "near", "to", "with"))
_DEALS = frozenset(
    ("analyst", "coordinator", "correspondent", "envoy", "expert", "rapporteur", "representative", "researcher")
)
# Who covers or studies a country named before the office is on no side by it: "the Russia editor".
_COVER = frozenset(
    ("analyst", "columnist", "correspondent", "editor", "expert", "reporter", "researcher", "scholar", "specialist")
)
# Who lives somewhere is on nobody's side.
_DWELLERS = frozenset(("inhabitant", "native", "neighbor", "neighbour", "refugee", "resident", "survivor", "villager"))
# Of those who lean towards a country only the ones who fight or govern for it are its own.
_PARTISANS = frozenset(
    [
        "administration", "administrator", "authority", "combatant", "fighter", "force", "governor", "guerrilla",
        "insurgent", "militant", "militia", "militiaman", "paramilitary", "rebel", "separatist", "troop", "unit",
    ]
)  # fmt: skip
_LEANING = re.compile(r"^pro[-–‐‑](?P<whose>[\w.]+)$", re.IGNORECASE)
_ANTI = re.compile(r"^(?:anti|non)[-–‐‑]", re.IGNORECASE)


def side_in_role(role: str, nations: Nations) -> str | None:
    """The country or movement that the words give the one who bears them."""
    words = re.sub(r"\s*([-–‐‑])\s*", r"\1", " ".join(role.split())).split()
    words = [word for word in words[: _own_words(words)] if not _ANTI.match(word)]
    partisan = any(singular(plain(word)) in _PARTISANS for word in words)
    for at, word in enumerate(words):
        if leaning := _LEANING.match(word):
            words[at] = leaning["whose"] if partisan else ""
    if words and singular(plain(words[-1])) in _COVER:
        words = [word for word in words if not _is_covered(word, nations)]
    return nations.side_in(" ".join(words))


def _is_covered(word: str, nations: Nations) -> bool:
    """A country or its capital, named outright and not as an owner or by its adjective."""
    return not nations.of_adjective(word) and nations.state_speaking(word) is not None and word[-2:] not in ("'s", "’s")


def own_words(role: str) -> str:
    """The part of a role that says whose its bearer is: "expert" of "expert on the Russian army"."""
    words = role.split()
    return " ".join(words[: _own_words(words)])


def side_of_group(words: str, nations: Nations) -> str | None:
    """The side that an unnamed source's own words give it, where they call it by an office or as a force."""
    own = own_words(words).split()
    nouns = {singular(plain(part)) for word in own for part in re.split(r"[-–‐‑]", word)}
    return side_in_role(words, nations) if nouns & (_PARTISANS | STATE_BODIES) or any(map(is_office, nouns)) else None


def _own_words(words: list[str]) -> int:
    """How many words say whose he is: those before one that turns to what he deals with, or where."""
    deals = dwells = False
    for at, word in enumerate(words):
        bare = plain(word)
        deals, dwells = deals or bare in _DEALS, dwells or singular(bare) in _DWELLERS
        if at and (bare in _ABOUT or (bare == "for" and deals) or (bare in ("from", "of") and dwells)):
            return at
        if at and bare in _AT and not _serves(words[at + 1 :]):
            return at
    return len(words)


def _serves(words: list[str]) -> bool:
    """Does a body or an office follow, as in "adviser to the Peruvian president", "officer with Peru's army"?"""
    nouns = {singular(plain(word)) for word in words[:6]}
    return bool(nouns & (BODY_NOUNS | STATE_BODIES)) or any(map(is_office, nouns))
