"""Whether "the agency", "the company", "the hospital" can be a body of this name: no ministry is a hospital or a union.

Enters a noun and a figure; leaves whether the one may stand for the other. A body whose name does not say what it is
("Kestrel") may be anything but a state's.
"""

from counterclaim.entities.figures import Figure
from counterclaim.entities.vocabulary import (
    ANY_BODY,
    ANY_STATE_BODY,
    BODY_NOUNS,
    FIRMS,
    HEADS_OF_BODY,
    STATE_BODIES,
    plain,
    singular,
)

# "The military" is the General Staff that spoke, and no ministry of the interior.
_ARMIES = frozenset(("army", "military"))
# No movement of the world's is called so: those who fight it are.
_OF_SEVERAL = frozenset(("alliance", "bloc", "coalition", "confederation", "federation", "league"))
_OF_ARMIES = frozenset(("staff", "defense", "command", "force"))


def may_be_called(noun: str, figure: Figure) -> bool:
    """Can the noun stand for the body?"""
    words = {singular(plain(word)) for name in figure.names for word in name.split()}
    if noun in words or noun in HEADS_OF_BODY:  # "the command" is that of whoever was named
        return True
    if noun in _OF_SEVERAL and figure.side in figure.names:
        return False
    if not words.isdisjoint(STATE_BODIES):
        return noun in ANY_STATE_BODY or (noun in _ARMIES and not words.isdisjoint(_ARMIES | _OF_ARMIES))
    firm = noun in FIRMS and not words.isdisjoint(FIRMS)
    return words.isdisjoint(BODY_NOUNS) or noun in ANY_BODY or firm


def is_of_state(figure: Figure) -> bool:
    """Is it a state's by its name: a ministry, a staff, the police?"""
    return any(not STATE_BODIES.isdisjoint(map(plain, name.split())) for name in figure.names)
