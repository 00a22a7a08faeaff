"""Short answers about who is meant: whose men the claimant's are in a war within one country, what "the group" is.

Enter a view and words; leave a party, a state's name, or yes and no.
"""

from counterclaim.frames.factions import is_party
from counterclaim.frames.offices import BODIES, led_body, spoken_for
from counterclaim.frames.scene import Scene
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.wordlists import words_of
from counterclaim.model import EntityKind, Ref, Sentence, Token

FOES = words_of("factions.foes")
IRREGULAR, OUTFITS = words_of("factions.irregular"), words_of("factions.outfits")
REBELS = words_of("factions.rebels")
# What forces are to whom they fight for.
BOUND = frozenset(
    ["loyal", "allied", "ally", "affiliated", "affiliate", "aligned", "align", "faithful", "attached", "linked",
     "link", "tied", "subordinate", "belong", "belonging"]
)  # fmt: skip
COMMANDING = words_of("who.commanding")
FORCES = words_of("who.forces")
OURS, OUR_FORCES = frozenset(["we", "our", "us", "my"]), frozenset(["army", "force", "military", "navy"])
STATE_FORCES = frozenset(["army", "military", "garrison", "regime"])
STATE_WORDS = frozenset(["army", "military", "junta", "regime", "government", "federal", "loyalist"])
ARMIES = frozenset(["army", "military", "air force", "navy"])
TROOPS = frozenset(["troops", "forces", "soldiers", "units"])
STATE_TROOPS = frozenset(
    ["government forces", "government troops", "government soldiers", "state forces", "state troops"]
)


def is_outfit(stretch: Stretch, head: Token) -> bool:
    """ "The group", "the paramilitary force": the one body that fights the state."""
    before = stretch.children(head, "amod", "compound", "nmod")
    the = any(child.text.lower() in ("the", "this") for child in stretch.children(head, "det"))
    armed = bool(before) and all(child.lemma.lower() in IRREGULAR | FOES | {"armed", "rebel"} for child in before)
    named = head.lemma in OUTFITS | {"force", "militia"} if armed else head.lemma in OUTFITS and not before
    return the and named and not stretch.prepositional(head, "of", "from")


def outfit_of(view: View, stretch: Stretch, head: Token, surface: str) -> Ref | None:
    """ "The group", in the mouth of a body that bears arms or of somebody of that body ("an RSF source"): that body."""
    if view.claimant is None or head.pos != "NOUN" or not is_outfit(stretch, head):
        return None
    over = [m for s in view.scene.sentences_over(view.part, view.source) for m in view.scene.mentions_in(s)]
    named = [view.scene.ref(m) for m in over if any(span.covers(m.span) for span in view.source) and m.kind in BODIES]
    speaks = [view.claimant] if view.claimant.kind in BODIES and view.claimant.entity is not None else []
    body = next((ref for ref in (*speaks, *named) if view.scene.bears_arms(ref)), None)
    if body is None and view.scene.warlike:  # "the group", in the mouth of its spokesman
        body = led_body(view, view.claimant) or spoken_for(view, view.claimant)
    return called_as(body, surface) if body is not None else None


def some_of(stretch: Stretch, head: Token) -> bool:
    """ "Some soldiers", "a soldier", "ten of the soldiers": not all, and perhaps those who changed sides."""
    return any(
        child.dep in ("det", "nummod", "quantmod") and child.text.lower() not in ("the", "no")
        for child in stretch.children(head)
    )


def only_state(view: View, surface: str) -> str | None:
    """ "Government forces", where the article's people and bodies are of one state alone, and movements."""
    first, _, last = surface.lower().rpartition(" ")
    states = surface.lower() in STATE_TROOPS or (first in STATE_WORDS and last in TROOPS)
    # "The army", where it fights a movement: of two armies nobody would say so.
    states |= surface.lower() in ARMIES and any(is_party(side) for side in view.scene.sides)
    return the_state(view) if states else None


def the_state(view: View) -> str | None:
    """The one state that the article's people and bodies are of, besides movements; None where two are."""
    sides = {side for side in view.scene.sides if not is_party(side)} or _with_an_army(view.scene)
    return next(iter(sides)) if len(sides) == 1 else None


def _with_an_army(scene: Scene) -> frozenset[str]:
    """The states of whose army an article speaks: "Sudan's army", "the Sudanese military"."""
    key = ("with an army", "", 0)
    if key not in scene.memory:
        armies = [(s, token.i) for s in scene.parsed.sentences for token in s.tokens if token.lemma in ARMIES]
        scene.memory[key] = frozenset(state for s, i in armies if (state := _owner_before(scene, s, i)) is not None)
    known: frozenset[str] = scene.memory[key]
    return known


