"""What all words of control share: what ground is, how much of it is meant, and who can hold it.

Enter a view, a stretch and tokens; leaves one `control` proposition at most. A person or firm that is on no side
holds no ground.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.conflict.takers import told_taker
from counterclaim.frames.factions import is_party
from counterclaim.frames.force import Force
from counterclaim.frames.found import found
from counterclaim.frames.listed import Listed, beside, each_place
from counterclaim.frames.off_map import off_the_map
from counterclaim.frames.offices import LEADERS, VOICES, led_body, spoken_for
from counterclaim.frames.quantity import is_measured
from counterclaim.frames.scene import STATE_BODIES
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.where import (
    AREAS,
    COMPASS,
    DISTRICTS,
    POINTING,
    PORTIONS,
    REGIONS,
    SITES,
    TOWNS,
    WHOLES,
    Where,
    set_off,
)
from counterclaim.frames.who import ENEMIES, FOES, FORCES, REBELS, enemy_party, first_party, holder_of
from counterclaim.model import EntityKind, Proposition, Ref, Stance, Token

LAND = frozenset(["territory", "land", "ground", "place"])
GROUND = TOWNS | REGIONS | AREAS | DISTRICTS | SITES | PORTIONS | WHOLES | COMPASS | LAND
ARMS = lemmas("attack.strike.weapons") | lemmas("attack.shelling.guns") | {"ammunition", "arm", "munition", "weapon"}
LANDFORMS = frozenset(["hill", "height", "ridge", "mountain", "peak", "summit"])
FRONTS = COMPASS | {"centre", "center", "central", "northern", "southern", "eastern", "western"}
GROUPED = frozenset(["group", "grouping", "unit", "detachment", "formation", "subunit"])
# Troops of a state by what they are.
REGULARS = frozenset(
    ["marine", "regiment", "brigade", "division", "battalion", "paratrooper", "infantry", "corps", "soldier", "troop"]
)
# Whoever announces a capture announces their own.
HAILING = frozenset(["announce", "claim", "hail", "celebrate", "declare", "proclaim", "trumpet"])
# What only those who fight do to ground; a firm secures, recovers, takes over.
SEIZING = lemmas("control.gain.verbs") - {"free", "recover", "secure", "win", "reclaim", "regain"}
# What those call themselves who hold ground and are no state that others know.
SELF_STYLED = frozenset(
    ["republic", "front", "movement", "council", "emirate", "authority", "administration", "resistance"]
)
GROUPS = frozenset(["group", "organization", "organisation", "faction", "gang", "cartel", "movement"])
INTO = ("in", "at", "on", "of", "over", "throughout", "within", "inside", "to")


@dataclass(frozen=True, slots=True)
class Hold:
    """Who holds how much, since what; `change` is gained, lost, kept or open."""

    holder: Ref | None
    extent: str
    change: str | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """What is held: the nouns for it, and all heads that may name the place."""

    objects: list[Token]
    heads: list[Token]


def holding(
    view: View, stretch: Stretch, anchor: Token, light: Force | None, where: Where, hold: Hold
) -> Iterator[Proposition]:
    """The proposition, if the holder is one that can hold ground; "no longer" makes it a loss."""
    narrowing = anchor.dep == "acl" and _is_unnamed(view, stretch, stretch.head(anchor))
    if where.place is None or narrowing or not (_can_hold(view, hold.holder) or _took_it(view, anchor, hold)):
        return
    if light is not None and light.no_longer:
        light, hold = Force(light.phase), Hold(hold.holder, "none", "lost")
    if where.part and hold.extent == "full":
        hold = Hold(hold.holder, "partial", hold.change)
    holder = _own_units(view, hold.holder, light) or holder_of(view, hold.holder)
    roles = {"place": where.place, "part": where.part, "holder": holder, "extent": hold.extent, "change": hold.change}
    roles["again"] = "yes" if hold.change == "gained" and _again(stretch, anchor) else None
    yield found(view, stretch, anchor, "control", light, **roles)
    for place in () if where.part or not where.named else beside(view, stretch, where.place):
        yield found(view, stretch, anchor, "control", light, **(roles | {"place": place}))


def _is_unnamed(view: View, stretch: Stretch, noun: Token) -> bool:
    """ "(Died in) the area controlled by X": no place that anybody could look up."""
    below = [token for token in stretch.subtree(noun) if token.i <= noun.i or token.dep == "pobj"]
    by = {token.i for verb in stretch.children(noun, "acl", "relcl") for token in stretch.subtree(verb)}
    named = (view.scene.mention(stretch.sentence, t, EntityKind.PLACE) for t in below if t.i not in by)
    return noun.lemma in AREAS | REGIONS and noun.pos == "NOUN" and not any(m is not None for m in named)


def holdings(
    view: View, stretch: Stretch, anchor: Token, light: Force | None, ground: Ground, hold: Hold
) -> Iterator[Proposition]:
    """One for each place that the ground names; "full" in `hold` gives way to what the objects say.

    Parts of one place are told together ("western districts and grain terminal").
    """
    rest = [head for head in ground.heads if head not in ground.objects]
    wholes: list[Listed] = []
    parts: dict[str, list[Listed]] = {}
    for listed in each_place(view, stretch, ground.objects, rest):
        place = listed.where.place if listed.where.part else None
        known = wholes if place is None else parts.setdefault(place.name, [])
        known.append(listed)
    for listed in (*wholes, *map(_told_together, parts.values())):
        extent = hold.extent if hold.extent != "full" else extent_of(stretch, anchor, listed.heads, listed.where)
        yield from holding(view, stretch, anchor, light, listed.where, Hold(hold.holder, extent, hold.change))


def _told_together(parts: list[Listed]) -> Listed:
    words = " and ".join(dict.fromkeys(listed.where.part or "" for listed in parts))
    return replace(parts[0], where=replace(parts[0].where, part=words))


def _own_units(view: View, holder: Ref | None, light: Force | None) -> Ref | None:
    """ "Units of the South group have liberated the town", as a state's ministry has it: the state's, where nobody
    says whose else they are. What a state denies or lays to others is not told so.
    """
    side = view.claimant_side
    if holder is None or side is None or view.stance is not Stance.ASSERTS or (light is not None and light.negated):
        return None
    words = {word.removesuffix("s") for word in f"{holder.name} {holder.surface}".lower().split()}
    kind = holder.kind in (None, EntityKind.GROUP, EntityKind.ORGANIZATION)
    grouped = kind and words.isdisjoint(FOES | REBELS | ENEMIES) and not words.isdisjoint(GROUPED | REGULARS)
    # The South group is a part of an army; the Grey Wolf Group may be anybody's.
    own = led_body(view, view.claimant) or spoken_for(view, view.claimant)
    own_name = holder.entity is not None and "group" in words and words.isdisjoint(FRONTS)
    own_name &= own is None or own.name != holder.name
    others = view.scene.side(holder) is not None or view.scene.bears_arms(holder) or view.scene.factions.inner
    others |= own_name and words.isdisjoint(REGULARS)
    return view.scene.named(side, holder.surface) if grouped and not others else None


def _again(stretch: Stretch, anchor: Token) -> bool:
    """ "Retaken", "regained control of", "ours again": it was that side's before, and not in between."""
    words = [anchor, stretch.head(anchor)]
    words += [child for word in words for child in stretch.children(word, "advmod", "prt")]
    return any(word.lemma in lemmas("control.gain.again") or word.lemma in ("again", "back") for word in words)


