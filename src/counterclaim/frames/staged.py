"""The place that a sentence opens with, and so speaks of: "In Tarvia, the ministry said nine people had died".

Enters a view and a sentence; leaves the place, or None where the sentence opens otherwise or with a capital, where
those who speak may only sit.
"""

from counterclaim.entities.nations import shipped
from counterclaim.frames.view import View
from counterclaim.model import EntityKind, Ref, Sentence, Token

OPENING = frozenset({"in", "at", "across"})
DATED = ("DATE", "TIME", "EVENT")
LONGEST = 7  # words of "In the north-west of Tarvia,"


def opened_with(view: View, sentence: Sentence) -> Ref | None:
    """The place of the phrase before the first comma, where the content does not hold it."""
    words = sentence.tokens[:LONGEST]
    comma = next((token.i for token in words if token.text == ","), None)
    if comma is None or words[0].text.lower() not in OPENING:
        return None
    inside = words[1:comma]
    mentions = [m for m in view.scene.mentions_in(sentence) if any(m.span.overlaps(token.span) for token in inside)]
    places = [m for m in mentions if m.kind is EntityKind.PLACE and not any(m.span.overlaps(s) for s in view.content)]
    if not mentions:
        return _on_no_map(inside)
    if len(mentions) != 1 or not places or shipped().of_capital(places[0].surface):
        return None
    return view.scene.ref(places[0])


def _on_no_map(inside: tuple[Token, ...]) -> Ref | None:
    """ "In Orsk, she said", "In Orsk a miller, Ivo Dorn, said": a name that nothing else bears."""
    name = [token for token in inside[:3] if token.pos == "PROPN" and token.entity not in DATED]
    name = [token for n, token in enumerate(name) if token.i == inside[0].i + n]
    rest = inside[len(name) :]
    bare = not rest or rest[0].dep == "det" or rest[0].text == ","
    if not name or not bare or name[0].entity in ("PERSON", "ORG", "NORP"):
        return None
    words = " ".join(token.text for token in name)
    return Ref(words, words, None, EntityKind.PLACE)
