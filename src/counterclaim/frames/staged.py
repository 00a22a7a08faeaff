"""The place that a sentence opens with, and so speaks of: "In Tarvia, the ministry said nine people had died".

Enters a view and a sentence; leaves the place, or None where the sentence opens otherwise or with a capital, where
those who speak may only sit.
"""

from counterclaim.entities.nations import shipped
from counterclaim.frames.view import View
from counterclaim.model import EntityKind, Ref, Sentence

OPENING = frozenset({"in", "at", "across"})
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
    if len(mentions) != 1 or not places or shipped().of_capital(places[0].surface):
        return None
    return view.scene.ref(places[0])