def _can_hold(view: View, holder: Ref | None) -> bool:
    """A side, its people and bodies, a group or troops; an open holder too. No other person or body takes ground."""
    if holder is not None and holder.kind is EntityKind.PLACE:  # a hill that dominates the town does not hold it
        return view.scene.is_region(holder)
    if holder is None or holder.kind not in (EntityKind.PERSON, EntityKind.ORGANIZATION):
        return True
    if view.scene.side(holder) is not None or view.scene.bears_arms(holder) or view.scene.factions.is_rebel(holder):
        return True
    entity = view.scene.entities.get(holder.entity or "")
    if entity is not None and entity.kind is EntityKind.PERSON and holder.entity == (view.claimant or holder).entity:
        offices = {word for role in entity.roles for word in role.lower().split()}
        # A minister's "we", whose state only other reports name; in a war also a leader's or a spokesman's.
        speaks = view.scene.warlike and not offices.isdisjoint(LEADERS | VOICES)
        if speaks or not offices.isdisjoint(STATE_BODIES):
            return True
    words = {word.removesuffix("s") for text in (holder.name, holder.surface) for word in text.lower().split()}
    return not (FORCES | {"men"}).isdisjoint(words)


def _took_it(view: View, anchor: Token, hold: Hold) -> bool:
    """A body that is known by its letters alone ("the KLF seized the prison") bears arms in a war if it takes ground,
    or says of itself that it holds some."""
    holder = hold.holder
    if holder is None or holder.kind is not EntityKind.ORGANIZATION or not view.scene.warlike:
        return False
    if any(word in GROUPS for word in holder.surface.split()):  # "the Maran group": lower-case, so no firm's name
        return True
    letters = any(name.isupper() and len(name) > 2 for name in (holder.name, holder.surface))
    speaking = (view.claimant, led_body(view, view.claimant), spoken_for(view, view.claimant))
    itself = holder.entity is not None and any(own is not None and own.entity == holder.entity for own in speaking)
    bodies = set(holder.name.lower().split()) & SELF_STYLED
    return (itself and bool(bodies)) or (letters and (itself or (hold.change == "gained" and anchor.lemma in SEIZING)))


