"""Who a noun phrase means, as an argument: a named body or person, a nation's troops, "we", "the enemy".

Enter a view, a stretch and the head of a noun phrase; leaves a `Ref`, or None where the phrase names no party.
"""

from collections.abc import Iterable

from counterclaim.frames.capitals import acting_state
from counterclaim.frames.factions import is_party
from counterclaim.frames.meant import (
    OUTFITS,
    STATE_FORCES,
    behind_adjective,
    called_as,
    is_of_state,
    is_one_person,
    is_our_force,
    is_outfit,
    only_state,
    opens_before_cue,
    outfit_of,
    own_faction,
    police_of,
    serving,
    some_of,
    unit_called,
)  # fmt: skip
from counterclaim.frames.offices import BODIES, forces_in_words, led_body, spoken_for
from counterclaim.frames.own_words import side_by_words
from counterclaim.frames.peoples import nation_in
from counterclaim.frames.stretch import Stretch, pronoun_of, whole
from counterclaim.frames.troops import CROWNS, SPECIAL, side_of_crown, side_of_troops
from counterclaim.frames.view import View
from counterclaim.frames.worded import words
from counterclaim.frames.wordlists import words_of
from counterclaim.model import EntityKind, Quotation, Ref, Stance, Token

FIRST_PERSON = frozenset({"we", "our", "us", "ours", "i", "my", "ourselves"})
THIRD_PERSON = frozenset({"it", "they", "he", "she", "its", "their", "his", "her", "them", "itself", "themselves"})
PLURAL, SINGULAR_PERSON = frozenset({"they", "their", "them", "theirs"}), frozenset({"he", "she", "his", "her"})
LANDS = frozenset({"country", "nation", "homeland", "republic"})
FIGHTERS = frozenset({"fighter", "mujahideen", "mujahidin"})
# Those who fight, as news reports and codebooks of conflict events call them.
ENEMIES, FORCES = words_of("who.enemies"), words_of("who.forces")
OWN_ARMY = frozenset(["army", "military", "armed forces", "forces", "navy", "air force", "garrison"])
HELD = frozenset(["inmate", "prisoner", "convict", "detainee"])
ARMED = frozenset(["armed", "masked", "unknown", "unidentified", "gang", "cartel", "militia"])
MEN, CROWDS, REPORTS = words_of("who.men"), words_of("who.crowds"), words_of("force.reports")
REBELS, FOES, ARMS = words_of("factions.rebels"), words_of("factions.foes"), words_of("scene.arms")
STATES = frozenset(["government", "army", "state", "regime", "federal", "loyalist", "junta", "military"])
ACTORS = (EntityKind.ORGANIZATION, EntityKind.GROUP, EntityKind.PERSON)
BACK, CONNECTIVES = 3, ("of", "from", "by", "belonging", "to", "within")


def party(view: View, stretch: Stretch, head: Token) -> Ref | None:
    """Whom the noun phrase of `head` means; None where no party can be made out."""
    word, head = pronoun_of(head), behind_adjective(stretch, head)
    surface = words(view, stretch, head)
    army = head.lemma in OWN_ARMY and surface.lower() in OWN_ARMY and view.claimant_side is not None
    army = army and not view.scene.factions.inner and not is_party(view.claimant_side or "")
    if word in FIRST_PERSON or army or is_our_force(view, stretch, head):
        return own_party(view, surface)
    if word in THIRD_PERSON:
        return _pronoun(view, stretch, head)
    if head.lemma in ENEMIES:
        return enemy_party(view, surface)
    within = faction(view, stretch, head, surface) or _own_land(view, stretch, head, surface)
    if within is not None:
        return within
    exact = None if head.lemma.lower() in ARMS else view.scene.mention(stretch.sentence, head, *ACTORS)
    named = acting_state(view.scene, view.scene.ref(exact)) if exact else outfit_of(view, stretch, head, surface)
    if named is not None:
        return named
    return _owner(view, stretch, head, surface) or _place_or_force(view, stretch, head, surface)


def _own_land(view: View, stretch: Stretch, head: Token, surface: str) -> Ref | None:
    """ "Our country", "his nation": the side of who says so."""
    whose = {own.text.lower() for own in stretch.children(head, "poss")} if head.lemma in LANDS else set()
    own = bool(whose & (FIRST_PERSON | THIRD_PERSON))
    return (_side_ref(view, view.claimant_side, surface) or own_party(view, surface)) if own else None


