"""What stands beside a name: the words that introduce it, and whose a body is.

Enters a `Name` in its sentence. Only what the words themselves say is taken.
"""

from collections.abc import Sequence
from itertools import pairwise

from counterclaim.entities.names import Name
from counterclaim.entities.nations import Nations
from counterclaim.entities.seated import seat_behind
from counterclaim.entities.vocabulary import AGAINST_STATE, BODY_NOUNS, STATE_BODIES, is_office, plain, singular
from counterclaim.model import Token

_NEAR = 3  # words before a body's name that may say whose it is
_REACH = 7  # words behind it


def introduction(name: Name) -> Sequence[str]:
    """ "aid group" before NAME: common nouns that end in what a body can be."""
    tokens, first = name.sentence.tokens, name.first
    while first and tokens[first - 1].text.islower() and tokens[first - 1].pos in ("NOUN", "ADJ"):
        first -= 1
    words = [t.text for t in tokens[first : name.first]]
    return [" ".join(words)] if len(words) > 1 and plain(words[-1]) in BODY_NOUNS else []


def is_introduced(name: Name) -> bool:
    """Is anything said of who bears the name: a word right before it, or an apposition behind?"""
    tokens = name.sentence.tokens
    before = tokens[name.first - 1].pos if name.first else ""
    return before in ("ADJ", "NOUN", "PROPN") or [token.text for token in tokens[name.stop : name.stop + 1]] == [","]


def ends_office(name: Name) -> bool:
    """ "The minister of Trade and NAME": may the name begin with the last word of an office?"""
    before = name.sentence.tokens[max(0, name.first - _REACH) : name.first]
    office = next((at for at, token in enumerate(before) if is_office(plain(token.text))), None)
    rest = [] if office is None else [token.text for token in before[office + 1 :]]
    return rest[:1] == ["of"] and rest[-1] in ("of", "and", "&", ",")


_FREEING = frozenset(("alliance", "democratic", "free", "liberation", "resistance", "salvation"))
_IN_ARMS = frozenset(("army", "brigade", "coalition", "force", "front", "legion", "movement"))


# What no state calls a body of its own.
_MOVEMENTS = frozenset(("alliance", "movement", "resistance", "insurgency"))


def side_in_name(text: str, nations: Nations) -> str | None:
    """Whose a body is by its name; a country that it is for ("the Freedom for Peru Legion") need not have it, nor one
    whose freedom it fights for ("the Peruvian Liberation Army", "the Free Peruvian Army")."""
    return None if frees_its_land(text) else nations.side_in(text.partition(" for ")[0])


def frees_its_land(text: str) -> bool:
    """Does the name of a body say that it fights the state it is named for?"""
    words = [plain(word) for word in text.split()]
    if len(words) > 1 and not _MOVEMENTS.isdisjoint((words[0], words[-1])):  # "the Alliance for the Peru River"
        return True
    return bool(words) and singular(words[-1]) in _IN_ARMS and not _FREEING.isdisjoint(words)


def side_beside(name: Name, nations: Nations) -> str | None:
    """Whose a body is by the words before its name, by whose forces it is a part of, or by the capital it sits in."""
    if frees_its_land(" ".join(token.text for token in name.tokens)):
        return None
    near = name.sentence.tokens[max(0, name.first - _NEAR) : name.stop]
    seat = seat_behind(name.sentence, name.first, name.stop, nations)
    return _side_before(near, nations) or _side_behind(name, nations) or seat


def _side_before(tokens: Sequence[Token], nations: Nations) -> str | None:
    """A nationality that leads up to a body's name ("the Russian mercenary company …"), or its owner ("Chile's …")."""
    if any(singular(plain(token.text)) in AGAINST_STATE for token in tokens):
        return None  # "Chile's rebel …", "the Chilean opposition …": not on that country's side
    for token, after in pairwise(tokens):
        owner = nations.named(token.text) if after.tag == "POS" else None
        country = owner or nations.of_adjective(token.text) if token.text[:1].isupper() else None
        if country:
            return country
    return None


def _side_behind(name: Name, nations: Nations) -> str | None:
    """ "The General Staff of the Peruvian armed forces", "… of Peru": the side of the body that it is of."""
    rest = name.sentence.tokens[name.stop : name.stop + _REACH]
    if (
        not any(singular(plain(token.text)) in STATE_BODIES for token in name.tokens)
        or not rest
        or rest[0].text != "of"
    ):
        return None
    phrase = [token for token in rest[1:] if token.text.lower() != "the"]
    stop = next((at for at, token in enumerate(phrase) if token.pos not in ("ADJ", "NOUN", "PROPN")), len(phrase))
    words = [token.text for token in phrase[:stop]]
    if len(words) == 1 and (state := nations.named(words[0])) is not None:
        return state
    if len(words) < 2 or not words[0][0].isupper() or not {plain(words[-1]), singular(plain(words[-1]))} & STATE_BODIES:
        return None
    return nations.of_adjective(words[0])