def is_ground(view: View, stretch: Stretch, head: Token) -> bool:
    """Does the noun name or point to ground?"""
    if head.lemma in PORTIONS and any(noun.lemma in ARMS for noun in stretch.prepositional(head, "of")):
        return False  # "a lot of small arms were seized"
    if head.lemma in GROUND or head.text.lower() in GROUND or is_measured(stretch, head):
        return True
    mention = view.scene.mention(stretch.sentence, head)
    if mention is not None and (mention.kind is EntityKind.PLACE or _is_quarter(stretch, head)):
        return True
    tagged = mention is None and head.entity in ("GPE", "LOC", "FAC")
    return tagged or off_the_map(view, stretch, head) is not None


def _is_quarter(stretch: Stretch, head: Token) -> bool:
    """ "The Lower Market, the commercial quarter": an apposition says that the name is ground."""
    return any(token.lemma in DISTRICTS | SITES | TOWNS for token in stretch.children(head, "appos"))


def is_neither(stretch: Stretch, heads: list[Token]) -> bool:
    """ "Neither army", "neither of them", "nobody"."""
    words = {child.text.lower() for head in heads for child in (head, *stretch.children(head, "det", "preconj"))}
    return not words.isdisjoint(("neither", "nobody", "no-one"))


def ground_of(view: View, stretch: Stretch, verb: Token) -> tuple[list[Token], list[Token]]:
    """What a verb is done to, if it is ground, and the heads to look for the place in."""
    objects = [head for head in stretch.undergoers(verb) if is_ground(view, stretch, head)]
    objects = [head for head in objects if not is_unnamed(view, stretch, head)] or _in_headline(view, stretch, verb)
    its = [head for head in stretch.undergoers(verb) if head.text.lower() == "it"] if not objects else []
    if its and means_town(view, stretch, its[0]):
        objects = its
    beside = stretch.prepositional(verb, *INTO)
    if objects:  # "holds the village, on the road to the west"
        beside = [h for h in beside if h.i < verb.i or not set_off(stretch, stretch.head(h))]
    return objects, [*objects, *beside]