def faction(view: View, stretch: Stretch, head: Token, surface: str) -> Ref | None:
    """ "The rebels", "insurgent gunners"; where a state fights its own people also "the garrison", "army troops"."""
    factions = view.scene.factions
    before = stretch.children(head, "amod", "compound", "nmod", "poss")
    modifiers = {child.lemma.lower() for child in before}
    called = head.lemma in REBELS or (bool(modifiers & REBELS) and head.lemma in FORCES | MEN)
    called |= factions.inner and head.lemma in FOES | FIGHTERS and not stretch.prepositional(head, "of", "from")
    called |= factions.inner and head.pos == "NOUN" and is_outfit(stretch, head)
    if called and factions.rebels is not None and not _named_before(view, stretch, before):
        return called_as(factions.rebels, surface)
    if factions.army is None or head.pos == "PROPN" or not modifiers <= STATES | {"own", "whole", "entire", "same"}:
        return None
    bare = head.lemma == "soldier" and not stretch.prepositional(head, "of", "from") and not some_of(stretch, head)
    state = head.lemma in STATE_FORCES or (bool(modifiers & STATES) and head.lemma in FORCES) or bare
    return called_as(factions.army, surface) if state else None


def _named_before(view: View, stretch: Stretch, before: list[Token]) -> bool:
    return any(view.scene.mention(stretch.sentence, child) is not None for child in before)


def _place_or_force(view: View, stretch: Stretch, head: Token, surface: str) -> Ref | None:
    """A state by its name; troops that nobody is named for by their own words."""
    place = view.scene.mention(stretch.sentence, head, EntityKind.PLACE)
    if place is not None:
        return acting_state(view.scene, view.scene.ref(place))
    unit = unit_called(view, stretch, head, surface)
    if unit is not None:
        return unit
    side = None if view.scene.factions.inner else side_of_troops(view.scene, head.lemma) or only_state(view, surface)
    if side is None and view.denied and head.lemma in SPECIAL:  # "(denied) that the garrison was leaving": its own
        side = view.claimant_side
    if side is not None:
        return _side_ref(view, side, surface)
    armed = head.lemma in MEN and any(child.lemma in ARMED for child in stretch.children(head, "amod", "compound"))
    crowd = head.lemma in CROWDS and view.scene.unrest
    if head.lemma in HELD and crowd and view.scene.place_called("prison") is not None:
        return Ref("inmates", surface, None, EntityKind.GROUP)  # the same people by another word
    return Ref(surface, surface, None, EntityKind.GROUP) if head.lemma in FORCES or armed or crowd else None


def parties(view: View, stretch: Stretch, heads: Iterable[Token]) -> list[Ref]:
    """Every party that the heads name, in order, none twice."""
    found: list[Ref] = []
    for head in heads:
        ref = party(view, stretch, head)
        if ref is not None and all(ref.name != other.name for other in found):
            found.append(ref)
    return found


def first_party(view: View, stretch: Stretch, heads: Iterable[Token]) -> Ref | None:
    """The first party that the heads name."""
    return next(iter(parties(view, stretch, heads)), None)


def own_party(view: View, surface: str) -> Ref | None:
    """Whom the claimant means by "we": the side, else the body that the claimant leads, else the claimant."""
    inner = own_faction(view, surface)
    if inner is not None:
        return inner
    side = view.claimant_side
    if side is not None:
        return _side_ref(view, side, surface)
    body = led_body(view, view.claimant) or spoken_for(view, view.claimant) or _by_words(view, surface)
    body = body or forces_in_words(view, view.claimant)
    return body or (
        Ref(view.claimant.name, surface, view.claimant.entity, view.claimant.kind) if view.claimant else None
    )


def _by_words(view: View, surface: str) -> Ref | None:
    return _side_ref(view, side_by_words(view), surface)


def own_forces(view: View, surface: str) -> Ref | None:
    """Those who fight for the claimant: the side, or the armed body that speaks or is spoken for; None of others."""
    if view.claimant is None:
        return None
    own = own_party(view, surface)
    armed = own is not None and (
        view.claimant_side is not None or view.scene.bears_arms(own) or own == own_faction(view, surface)
    )
    return own if armed else None


