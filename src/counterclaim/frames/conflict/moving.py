"""Who moves, and how far along: what all words for troops on the move share.

Enter a view, a stretch and a verb; leaves the party that moves, the troops that are moved, the status.
"""

from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.conflict.opponents import foe_in_quote
from counterclaim.frames.force import Force, Phase
from counterclaim.frames.off_map import off_the_map
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.where import AREAS, COMPASS, DISTRICTS, PORTIONS, REGIONS, SITES, TOWNS
from counterclaim.frames.who import ENEMIES, FORCES, first_party, nation_of, own_party, parties, subject_of_infinitive
from counterclaim.model import EntityKind, Ref, Stance, Token

TO = ("to", "into", "in", "towards", "toward", "on", "near", "at", "around", "along", "across", "through", "against")
FROM = ("from", "of", "out")
GROUNDS = frozenset(["position", "line", "front", "bank", "territory", "suburb", "outskirt", "district", "base"])
# What has a crew that fights, where it is a side's own.
CREWS = (
    lemmas("attack.shelling.guns")
    | lemmas("losses.equipment.warships")
    | frozenset(
        ["boat", "ship", "vessel", "jet", "warplane", "helicopter", "gunship", "sentry", "sentinel", "gun", "party"]
    )
)
LEAVABLE = TOWNS | REGIONS | AREAS | SITES | DISTRICTS | GROUNDS


def status_of(view: View, light: Force) -> str | None:
    """The word for how far along a movement is; None for what is only supposed."""
    if view.stance is Stance.UNCONFIRMED:
        return "unconfirmed"
    if light.phase in (Phase.NEEDED, Phase.URGED, Phase.PLANNED):
        return light.phase.value
    if view.stance is Stance.URGES:
        return "urged"
    if view.stance is Stance.PLANS and light.phase is not Phase.DONE:
        return "planned"
    return None if light.phase is Phase.SUPPOSED else light.phase.value


def mover(view: View, stretch: Stretch, verb: Token) -> Ref | None:
    """Who moves: the subject, the troops that are moved, or whoever is told to."""
    heads = stretch.doers(verb)
    shares = [head for head in heads if head.lemma in PORTIONS or head.pos == "NUM"]  # "80 percent of our units"
    heads = [*heads, *(below for head in shares for below in stretch.prepositional(head, "of"))]
    if not heads:
        return _moved_by(view, subject_of_infinitive(view, stretch, verb))
    found = _moved_by(view, first_party(view, stretch, heads)) or foe_in_quote(view, heads)
    alone = (
        found is not None
        and found.kind is EntityKind.PERSON
        and not any(head.lemma in FORCES or own_men(stretch, head) for head in heads)
    )
    single = any(head.text.lower() == "i" for head in heads)  # "I never left this square" moves no troops
    return None if alone and (single or not any(head.pos == "PRON" for head in heads)) else found


def _moved_by(view: View, ref: Ref | None) -> Ref | None:
    """A ministry that says "it gave the order to leave" moves its state's troops."""
    if ref is None or view.claimant is None or view.claimant_side is None or ref.name != view.claimant.name:
        return ref
    return own_party(view, ref.surface) if ref.kind is EntityKind.ORGANIZATION else ref


def troops_moved(stretch: Stretch, verb: Token) -> list[Token]:
    """The troops that a verb says are moved ("pulled its battalions out")."""
    moved = stretch.undergoers(verb)
    return [noun for noun in moved if noun.lemma in FORCES or own_men(stretch, noun) or _armed_man(stretch, noun)]


def _armed_man(stretch: Stretch, noun: Token) -> bool:
    return noun.lemma == "man" and any(child.lemma == "armed" for child in stretch.children(noun, "amod"))


def own_men(stretch: Stretch, noun: Token) -> bool:
    """ "Our men", "his men" are somebody's troops."""
    return noun.lemma == "man" and bool(stretch.children(noun, "poss"))


def fresh(stretch: Stretch, noun: Token) -> bool:
    """Reinforcements, "additional troops", "two fresh battalions"."""
    if noun.lemma in lemmas("movement.reinforce.nouns"):
        return True
    return any(child.lemma in lemmas("movement.reinforce.more") for child in stretch.children(noun, "amod", "compound"))


def leavable(view: View, stretch: Stretch, noun: Token) -> bool:
    """Is it ground that troops can leave or enter?"""
    named = view.scene.mention(stretch.sentence, noun, EntityKind.PLACE) or off_the_map(view, stretch, noun)
    return noun.lemma in LEAVABLE | COMPASS or named is not None


def armed(view: View, stretch: Stretch, heads: list[Token]) -> Ref | None:
    """The first party among the heads that is made of those who fight."""
    for head in heads:
        ref = next(iter(parties(view, stretch, [head])), None)
        peopled = head.tag == "NNPS" and view.scene.nation(head) is not None  # "the Tarvians"
        ref = ref or (
            nation_of(view, stretch, head) if head.lemma in CREWS or peopled else None
        )  # "a Tarvian patrol boat"
        ours = own_men(stretch, head)
        bearing = peopled or head.lemma in FORCES | ENEMIES | CREWS
        if ref is None or (ref.kind is EntityKind.PLACE and not bearing and not ours):
            continue
        fights = bearing or ours or view.scene.bears_arms(ref) or (ref.kind is None)
        men = any(word.lower().removesuffix("s") in FORCES for word in ref.surface.split())
        if fights or men or (ref.kind is not EntityKind.PERSON and view.scene.side(ref) is not None):
            return ref
    return foe_in_quote(view, heads)