def _owner_before(scene: Scene, sentence: Sentence, at: int) -> str | None:
    before = sentence.tokens[max(0, at - 2) : at]
    if before and before[-1].tag == "POS":
        mention = scene.mention(sentence, before[0], EntityKind.PLACE)
        return scene.ref(mention).name if mention is not None and scene.is_country(mention) else None
    return scene.nation(before[-1]) if before else None


def own_faction(view: View, surface: str) -> Ref | None:
    """Whose men the claimant's are in a war within one country, or on its streets."""
    factions = view.scene.factions
    if factions.is_rebel(view.claimant):
        unnamed = Ref("rebels", surface, None, EntityKind.GROUP)  # "the rebel commander", of whoever they are
        return called_as(factions.rebels, surface) if factions.rebels is not None else unnamed
    if factions.army is not None and (factions.is_soldier(view.claimant) or view.claimant_side is not None):
        return called_as(factions.army, surface)
    return police_of(view, surface)


def police_of(view: View, surface: str) -> Ref | None:
    """The police of whoever commands them, where there is unrest."""
    commands = view.scene.factions.commands_police(view.claimant) and view.scene.unrest
    return Ref("police", surface, None, EntityKind.GROUP) if commands else None


def called_as(ref: Ref, surface: str) -> Ref:
    """The same party in other words."""
    return Ref(ref.name, surface, ref.entity, ref.kind)


def is_of_state(owner: Ref) -> bool:
    """Is it a body that commands a state's forces and is none of them ("the ministry", "the general staff")?"""
    words = {word.lower() for word in owner.name.replace("'s", " ").split()}
    return owner.kind in BODIES and not words.isdisjoint(COMMANDING)


def is_one_person(view: View) -> bool:
    """Is the claimant somebody without a name ("a nurse"), who is not "they"?"""
    if view.claimant is None or view.claimant.kind is EntityKind.PERSON:
        return False
    text = view.scene.parsed.article.part(view.part)
    source = " ".join(span.of(text) for span in view.source) or view.claimant.surface
    return source.lower().split()[:1] in (["a"], ["an"], ["one"])


def serving(stretch: Stretch, head: Token) -> list[Token]:
    """Whom forces serve: "forces loyal to the Council", "fighters affiliated with the Union"."""
    if head.lemma in REBELS:
        return []  # "rebels backed by a state" are not the state
    bound = [
        word for word in stretch.children(head, "amod", "acl") if word.lemma in BOUND or word.text.lower() in BOUND
    ]
    return [below for word in bound for below in stretch.prepositional(word, "to", "with")]


def unit_called(view: View, stretch: Stretch, head: Token, surface: str) -> Ref | None:
    """ "The brigade": the one that the article names so."""
    definite = any(child.text.lower() in ("the", "this", "that") for child in stretch.children(head, "det"))
    bare = not stretch.children(head, "amod", "compound", "nmod", "poss")
    known = head.lemma in FORCES or head.text[:1].isupper()  # "the Movement"
    body = view.scene.body_called(head.text) if definite and bare and known else None
    if body is None or (head.text in STATE_FORCES and view.scene.side(body) in (None, body.name)):
        return None  # "the army" is not the rebels' Reed Army
    return called_as(body, surface)


def behind_adjective(stretch: Stretch, head: Token) -> Token:
    """ "(An attack by) the paramilitary Reed Force on Karsh": the parser takes the adjective for the noun."""
    named = stretch.children(head, "appos") if head.tag == "JJ" else []
    return named[0] if named and named[0].i > head.i and named[0].pos == "PROPN" else head


def is_our_force(view: View, stretch: Stretch, head: Token) -> bool:
    """ "Our Armed and Security Forces", as a president has it: the state's, whatever body the name would be."""
    ours = any(own.text.lower() in OURS for own in stretch.children(head, "poss"))
    return ours and head.lemma.lower().removesuffix("s") in OUR_FORCES and view.claimant_side is not None


def opens_before_cue(view: View, pronoun: Token) -> bool:
    """ "It has killed 7,000 people, according to X": what the sentence before spoke of, and not X, named behind it."""
    behind = bool(view.cue) and view.cue[0].start > pronoun.span.start
    return behind and pronoun.text.lower() == "it" and pronoun.i == 0
