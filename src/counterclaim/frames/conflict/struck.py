"""What an attack fell on, and where that is.

Enter a view and the heads of noun phrases; leave words for the target, and a `Where`.
"""

from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.conflict.ships import ship_of
from counterclaim.frames.off_map import unmapped
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.where import AREAS, DISTRICTS, REGIONS, SITES, TOWNS, Where, locate
from counterclaim.frames.whereabouts import home_of, place_of_sentence
from counterclaim.frames.who import FIRST_PERSON, FORCES
from counterclaim.frames.worded import bare_words
from counterclaim.model import EntityKind, Ref, Token


def target_words(view: View, stretch: Stretch, heads: list[Token]) -> str | None:
    """What was struck, in words, where it is not a place by name."""
    struck = (head for head in heads if can_be_struck(view, stretch, head) and not _is_town(view, stretch, head))
    return next((named_ship(view, stretch, head) or bare_words(view, stretch, head) for head in struck), None)


def named_ship(view: View, stretch: Stretch, head: Token) -> str | None:
    """The name of the ship of war that is meant: "the Otter", "the frigate Otter", "the ship" of one so called."""
    name = ship_of(view, stretch, head)
    return name if name is not None and name[:1].isupper() else None


def _is_town(view: View, stretch: Stretch, head: Token) -> bool:
    """Is it a place by name ("Karsh", "the village of Karsh", "another village, Karsh"), and so where it struck?"""
    if names_place(view, stretch, head) or head.lemma not in TOWNS | REGIONS:
        return names_place(view, stretch, head)
    named = [*stretch.prepositional(head, "of"), *stretch.children(head, "appos", "compound")]
    return any(names_place(view, stretch, token) for token in named)


def can_be_struck(view: View, stretch: Stretch, head: Token) -> bool:
    """Is it a thing, body of people or place that an attack can fall on?"""
    things = TOWNS | DISTRICTS | REGIONS | AREAS | SITES | FORCES | lemmas("attack.doing.targets")
    things |= lemmas("losses.general.people") | lemmas("losses.equipment.things")
    dated = head.entity in ("DATE", "TIME")  # "on 6 March", which is no march
    thing = head.lemma.lower() in things and not dated
    return thing or names_place(view, stretch, head) or _is_ship(view, stretch, head)


def _is_ship(view: View, stretch: Stretch, head: Token) -> bool:
    return head.text[:1].isupper() and named_ship(view, stretch, head) is not None


def names_place(view: View, stretch: Stretch, head: Token) -> bool:
    """Is the head in the name of a place that the cast knows?"""
    return view.scene.mention(stretch.sentence, head, EntityKind.PLACE) is not None


def struck_place(view: View, stretch: Stretch, heads: list[Token]) -> Where:
    """Where it struck: as the words say; "our district" is where the speaker is from, "our territory" what the
    sentence names."""
    where = locate(view, stretch, heads, default=False)
    if where.named:
        return where
    inside = [below for head in heads for below in stretch.prepositional(head, "in", "at")]
    off_map = unmapped(view, stretch, inside) if view.scene.unrest else None
    if off_map is not None:
        return Where(off_map, named=True)
    ours = any(c.text.lower() in FIRST_PERSON for head in heads for c in stretch.children(head, "poss"))
    home = home_of(view) if ours else None
    if home is None and any(head.lemma in lemmas("attack.raid.grounds") for head in heads):
        home = place_of_sentence(view, stretch.sentence)
    return Where(home or where.place, None if home else where.part)


def named_beside(view: View, stretch: Stretch, actor: Ref | None) -> Ref | None:
    """The place that the sentence names somewhere, if that is not the attacker's own name."""
    place = place_of_sentence(view, stretch.sentence)
    return None if place is not None and actor is not None and place.name == actor.name else place