def owner_of(view: View, stretch: Stretch, head: Token) -> Ref | None:
    """Whose a thing is ("our guns", "Tarvian artillery")."""
    for child in stretch.children(head, "poss"):
        ref = party(view, stretch, child)
        if ref is not None:
            return ref
    return nation_of(view, stretch, head)


def holder_of(view: View, ref: Ref | None) -> Ref | None:
    """The side for which a party holds ground; itself where no side is known, or a state fights its own people."""
    side = view.scene.side(ref)
    army = view.scene.factions.army
    if army is not None and side is not None and is_party(side):
        return ref  # a movement is its own side, and no state that has an army
    if army is not None:
        return called_as(army, ref.surface) if ref is not None and side == ref.name else ref
    return _side_ref(view, side, ref.surface) if ref is not None and side is not None else ref


def enemy_party(view: View, surface: str) -> Ref | None:
    """The side against the claimant's as an argument."""
    factions = view.scene.factions
    if factions.inner:
        if factions.is_rebel(view.claimant):
            return called_as(factions.army, surface) if factions.army is not None else None
        soldier = factions.is_soldier(view.claimant) or view.claimant_side is not None
        return called_as(factions.rebels, surface) if soldier and factions.rebels is not None else None
    return _side_ref(view, view.enemy or view.scene.other_side(side_by_words(view)), surface)


def subject_of_infinitive(view: View, stretch: Stretch, verb: Token) -> Ref | None:
    """Who is to do what a bare infinitive says: whoever stands between cue and content ("urged X to"), else the
    claimant."""
    sentence = stretch.sentence
    first = min(stretch.inside)
    top = next((above for above in (*stretch.ancestors(verb), verb) if stretch.head(above) is above), verb)
    if not any(child.text.lower() == "to" for child in (*stretch.children(top, "aux"), *stretch.children(verb, "aux"))):
        return None
    cue_end = max((span.end for span in view.cue if span.end <= sentence.tokens[first].span.start), default=None)
    between = [t for t in sentence.tokens[: max(first, top.i)] if cue_end is None or t.span.start >= cue_end]
    every = whole(sentence)
    for token in reversed(between):
        if cue_end is not None and token.pos in ("NOUN", "PROPN", "PRON") and token.dep != "compound":
            return party(view, every, token)
    if view.stance is not Stance.URGES and view.claimant is not None:
        return led_body(view, view.claimant) or holder_of(view, view.claimant)
    return None


def nation_of(view: View, stretch: Stretch, head: Token) -> Ref | None:
    """The nation that an adjective of the phrase names ("Russian offensive potential" → Russia)."""
    said = (nation_in(view.scene.nation, stretch.sentence, t) for t in stretch.phrase(head) if t.i <= head.i)
    nation = next((nation for nation in said if nation is not None), None)
    return _side_ref(view, nation, words(view, stretch, head))


def _side_ref(view: View, side: str | None, surface: str) -> Ref | None:
    return view.scene.named(side, surface) if side is not None else None


def _owner(view: View, stretch: Stretch, head: Token, surface: str) -> Ref | None:
    """Whose people the phrase names, by "of", possessive, adjective or compound; a president is nobody's people."""
    bodily = head.lemma in OUTFITS and any(child.tag == "PRP$" for child in stretch.children(head, "poss"))
    if head.pos != "PROPN" and head.lemma not in FORCES | MEN and not bodily:  # "our movement"
        return None
    for below in stretch.prepositional(head, "of", "from"):  # "Tarvian deserters of the Free Movement" act for it
        mention = view.scene.mention(stretch.sentence, below, *BODIES)
        town = view.scene.mention(stretch.sentence, below, EntityKind.PLACE) is not None  # "a brigade from Karsh"
        if mention is not None or (below.pos == "PROPN" and below.entity == "ORG" and not town):
            name = words(view, stretch, below)
            return view.scene.ref(mention) if mention is not None else Ref(name, name, None, EntityKind.GROUP)
        if below.text.lower() in ("ours", "mine"):  # "no pilot of ours"
            return own_party(view, surface)
        unit = unit_called(view, stretch, below, surface) if below.text[:1].isupper() else None
        if unit is not None:  # "militants of the Movement"
            return unit
    modifiers = stretch.children(head, "poss", "compound", "nmod", "amod", "nummod")
    for child in sorted(modifiers, key=lambda child: child.pos == "PRON"):  # "its allied Reed Army fighters"
        found = _by_modifier(view, stretch, head, child, surface)
        if found is not None:
            return found
    members = [*stretch.prepositional(head, *CONNECTIVES), *serving(stretch, head)]
    return next((ref for below in members if (ref := _below(view, stretch, below, surface)) is not None), None)


