"""Which harm a verb tells: who is killed, wounded or captured, and which bodies are the dead.

Enter a stretch and a verb or noun; leaves a kind of losses, or None where the words tell of none.
"""

from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.who import FORCES
from counterclaim.model import Token

HARM = ("killed", "wounded", "captured", "missing")
MORGUES = frozenset(["mortuary", "morgue"])
BURYING = frozenset(["i", "we"])
HITS = frozenset(["hit", "shoot", "strike", "graze", "scratch"])
LIMBS = frozenset(["ankle", "arm", "calf", "elbow", "foot", "hand", "knee", "leg", "shoulder", "thigh"])
DYING = frozenset(["die", "perish"])


def verb_kind(stretch: Stretch, verb: Token) -> str | None:
    """What befell whoever the verb is about; "12 bodies were found" counts the dead."""
    kind = next((kind for kind in HARM if verb.lemma in lemmas(f"losses.{kind}.verbs")), None)
    if kind is not None:
        return kind
    if verb.lemma in HITS and stretch.passive(verb) and _in_a_limb(stretch, verb):
        return "wounded"
    return "killed" if _tells_of_the_dead(stretch, verb) else None


def _in_a_limb(stretch: Stretch, verb: Token) -> bool:
    """ "Was hit in the leg"."""
    return any(noun.lemma in LIMBS for noun in stretch.prepositional(verb, "in"))


def _tells_of_the_dead(stretch: Stretch, verb: Token) -> bool:
    """ "12 bodies were found", "left 140 corpses", "150 soldiers were destroyed", "nine of the dead had been shot"."""
    undergone = stretch.undergoers(verb)
    finds = lemmas("losses.killed.finds") | lemmas("losses.killed.removes") | {"leave", "abandon"}
    if verb.lemma in finds | lemmas("losses.killed.lies"):
        nouns = undergone if verb.lemma in finds else stretch.children(verb, "nsubj")
        return any(is_body(stretch, noun) for noun in nouns)
    if verb.lemma == "have" and any(t.lemma in MORGUES for t in stretch.subtree(verb)):
        return any(is_body(stretch, noun) for noun in undergone)
    if verb.lemma in lemmas("losses.killed.wipes_out"):
        return any(_soldiers(stretch, noun) for noun in undergone)
    if verb.lemma in lemmas("losses.killed.of_the_dead") and stretch.passive(verb):
        return any(of_the_dead(stretch, noun) for noun in undergone)
    fallen = [noun for noun in stretch.children(verb, "nsubj") if _soldiers(stretch, noun)]
    return verb.lemma == "fall" and bool(fallen) and not stretch.prepositional(verb, "into", "on", "from")


def in_war(view: View, stretch: Stretch, verb: Token) -> str | None:
    """Murders, burials and stays in a clinic, where troops or crowds are spoken of."""
    doers = stretch.doers(verb)
    armed = any(doer.lemma in FORCES for doer in doers)
    armed |= any(doer.text.lower() in BURYING for doer in doers) and any(
        noun.pos == "NUM" or _soldiers(stretch, noun) for noun in stretch.undergoers(verb)
    )
    buried = verb.lemma == "bury" and armed and not stretch.prepositional(verb, "under", "beneath")
    kinds = (kind for kind in ("killed", "wounded", "captured") if verb.lemma in lemmas(f"losses.{kind}.in_war"))
    if not view.scene.unrest:
        return None
    return "killed" if buried else next(kinds, None)


def of_the_dead(stretch: Stretch, noun: Token) -> bool:
    """ "Nine of the dead", "six of the prisoners who died"."""
    whole = stretch.prepositional(noun, "of") if noun.pos == "NUM" else []
    died = [verb for token in (noun, *whole) for verb in stretch.children(token, "relcl") if verb.lemma in DYING]
    return bool(died) or any(token.lemma in ("dead", "victim") for token in whole)


def is_body(stretch: Stretch, noun: Token) -> bool:
    """The dead, and no bodies of a state or of water."""
    named = [child for child in stretch.children(noun, "amod", "compound", "nmod") if child.pos != "NUM"]
    corpse = noun.lemma in ("body", "corpse") or noun.text.lower() == "corpses"  # whose lemma is "corps"
    return corpse and all(child.lemma in lemmas("losses.killed.found_as") for child in named)


def _soldiers(stretch: Stretch, noun: Token) -> bool:
    return any(token.lemma in FORCES for token in (noun, *stretch.prepositional(noun, "of")))


def is_received(stretch: Stretch, victim: Token, anchor: Token) -> bool:
    """Are they bodies that were found, or came to one hospital or morgue, who need not be all the dead?"""
    counted = lemmas("losses.killed.received") | lemmas("losses.killed.finds")
    return anchor.lemma in counted and is_body(stretch, victim)