def _in_headline(view: View, stretch: Stretch, verb: Token) -> list[Token]:
    """ "Soldiers liberate Karsh", where the parser finds no object; "Karsh fully liberated" without a "was"."""
    beside = [noun for noun in stretch.children(verb, "npadvmod", "advmod") if noun.pos == "PROPN"]
    named = [noun for noun in beside if stretch.subtree(noun)[0].i == verb.i + 1]
    shares = [word for word in stretch.children(verb, "advmod") if word.lemma in ("most", "much") and word.i > verb.i]
    if shares and not stretch.undergoers(verb):  # "control most, if not all, of X"
        return shares
    if not named and verb.tag in ("VBD", "VBN") and not _governs(stretch, verb):
        named = stretch.children(verb, "nsubj")
    towns = [noun for noun in named if view.scene.mention(stretch.sentence, noun, EntityKind.PLACE) is not None]
    return [noun for noun in towns if not _is_state(view, stretch, noun)]


def _governs(stretch: Stretch, verb: Token) -> bool:
    return bool(stretch.children(verb, "dobj", "ccomp", "xcomp", "aux", "auxpass")) or stretch.passive(verb)


def _is_state(view: View, stretch: Stretch, noun: Token) -> bool:
    mention = view.scene.mention(stretch.sentence, noun, EntityKind.PLACE)
    return mention is None or view.scene.is_country(mention) or view.scene.nation(noun) is not None


def means_town(view: View, stretch: Stretch, pronoun: Token) -> bool:
    """Does the sentence name a town before "it", or, where it names nothing, the content?"""
    before = [token for token in stretch.sentence.tokens if token.i < pronoun.i and token.pos == "PROPN"]
    seen = [(stretch.sentence, token) for token in before]
    seen = seen or [(s.sentence, t) for s in view.stretches for t in s.tokens if s is not stretch and t.pos == "PROPN"]
    mentions = [view.scene.mention(sentence, token) for sentence, token in seen]
    return any(m is not None and m.kind is EntityKind.PLACE and not view.scene.is_broad(m) for m in mentions)


def gapped(view: View, stretch: Stretch, verb: Token) -> tuple[Token, Token] | None:
    """In "X holds the north of the town and Y the south" the parser hangs Y on the town: Y and its ground."""
    for noun in (token for token in stretch.tokens if token.i > verb.i and token.pos in ("NOUN", "PROPN")):
        the = next((child for child in stretch.children(noun, "det") if child.text.lower() == "the"), None)
        before = next((token for token in stretch.tokens if the is not None and token.i == the.i - 1), None)
        if before is None or before.dep != "conj" or before.i <= verb.i or not is_ground(view, stretch, noun):
            continue
        beside = stretch.head(before)
        joined = any(child.dep == "cc" for child in stretch.children(beside)) and stretch.head(noun) in (verb, before)
        if joined and beside is not verb and first_party(view, stretch, [before]) is not None:
            return before, noun
    return None


def is_unnamed(view: View, stretch: Stretch, head: Token) -> bool:
    """Is it ground that nobody could find again ("two villages", "a town near X")?"""
    hills = head.lemma in LANDFORMS and head.tag == "NNS" and bool(stretch.children(head, "nummod", "amod"))
    if hills and not stretch.prepositional(head, "of", "in", "at", "above", "near"):
        return True  # "gave up two hills"
    if head.lemma not in TOWNS | REGIONS or view.scene.mention(stretch.sentence, head, EntityKind.PLACE) is not None:
        return False
    names = [view.scene.mention(stretch.sentence, child) for child in stretch.children(head, "poss", "compound")]
    # "a Sarn city" is some city of Sarn; "the Karsh settlement" is Karsh.
    pointed = any(name is None or name.kind is not EntityKind.PLACE or not view.scene.is_broad(name) for name in names)
    pointed |= any(child.text.lower() in POINTING for child in stretch.children(head, "det", "amod"))
    behind = [t for t in stretch.tokens if head.i < t.i <= head.i + 2]  # "village of X - general": X hangs on him
    of_name = len(behind) == 2 and behind[0].text == "of" and behind[1].pos == "PROPN"
    if head.tag == "NNS" and any(noun.pos == "PROPN" for noun in stretch.prepositional(head, "of")):
        return False  # "the villages of X and Y"
    named = pointed or stretch.children(head, "appos") or stretch.prepositional(head, "of") or of_name
    return head.tag in ("NNS", "NNPS") or not named


