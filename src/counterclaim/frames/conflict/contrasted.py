"""Who it was not: "the rebels, not the army, shelled the town", "it was not the army but the rebels who did".

Enters a view and what else the claim tells; leaves each deed or holding of the one again, negated, for the other. Whom
such words set against each other is what a quarrel is about.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.who import party
from counterclaim.model import Argument, EntityKind, Proposition, Ref, Token

WORDS = frozenset(["not", "n't", "n’t", "rather", "instead"])
NOT = frozenset(["not", "n't", "n’t"])
DOERS = ("actor", "holder")
NOUNS = ("NOUN", "PROPN")
US = frozenset(["us", "we"])
SMALL = ("DET", "ADJ", "NOUN", "PROPN", "PART")


def propose(view: View, told: Sequence[Proposition]) -> Iterator[Proposition]:
    """What the claim says of one, denied of the other."""
    for stretch in view.stretches:
        for chosen, refused in _contrasts(stretch):
            one, other = party(view, stretch, chosen), party(view, stretch, refused)
            if other is None or (one is not None and one.name == other.name) or other.kind is EntityKind.PERSON:
                continue
            for said in told:
                yield from _refused(said, one, other)


def _refused(said: Proposition, one: Ref | None, other: Ref) -> Iterator[Proposition]:
    """Without the one ("they blew up the dam, not us"), of whoever did or held it."""
    doers = ((role, said.ref(role)) for role in DOERS)
    named = ((role, who.name) for role, who in doers if who is not None)
    role = next((role for role, who in named if who != other.name and (one is None or who == one.name)), None)
    if role is None or said.negated:
        return
    arguments = (Argument(role, other) if each.role == role else each for each in said.arguments)
    yield replace(said, arguments=tuple(arguments), negated=True)


def _contrasts(stretch: Stretch) -> Iterator[tuple[Token, Token]]:
    """(whom it was, whom it was not), by their nouns."""
    tokens = stretch.sentence.tokens
    for at, token in enumerate(tokens):
        word = token.text.lower()
        if word in NOT or (word in ("rather", "instead") and _next(tokens, at) in ("than", "of")):
            behind = at + (1 if word in NOT else 2)
            refused, end = _noun(tokens, behind + (_at(tokens, behind) in ("by", "from", "of")))
            if refused is None or refused not in stretch:
                continue
            chosen = _but(tokens, end) if word in NOT else None
            chosen = chosen or _noun_before(tokens, at)
            if chosen is not None and chosen in stretch:
                yield chosen, refused


def _at(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].text.lower() if 0 <= at < len(tokens) else ""


def _next(tokens: Sequence[Token], at: int) -> str:
    return _at(tokens, at + 1)


def _noun(tokens: Sequence[Token], start: int) -> tuple[Token | None, int]:
    """The noun that a phrase starting here ends with, and where the phrase ends."""
    end = start
    while end < len(tokens) and _is_of_noun(tokens[end]):
        end += 1
    if end == start and _at(tokens, start) in US:
        return tokens[start], start + 1
    last = tokens[end - 1] if end > start else None
    return (last if last is not None and last.pos in NOUNS else None), end


def _but(tokens: Sequence[Token], at: int) -> Token | None:
    """ "(Not the army) but the rebels", "(it wasn't the army), it was the rebels"."""
    at += _at(tokens, at) in (",", ";", "–", "—")
    it_was = _at(tokens, at) == "it" and _next(tokens, at) in ("was", "is")
    if _at(tokens, at) != "but" and not it_was:
        return None
    at += 1 + (it_was or _next(tokens, at) in ("by", "from"))
    return _noun(tokens, at)[0]


def _noun_before(tokens: Sequence[Token], at: int) -> Token | None:
    """ "The rebels(, and not the army)": the noun right before."""
    while at > 0 and _at(tokens, at - 1) in (",", "and", "–", "—", "-"):
        at -= 1
    before = tokens[at - 1] if at > 0 else None
    named = before is not None and (before.pos in NOUNS or before.text[:1].isupper())
    return before if named else None


def _is_of_noun(token: Token) -> bool:
    return (token.pos in SMALL and token.text.lower() != "not") or token.tag == "PRP$"
