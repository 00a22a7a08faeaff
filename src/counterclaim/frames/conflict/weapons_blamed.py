"""What lies behind an attack where a weapon is blamed: "an Orvenian airstrike", "a rocket misfired by militants".

Enters a view and a noun; leaves who is behind it and the weapon as its cause, or None where it is no weapon. Of a shot
that was meant for something else nobody is the actor but whoever is said to have fired it.
"""

from dataclasses import dataclass

from counterclaim.frames.conflict.events import is_stray, kind_of
from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.conflict.strikers import wielder
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.who import first_party
from counterclaim.frames.worded import words
from counterclaim.model import Ref, Token


@dataclass(frozen=True, slots=True)
class Blamed:
    """Who is behind it, by name or nation, and the weapon in its words."""

    actor: Ref | None
    cause: str | None


def blamed_weapon(view: View, stretch: Stretch, noun: Token) -> Blamed | None:
    """Whom and what the noun phrase blames; None where it names no weapon and no attack."""
    weapons = lemmas("attack.strike.weapons") | lemmas("attack.stray.words") | lemmas("attack.shelling.guns")
    mine = noun.lemma in lemmas("responsibility.mines")
    if noun.pos not in ("NOUN", "PROPN") or not (noun.lemma in weapons or mine or kind_of(noun) is not None):
        return None
    users = [agent for verb in stretch.children(noun, "acl") for agent in stretch.agents(verb)]
    actor = first_party(view, stretch, [*users, *stretch.agents(noun), *stretch.prepositional(noun, "by")])
    if actor is None and not is_stray(stretch, noun):
        actor = wielder(view, stretch, noun)
    thing = noun.lemma in weapons or mine
    cause = words(view, stretch, noun) if actor is None or (users and thing) else None
    return Blamed(actor, cause)