def extent_of(stretch: Stretch, anchor: Token, objects: list[Token], where: Where) -> str:
    """How much of the place: words of measure beside the predicate and in its object, else by what the object is."""
    near = [child.lemma for child in stretch.children(anchor, "advmod", "amod")]
    near += [token.lemma for head in objects for token in stretch.phrase(head)]
    near += [noun.lemma for noun in stretch.prepositional(anchor, "in")]
    full, partial = lemmas("control.words.full"), lemmas("control.words.partial")
    hundred = any(token.text in ("100", "100%") for head in objects for token in stretch.phrase(head))
    if hundred and not where.part:  # "100 percent of the town"
        return "full"
    if where.part or where.portion or any(word in partial for word in near):
        return "partial"
    if any(word in full for word in near) or not objects:
        return "full"
    whole = objects[0].lemma in TOWNS | REGIONS | AREAS or where.named or objects[0].text.lower() == "it"
    return "full" if whole else "partial"


def unnamed_taker(view: View, predicate: Token, where: Where) -> Ref | None:
    """Who took a place where nobody is named: the claimant's side abroad or for a liberation, the enemy at home; the
    enemy, too, of what the claimant denies."""
    side = view.claimant_side
    if view.claimant is None:
        return None
    if view.denied:
        return enemy_party(view, predicate.text)
    taker = told_taker(view, where.place, predicate.text)
    if taker is not None:
        return taker
    if side is None:  # an armed body that is on nobody's side but its own
        told = predicate.lemma in lemmas("control.gain.own") or (predicate.pos == "NOUN" and is_armed(view))
        return armed_body(view) if told else None
    entity = view.scene.entities.get(where.place.entity or "") if where.place else None
    hailed = predicate.lemma in lemmas("control.gain.nouns") and not view.cue_lemmas.isdisjoint(HAILING)
    own = hailed or predicate.lemma in lemmas("control.gain.own")
    fighting = view.scene.factions.fighting
    if view.scene.country_of(entity) == side and not own:
        foe = enemy_party(view, predicate.text)  # of a state and a movement within it either may have taken a town
        looks_on = foe is not None and bool(fighting) and foe.name not in fighting
        return None if looks_on or (foe is not None and is_party(foe.name)) else foe
    return view.scene.named(side) if side in fighting or not fighting or own else None  # a minister far off took none


def is_armed(view: View) -> bool:
    """Is the claimant troops or rebels by name ("the occupiers announced the capture of the town")?"""
    words = {word.removesuffix("s") for word in view.claimant.name.lower().split()} if view.claimant else set()
    return view.claimant is not None and (not words.isdisjoint(FORCES) or view.scene.bears_arms(view.claimant))


def armed_body(view: View) -> Ref | None:
    """The body that speaks, or that the claimant speaks for."""
    claimant = view.claimant
    bodies = (EntityKind.ORGANIZATION, EntityKind.GROUP)
    return claimant if claimant is not None and claimant.kind in bodies else spoken_for(view, claimant)


def known_taker(view: View, where: Where) -> Ref | None:
    """Whom an earlier claim names as the taker of the place."""
    for claim in reversed(view.earlier):
        for proposition in claim.propositions:
            place = proposition.ref("place") if proposition.frame == "control" else None
            same = place is not None and where.place is not None and place.name == where.place.name
            if same and proposition.get("change") == "gained" and proposition.ref("holder") is not None:
                return proposition.ref("holder")
    return None
