"""Compares what roles say: the office, and the words that narrow it down."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from counterclaim.entities.nations import Nations
from counterclaim.entities.vocabulary import CHIEFS, SPOKES, is_office, plain, singular
from counterclaim.model import Entity

_SAME = (("chief", CHIEFS - {"president", "commander", "director"}), ("spokesman", SPOKES))
_SMALL = frozenset(("the", "a", "an", "of", "for", "and", "at", "in", "to", "by", "its", "his", "her"))
# What who leads a body is called: "NAME, who commands the brigade" is its commander.
LEADS = MappingProxyType(
    {
        "commands": "commander",
        "leads": "leader",
        "heads": "head",
        "chairs": "chairman",
        "directs": "director",
        "commanded": "commander",
        "led": "leader",
        "headed": "head",
        "chaired": "chairman",
        "directed": "director",
    }
)
_PASSING = frozenset(("country", "current", "new", "former", "ex", "acting", "interim", "same", "then"))


@dataclass(frozen=True, slots=True, order=True)
class Office:
    """The noun of an office and the other words of the role, nationalities left out."""

    noun: str
    words: frozenset[str]

    @property
    def kinds(self) -> frozenset[str]:
        """Each of its words that is an office; a chief is one of something: "chief union"."""
        found = {word for word in self.words if is_office(singular(word))} - {"chief"}
        return frozenset(found | {f"chief {word}" for word in self.words - {"chief"} if "chief" in self.words})


def office_word(word: str) -> str:
    """One word for offices that mean the same ("boss" and "chief")."""
    return next((name for name, same in _SAME if word in same), word)


@lru_cache(maxsize=65536)
def role_words(role: str, nations: Nations) -> frozenset[str]:
    """The words of a role that count; a nationality or country as the country's name."""
    found = set()
    for raw in _without_master(role.replace("-", " ").replace("’", "'"), nations).split():
        word = raw.strip(",.()\"'“”")
        bare = plain(word)
        if bare and bare not in _SMALL | _PASSING:
            side = nations.side_in(raw.strip(",()\"'“”")) or nations.side_in(word)  # "U.S." keeps its stops
            found.add(side or office_word(LEADS.get(bare, bare)))
    return frozenset(found)


def _without_master(role: str, nations: Nations) -> str:
    """ "The prime minister's director of communications" is no minister; whose state it is stays."""
    master, owns, own = role.partition("'s ")
    words = master.split()
    if not owns or not any(is_office(singular(plain(word))) for word in words):
        return role
    return " ".join([*(word for word in words if nations.side_in(word)), own])


@lru_cache(maxsize=65536)
def office_in(role: str, nations: Nations) -> Office | None:
    """The office that the words of a role name."""
    words = role_words(role, nations)
    nouns = sorted(word for word in words if is_office(singular(word)))
    own = frozenset(word for word in words if not word[0].isupper())
    return Office(nouns[-1], own) if nouns else None


def offices_of(entity: Entity, nations: Nations) -> tuple[Office, ...]:
    """The offices that an entity's roles name."""
    return tuple(office for role in entity.roles if (office := office_in(role, nations)))


def offices_agree(left: Collection[Office], right: Collection[Office], *, full: bool = False) -> bool:
    """Is some office of the one also one of the other: the same noun, and no word that only the shorter one has?

    With `full` the words must be equal.
    """
    for one in left:
        for other in right:
            if full and one.words == other.words:
                return True
            if not full and one.noun == other.noun and (one.words <= other.words or other.words <= one.words):
                return True
    return False