def _by_modifier(view: View, stretch: Stretch, head: Token, child: Token, surface: str) -> Ref | None:
    """Whose people, by one word before the noun."""
    word = pronoun_of(child)
    if word in FIRST_PERSON:
        body = led_body(view, view.claimant) if word == "my" else None
        return body or own_party(view, surface)
    if word in THIRD_PERSON:
        return _owned_by_pronoun(view, stretch, child, surface)
    crowned = child.lemma in CROWNS and (child.pos != "PROPN" or child.dep == "poss")  # "the crown's sailors"
    if child.lemma in ENEMIES or crowned:
        return _side_ref(view, side_of_crown(view.scene), surface) if crowned else enemy_party(view, surface)
    if child.lemma in LANDS and child.dep == "poss":  # "his country's forces"
        return _own_land(view, stretch, child, surface)
    mention = view.scene.mention(stretch.sentence, child, *ACTORS)
    if mention is not None:
        body = _body(view, view.scene.ref(mention))
        named_for = body.kind is EntityKind.PERSON and child.dep in ("compound", "nmod")  # "the Brezh militia"
        return Ref(surface, surface, None, EntityKind.GROUP) if named_for else body
    return _by_state(view, stretch, head, child, surface)


def _by_state(view: View, stretch: Stretch, head: Token, child: Token, surface: str) -> Ref | None:
    """A nation's troops ("Tarvian troops"), or a state's ("Tarvia's soldiers")."""
    nation = view.scene.nation(child)
    rebels = head.lemma in REBELS  # "Tarvian rebels" fight against Tarvia
    if nation is not None and not rebels and (head.lemma in FORCES or child.dep == "poss"):
        return _side_ref(view, nation, surface)
    place = view.scene.mention(stretch.sentence, child, EntityKind.PLACE)
    own = child.dep == "poss" or (head.lemma in FORCES and place is not None and view.scene.is_country(place))
    state = acting_state(view.scene, view.scene.ref(place)) if place is not None and own else None
    return _side_ref(view, state.name, surface) if state is not None else None


def _below(view: View, stretch: Stretch, token: Token, surface: str) -> Ref | None:
    """Whose, by the object of "of" or "from": a named body, or a nation's troops."""
    mention = view.scene.mention(stretch.sentence, token, *ACTORS)
    if mention is not None:
        return _body(view, view.scene.ref(mention))
    place = view.scene.mention(stretch.sentence, token, EntityKind.PLACE)
    if place is not None:
        state = view.scene.ref(place)
        return _side_ref(view, state.name, surface) if view.scene.side(state) is not None else None
    if token.lemma in CROWNS and (crown := side_of_crown(view.scene)) is not None:
        return _side_ref(view, crown, surface)
    return _owner(view, stretch, token, words(view, stretch, token)) if token.lemma in FORCES else None


def _body(view: View, ref: Ref) -> Ref:
    """A person's units are those of the body that the person leads."""
    return (led_body(view, ref) or ref) if ref.kind is EntityKind.PERSON else ref


def _owned_by_pronoun(view: View, stretch: Stretch, pronoun: Token, surface: str) -> Ref | None:
    owner = _pronoun(view, stretch, pronoun)
    if owner is None:
        return None
    if owner.kind is EntityKind.PERSON:
        body = led_body(view, owner) or (spoken_for(view, owner) if owner == view.claimant else None)
        body = body or (view.scene.factions.rebels if view.scene.factions.is_rebel(owner) else None)
        body = body or (view.scene.factions.army if surface.lower().split()[-1] in STATE_FORCES else None)
        side = view.scene.side(owner)
        police = police_of(view, surface) if owner == view.claimant else None  # a police chief's "his men"
        return body or _side_ref(view, side, surface) or police or owner
    speaks = view.claimant is not None and owner.name == view.claimant.name
    nameless = speaks and owner.kind in (None, EntityKind.GROUP)  # "a Tarvian officer said his men": Tarvia's
    side = view.scene.side(owner) if is_of_state(owner) or nameless else None  # a ministry's forces are the state's
    return _side_ref(view, side, surface) or Ref(owner.name, surface, owner.entity, owner.kind)


