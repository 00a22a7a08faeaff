"""Who "the rebels" or "the opposition" are, where an article describes exactly one body so.

Enters the article's figures; leaves the body beside whose name such a word stands ("the rebel NAME", "NAME, a league of
rebel armies"), else the only body with a name such as rebels give themselves ("the Coastal Front"), or nobody where
there are two.
"""

from collections.abc import Sequence

from counterclaim.entities.figures import Figure, Figures
from counterclaim.entities.names import Name
from counterclaim.entities.nations import Nations
from counterclaim.entities.sources import Source
from counterclaim.entities.vocabulary import AGAINST_STATE, STATE_BODIES, plain, singular
from counterclaim.model import EntityKind, Token

_BEFORE, _AFTER = 4, 9  # words beside a name that describe it
_IN_ARMS = frozenset(("guerrilla", "insurgent", "rebel", "separatist", "secessionist"))
_REBEL_NAMES = frozenset(("front", "liberation", "resistance", "movement", "guerrillas", "militia", "brigades"))
_ARMED_BY = frozenset(("aligned", "allied", "armed", "backed", "led", "linked", "supported"))  # "Rwanda-backed rebels"
_SOME = frozenset(("a", "an", "any", "another", "one", "some"))
# What a movement with a name of its own is called besides.
_CALLED = frozenset(
    ("authority", "government", "group", "insurgent", "leadership", "militant", "militia", "movement", "organisation")
) | {"organization", "rebel"}
_STOPS = frozenset('.;:()"“”')


def so_described(figures: Figures, word: str) -> Figure | None:
    """The only body that the article describes by this word, else the only one by any word of the kind."""
    found: dict[str, list[Figure]] = {}
    for name, figure in figures.named:
        if figure.kind is EntityKind.ORGANIZATION:
            for described in _words(name):
                found.setdefault(described, []).append(figure)
    exact = {id(f): f for f in found.get(word, ())}
    anyone = {id(f): f for fits in found.values() for f in fits}
    if len(exact) == 1:
        return next(iter(exact.values()))
    if anyone or word not in _IN_ARMS:
        return next(iter(anyone.values())) if not exact and len(anyone) == 1 else None
    named = [f for f in figures.of_kind(EntityKind.ORGANIZATION) if _named_so(f)]
    return named[0] if len(named) == 1 else None


def party_meant(source: Source, figures: Figures, nations: Nations) -> Figure | None:
    """ "Yemen's Iran-aligned Houthi group", "the Taliban government": the movement itself, by the one name of it."""
    words = [token for token in source.tokens if token.pos != "DET"]
    at = next((n for n, token in enumerate(words) if n and singular(plain(token.text)) in _CALLED), None)
    party = nations.of_party(words[at - 1].text) if at and at + 1 == len(words) else None
    if party is None:
        return None
    bodies = figures.of_kind(EntityKind.ORGANIZATION)
    known = next((f for f in bodies if any(nations.of_party(name) == party for name in f.names)), None)
    found = known or figures.new(EntityKind.ORGANIZATION, party)
    found.side, found.fixed = found.side or party, party
    found.call(" ".join(token.text for token in words[at - 1 :]) if at else "")
    return found


def are_rebels(source: Source, nations: Nations) -> bool:
    """Are all of a camp meant: "the rebels", "rebels in the delta", "coastal rebels", not three or some of them?"""
    at = next((n for n, token in enumerate(source.tokens) if singular(plain(token.text)) in AGAINST_STATE), None)
    if at is None:
        return False
    before, after = source.tokens[:at], source.tokens[at + 1 :]
    whole = all(
        token.pos == "DET"
        or token.text == "-"
        or token.text.lower() in _ARMED_BY
        or nations.side_in(token.text)
        or (token.pos == "PROPN" and token.text[0].isupper())
        for token in before
    )
    behind = after[:1] and after[0].text not in ("in", "fighting", "from", "of")
    return whole and not behind and source.first not in _SOME and all(token.text != "who" for token in after)


def _named_so(figure: Figure) -> bool:
    """Is it called as rebels call themselves, and of no state that the article knows it to be of?"""
    words = {plain(word) for word in figure.name.split()}
    return bool(words & _REBEL_NAMES) and words.isdisjoint(STATE_BODIES) and len(words) > 1


def is_against_state(tokens: Sequence[Token]) -> bool:
    """Does a word say that what they name stands against its country's government?"""
    return any(singular(plain(token.text)) in AGAINST_STATE for token in tokens)


def _words(name: Name) -> frozenset[str]:
    tokens = name.sentence.tokens
    before = []
    for token in reversed(tokens[max(0, name.first - _BEFORE) : name.first]):
        if token.pos not in ("ADJ", "NOUN", "PROPN", "PART"):
            break
        before.append(token)
    after: list[Token] = []
    if name.stop < len(tokens) and tokens[name.stop].text == ",":
        for token in tokens[name.stop + 1 : name.stop + 1 + _AFTER]:
            if token.text in _STOPS or token.text == "," or token.pos in ("VERB", "AUX"):
                break
            after.append(token)
    called = [token for token in tokens[name.stop : name.stop + 1] if token.tag == "NNS"]  # "the NAME rebels"
    words = (singular(plain(token.text)) for token in (*name.tokens, *called, *before, *after))
    return frozenset(word for word in words if word in AGAINST_STATE)
