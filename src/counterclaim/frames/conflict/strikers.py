"""Who attacks: those named, those whose weapon it was, those whom an accusation falls on.

Enter a view and the tokens that do it; leave a party, or None where nobody is meant by name.
"""

from counterclaim.frames.conflict.equipment import AIRCRAFT
from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.factions import is_party
from counterclaim.frames.force import force
from counterclaim.frames.meant import STATE_FORCES, the_state
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.who import (
    ARMS,
    CROWDS,
    MEN,
    REBELS,
    STATES,
    first_party,
    nation_of,
    own_forces,
    own_party,
    owner_of,
    party,
)
from counterclaim.frames.worded import described
from counterclaim.model import EntityKind, Mention, Ref, Stance, Token

STRIKING = lemmas("attack.strike.weapons") | AIRCRAFT | {"gun", "howitzer", "tank", "launcher", "barrage", "salvo"}
FLOWN = lemmas("attack.doing.fires") | {"send", "fly", "operate", "pilot"}
# What nobody without arms is asked about.
SHOOTING = frozenset(["fire", "shoot", "blow"]) | lemmas("attack.shelling.verbs") | {"bomb", "attack", "storm"}


def accused(view: View, stretch: Stretch, doers: list[Token]) -> list[Token]:
    """In "accused X of shelling Y" the words before "of" name the doer."""
    if doers or not view.accuses:
        return doers
    nouns = [token for token in stretch.tokens if token.pos in ("NOUN", "PROPN")]
    charged = [stretch.head(stretch.head(deed)) for deed in stretch.tokens if deed.dep == "pcomp" and deed.tag == "VBG"]
    return [noun for noun in charged if noun in nouns][:1] or nouns[:1]


def wielder(view: View, stretch: Stretch, weapon: Token) -> Ref | None:
    """Whose weapon it was, by its adjective or its owner's name."""
    made = any(child.lemma.lower() in ARMS for child in stretch.phrase(weapon))  # "an American Patriot missile"
    whose = None if made else nation_of(view, stretch, weapon)
    named = whose or _said_to_be(view, stretch, weapon) or camp(view, stretch, weapon)
    named = named or somebody(view, party(view, stretch, weapon))
    flown = [verb for verb in stretch.children(weapon, "acl") if verb.lemma in FLOWN and stretch.passive(verb)]
    by = [doer for verb in flown for doer in stretch.agents(verb)]  # "a drone fired by the rebels"
    owners = [*by, *stretch.children(weapon, "poss"), *stretch.prepositional(weapon, "of")]
    if weapon.lemma in AIRCRAFT and owners and (named is None or named.entity is None):
        return first_party(view, stretch, owners) or named  # "warplanes of the army"
    return named or first_party(view, stretch, owners)


def _said_to_be(view: View, stretch: Stretch, weapon: Token) -> Ref | None:
    """ "The missile that hit the station was Tarvian"."""
    verb = stretch.head(weapon)
    if weapon.dep != "nsubj" or verb.lemma != "be" or force(stretch, verb).negated:
        return None
    nations = (view.scene.nation(child) for child in stretch.children(verb, "acomp", "attr"))
    named = next((nation for nation in nations if nation is not None), None)
    return view.scene.named(named) if named is not None else None


def camp(view: View, stretch: Stretch, weapon: Token) -> Ref | None:
    """ "Army howitzers", "government jets", "rebel drones", in a war within one country."""
    before = {child.lemma.lower() for child in stretch.children(weapon, "compound", "amod", "nmod")}
    factions = view.scene.factions
    if before & REBELS:
        return factions.rebels
    owned = stretch.children(weapon, "poss")  # "its aircraft" are a ministry's state's
    flown = weapon.lemma in AIRCRAFT and not owned and not before & {"rebel", "foreign", "unknown"}
    if factions.army is None and before & (STATES | STATE_FORCES) and any(is_party(side) for side in view.scene.sides):
        state = the_state(view)  # "army airstrikes", where a state and a movement fight
        return view.scene.named(state) if state is not None else None
    return factions.army if flown or before & (STATES | STATE_FORCES) else None


def somebody(view: View, ref: Ref | None) -> Ref | None:
    """The party, unless it is the weapon itself ("drone") or its make ("Mirage")."""
    if ref is None or (ref.entity is not None and not is_make(view, ref)):
        return ref
    if ref.entity is not None:
        return None
    weapons = lemmas("attack.strike.weapons") | {"air"}  # "air strikes" are nobody's by name
    return None if ref.surface.lower().split()[-1].removesuffix("s") in weapons else ref


def _no_make(view: View, ref: Ref | None) -> Ref | None:
    return None if is_make(view, ref) else ref


def is_make(view: View, ref: Ref | None) -> bool:
    """ "Two Super Etendard aircraft", "Mirage jets": a name that the article has only before arms, and on no side."""
    entity = view.scene.entities.get(ref.entity or "") if ref is not None else None
    if entity is None or entity.side or entity.roles or entity.kind is EntityKind.PLACE:
        return False
    if any(speaker is not None and speaker.entity == entity.id for speaker in view.scene.cast.speakers):
        return False
    return all(_is_before_arms(view, m) for m in view.scene.cast.mentions if m.entity == entity.id)


def _is_before_arms(view: View, mention: Mention) -> bool:
    arms = AIRCRAFT | lemmas("attack.strike.weapons") | lemmas("attack.shelling.guns")
    for sentence in view.scene.sentences_over(mention.part, (mention.span,)):
        behind = next((token for token in sentence.tokens if token.span.start >= mention.span.end), None)
        return behind is not None and behind.lemma in arms
    return False


def shooters(view: View, stretch: Stretch, doers: list[Token]) -> Ref | None:
    """Who fired: a party, whoever owns the guns, or men whom only a description names."""
    owners = (ref for doer in doers if (ref := owner_of(view, stretch, doer) or camp(view, stretch, doer)))
    flown = [doer for doer in doers if doer.lemma in AIRCRAFT and not stretch.children(doer, "poss")]
    piloted = next((ref for doer in flown if (ref := wielder(view, stretch, doer)) is not None), None)
    actor = piloted or _no_make(view, first_party(view, stretch, doers)) or next(owners, None)
    people = [doer for doer in doers if doer.lemma in MEN | CROWDS | lemmas("attack.doing.shooters")]
    if people and (actor is None or actor.entity is None) and not stretch.children(people[0], "poss"):
        return described(view, stretch, people[0])
    return actor


def _done_by_claim(view: View, stretch: Stretch, verb: Token) -> bool:
    """ "(Claimed) to have targeted two ships": whoever claims it did it."""
    done = {child.text.lower() for child in stretch.children(verb, "aux")}
    return {"to", "have"} <= done and not stretch.passive(verb) and bool(view.cue)


def own_deed(view: View, stretch: Stretch, verb: Token) -> Ref | None:
    """ "(Denied) hitting the station", "(admitted) having shelled it": the claimant's own, for nobody else is named."""
    bare = (
        verb.tag in ("VBG", "VBN") and stretch.head(verb) is verb and not stretch.children(verb, "nsubj", "nsubjpass")
    )
    settled = view.stance in (Stance.DENIES, Stance.CONFIRMS) and bool(view.cue) and not stretch.passive(verb)
    settled |= _done_by_claim(view, stretch, verb)
    if not bare or not settled:
        return None
    body = view.claimant is not None and view.claimant.kind is EntityKind.ORGANIZATION and view.scene.unrest
    own = own_party(view, verb.text) if body and verb.lemma in SHOOTING else None  # armed, if it can deny this
    return own_forces(view, verb.text) or own