def _pronoun(view: View, stretch: Stretch, pronoun: Token) -> Ref | None:
    """A pronoun that the cast resolves; else a party named before it in the stretch; else the claimant."""
    mention = view.scene.mention(stretch.sentence, pronoun, *ACTORS, EntityKind.PLACE)
    if mention is not None and mention.span == pronoun.span:
        return view.scene.ref(mention)
    thing = pronoun.text.lower() == "it" and _is_thing_before(view, stretch, pronoun)
    before = _subject_before(view, stretch, pronoun) if pronoun.text.lower() not in SINGULAR_PERSON else None
    if thing or before is not None:
        return before if not thing else None
    # In their own words speakers call themselves "we"; only reported speech has "they" or "it" for the claimant.
    quoted, many = view.quotation is Quotation.DIRECT, pronoun.text.lower() in PLURAL
    if many and (not _is_sided(view) if quoted else is_one_person(view)):
        return _plural_before(view, stretch)
    if quoted or view.claimant is None or opens_before_cue(view, pronoun):
        return None
    if view.claimant.kind is EntityKind.PERSON and pronoun.text.lower() not in SINGULAR_PERSON:
        # "They" of one person are those whom that person speaks for, if not in words as they fell.
        own = own_party(view, pronoun.text) if not view.as_spoken else None
        return own if own is not None and own.kind is not EntityKind.PERSON else None
    return view.claimant


def _is_sided(view: View) -> bool:
    """Is the claimant one of those who fight, or with them?"""
    if view.claimant is None or view.claimant_side is not None or own_faction(view, "") is not None:
        return True
    return view.scene.bears_arms(view.claimant)


def _is_thing_before(view: View, stretch: Stretch, pronoun: Token) -> bool:
    """ "A convoy ambushed as it left": it is the convoy."""
    verb = stretch.head(pronoun)
    above = stretch.head(verb)
    if verb.dep != "advcl" or above is verb or above.pos != "VERB":
        return False
    nouns = [*stretch.undergoers(above), *stretch.doers(above)]
    return any(noun.tag == "NN" and noun.i < pronoun.i and party(view, stretch, noun) is None for noun in nouns)


def _subject_before(view: View, stretch: Stretch, pronoun: Token) -> Ref | None:
    """The party last named as a subject before the pronoun; of several, one that agrees with it in number."""
    found: list[tuple[Token, Ref]] = []
    above = list(stretch.ancestors(pronoun))
    for noun in (told for told in above if told.lemma in REPORTS):  # "the rebels' claims that they had taken X"
        owners = [*stretch.children(noun, "poss"), *stretch.prepositional(noun, "of", "by")]
        found += [(owner, named) for owner in owners if (named := party(view, stretch, owner)) is not None]
    for token in reversed(stretch.tokens):
        subject = token.i < pronoun.i and token.dep in ("nsubj", "nsubjpass") and token.pos in ("NOUN", "PROPN")
        # "The soldiers of their army": the pronoun is part of the phrase, not a word for it.
        named = party(view, stretch, token) if subject and token not in above else None
        town = named is not None and named.kind is EntityKind.PLACE and not view.scene.is_region(named)
        if named is not None and not town:  # "Sarn is still under its control": not under Sarn's
            found.append((token, named))
    many = pronoun.text.lower() in PLURAL
    fitting = (named for token, named in found if (token.tag in ("NNS", "NNPS")) is many)
    return next(fitting, found[0][1] if found else None)


def _plural_before(view: View, stretch: Stretch) -> Ref | None:
    """The troops or police that the sentences before spoke of last; in somebody's own words those whom they mean by
    "they" are several."""
    before = view.scene.parsed.sentences[: stretch.sentence.index]
    quoted = view.quotation is Quotation.DIRECT
    just_said = next((s for s in view.stretches if quoted and s.sentence in before[-1:]), None)
    for token in reversed(just_said.tokens if just_said is not None else ()):
        troops = token.lemma in FORCES and token.tag == "NNS" and just_said is not None
        if troops and just_said is not None and just_said.has_no(token):
            return party(view, just_said, token)  # "There are no soldiers any more. They have gone"
    for sentence in reversed(before[-BACK - quoted :]):
        every = whole(sentence)
        subjects = [t for t in sentence.tokens if t.lemma in FORCES and t.dep in ("nsubj", "nsubjpass")]
        for token in subjects:
            if not quoted or token.tag == "NNS":
                return party(view, every, token)
    return None
