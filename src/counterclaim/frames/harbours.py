"""Whether "the port" is the harbour of a town, and so a part of it, or a town that is a port.

Enter a view, a stretch and the noun; leaves yes or no.
"""

from counterclaim.frames.stretch import Stretch, whole
from counterclaim.frames.view import View
from counterclaim.model import EntityKind, Token

PLAIN = ("the", "a", "main", "sea", "fishing", "commercial", "oil", "naval", "container", "whole", "entire")


def names_harbour(view: View, stretch: Stretch, port: Token) -> bool:
    """ "Karsh port", "the port of Karsh"; "the western port of Karsh" is the town."""
    if port.lemma != "port" or port.tag != "NN":
        return False
    before = stretch.children(port, "compound", "nmod", "amod")
    if any(_is_town(view, stretch, child) for child in before):
        return True
    plain = all(child.text.lower() in PLAIN for child in (*before, *stretch.children(port, "det")))
    return plain and any(_is_town(view, stretch, of) for of in stretch.prepositional(port, "of"))


def is_told_of(view: View) -> bool:
    """Does the article name the harbour of a town anywhere?"""
    key = ("harbour", "", 0)
    if key not in view.scene.memory:
        sentences = view.scene.parsed.sentences
        ports = ((every, token) for every in map(whole, sentences) for token in every.tokens if token.lemma == "port")
        view.scene.memory[key] = any(names_harbour(view, every, port) for every, port in ports)
    return bool(view.scene.memory[key])


def _is_town(view: View, stretch: Stretch, token: Token) -> bool:
    mention = view.scene.mention(stretch.sentence, token, EntityKind.PLACE)
    return mention is not None and not view.scene.is_broad(mention)
