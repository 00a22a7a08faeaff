"""Whose a place is by the state that it is in: "in our hands", "under the flag of X", "is ours"; who is there.

Enter a view, a stretch and a verb of being with its force; leaves `control` propositions.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from counterclaim.frames.conflict.holding import (
    Ground,
    Hold,
    holding,
    holdings,
    is_ground,
    means_town,
)
from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.conflict.opponents import opponent_of
from counterclaim.frames.force import Force, Phase
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.where import locate
from counterclaim.frames.who import (
    FIRST_PERSON,
    FORCES,
    REBELS,
    enemy_party,
    first_party,
    nation_of,
    own_forces,
    own_party,
    party,
)
from counterclaim.model import BlockKind, EntityKind, Proposition, Quotation, Ref, Token

LASTING = ("remain", "stay")
# Who is "at their posts in X" has not left X, and is nowhere but in X.
POSTED = frozenset(["post", "position"])
# "There were no fighters in the area": near something else; whoever is in the streets holds nothing.
VAGUE = frozenset(["area", "vicinity", "zone", "street", "road"])
CAPTIVE = frozenset(["hand", "captivity", "custody", "clutch", "power"])
INSIDE = ("in", "at", "inside")
STATE_WORDS = frozenset(["state", "government", "authority", "republic", "administration", "flag"])
COMING = ("come", "pass", "fall", "return", "bring", "move", "go")


def state(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    """ "The town is ours", "remains in our hands", "came under rebel control", "is Orvenian"; "are in control of
    the port"."""
    yield from _in_control(view, stretch, verb, light)
    yield from _present(view, stretch, verb, light)
    states = _states(stretch, verb)
    nouns = stretch.children(verb, "nsubj", "nsubjpass")
    if not nouns and verb.dep == "conj" and stretch.head(verb).lemma == "be":  # "was and remains Tarvian"
        nouns = stretch.children(stretch.head(verb), "nsubj", "nsubjpass")
    subjects = [s for s in nouns if is_ground(view, stretch, s) or (states and s.text.lower() == "it")]
    if not subjects:
        return
    again = any(child.text.lower() == "again" for child in _adverbs(stretch, verb))
    change = (
        "gained" if again or verb.lemma in COMING else "kept" if verb.lemma in LASTING or still(stretch, verb) else None
    )
    for child in stretch.children(verb, "attr", "acomp", "oprd", "advmod"):
        holder = _possessor(view, stretch, child)
        if holder is not None:
            yield from holdings(view, stretch, verb, light, Ground(subjects, subjects), Hold(holder, "full", change))
    for noun in states:
        holder = _whose(view, stretch, noun)
        if holder is not None:
            near = {child.lemma for child in (*stretch.children(noun, "amod"), *stretch.children(verb, "advmod"))}
            measured = [
                child for child in stretch.children(verb, "attr", "npadvmod") if child.lemma in ("percent", "%")
            ]
            all_of_it = any(below.text == "100" for child in measured for below in stretch.children(child, "nummod"))
            partly = bool(near & lemmas("control.words.partial")) or (bool(measured) and not all_of_it)
            extent = "partial" if partly else "full"
            none = stretch.has_no(noun)
            seen = Force(light.phase, light.negated or none, light.no_longer)
            yield from holdings(view, stretch, verb, seen, Ground(subjects, subjects), Hold(holder, extent, change))


def verbless(view: View, stretch: Stretch, noun: Token) -> Iterator[Proposition]:
    """ "Karsh under Tarvian control", above a report: whose it is, without a verb."""
    prep = stretch.head(noun)
    if noun.lemma not in lemmas("control.keep.states") or prep.text.lower() not in ("under", "in"):
        return
    above = stretch.head(prep)
    grounds = [above] if above is not prep else stretch.children(prep, "advmod", "nsubj", "dep")
    grounds = [g for g in grounds if above is prep or g.dep in ("ROOT", "dep") or stretch.head(g) is g]
    grounds = [g for g in grounds if g.pos not in ("VERB", "AUX") and is_ground(view, stretch, g)]
    holder = _whose(view, stretch, noun) if grounds and stretch.sentence.kind is BlockKind.HEADLINE else None
    if holder is not None:
        near = {word.lemma for word in (*stretch.children(noun, "amod"), *stretch.children(prep, "advmod"))}
        extent = "partial" if near & lemmas("control.words.partial") else "full"
        yield from holdings(
            view, stretch, grounds[0], Force(Phase.ONGOING), Ground(grounds, grounds), Hold(holder, extent)
        )


def _adverbs(stretch: Stretch, verb: Token) -> list[Token]:
    return [
        *stretch.children(verb, "advmod"),
        *(t for noun in _states(stretch, verb) for t in stretch.children(noun, "advmod")),
    ]


def _states(stretch: Stretch, verb: Token) -> list[Token]:
    """ "In X's hands", "under the control of X", "back under the flag of X": the nouns for whose it is."""
    found = stretch.prepositional(verb, "in", "under", "into")
    for quality in stretch.children(verb, "acomp", "advmod", "attr", "npadvmod"):  # "back under", "100 percent under"
        joined = [prep for prep in stretch.children(quality, "conj", "prep") if prep.text.lower() in ("under", "in")]
        found += [noun for prep in joined for noun in stretch.children(prep, "pobj")]
    return [noun for noun in found if noun.lemma in lemmas("control.keep.states")]


def still(stretch: Stretch, verb: Token) -> bool:
    """Does "still" stand beside the verb?"""
    near = stretch.children(verb, "advmod", "prep", "advcl")
    as_before = [child for child in near if child.text.lower() == "as"]
    before = any(
        below.text.lower() in ("before", "ever", "always") for one in as_before for below in stretch.subtree(one)
    )
    return before or any(child.text.lower() == "still" for child in near)


def _possessor(view: View, stretch: Stretch, word: Token) -> Ref | None:
    """ "Ours", "Orvenian", and of one's own place "free"."""
    if word.text.lower() in lemmas("control.keep.possessives"):
        return own_party(view, word.text)
    if word.text.lower() in lemmas("control.keep.others"):
        return _theirs(view, word)
    nation = view.scene.nation(word)
    if nation is not None and word.pos in ("ADJ", "PROPN") and not stretch.children(word, "compound", "det"):
        return view.scene.named(nation, word.text)
    free = word.lemma in ("free", "liberated") and not stretch.children(word, "prep") and view.claimant_side is not None
    return own_party(view, word.text) if free else None


def _theirs(view: View, word: Token) -> Ref | None:
    """ "The hill is theirs": the other side's, in somebody's own words; of those who "said it was theirs" their own."""
    bodies = (EntityKind.GROUP, EntityKind.ORGANIZATION)
    many = view.claimant is not None and view.claimant.kind in bodies
    if view.quotation is not Quotation.DIRECT and many:
        return own_forces(view, word.text)
    return enemy_party(view, word.text)


def _whose(view: View, stretch: Stretch, noun: Token) -> Ref | None:
    for child in stretch.children(noun, "poss", "compound", "amod", "nmod"):
        if child.text.lower() in FIRST_PERSON:
            return own_party(view, child.text)
    doers = stretch.children(noun, "poss", "compound") + stretch.prepositional(noun, "of", "by")
    measured = stretch.children(noun, "amod", "advmod")
    alone = len(measured) == len(stretch.children(noun)) and all(
        child.lemma in lemmas("control.words.full") | lemmas("control.words.partial") for child in measured
    )
    bare = noun.lemma == "control" and alone and stretch.head(noun).text.lower() == "under"
    if bare:  # "the square is under control", of those who say so
        return own_forces(view, noun.text) or _policing(view, noun)
    forces = [child for child in stretch.children(noun, "amod") if child.lemma in FORCES]  # "in rebel hands"
    rebels = next((party(view, stretch, child) for child in forces if child.lemma in REBELS), None)
    if rebels is not None:
        return rebels if rebels.entity is not None else replace(rebels, name=f"{rebels.name.removesuffix('s')}s")
    states = [doer for doer in doers if doer.lemma in STATE_WORDS]  # "under the authority of the Tarvian state"
    named = next((nation for state in states if (nation := nation_of(view, stretch, state)) is not None), None)
    return nation_of(view, stretch, noun) or named or first_party(view, stretch, doers + forces)


def _policing(view: View, noun: Token) -> Ref | None:
    """The claimant, if it is a body that polices or fights."""
    name = view.claimant.name.lower().split() if view.claimant is not None else []
    return (
        Ref(view.claimant.name, noun.text, view.claimant.entity, view.claimant.kind)
        if (view.claimant is not None and any(word.removesuffix("s") in FORCES for word in name))
        else None
    )


def _in_control(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    for noun in stretch.prepositional(verb, "in"):
        heads = (
            [h for h in stretch.prepositional(noun, "of") if is_ground(view, stretch, h)]
            if noun.lemma in ("control", "possession", "charge", "command")
            else []
        )
        its = [head for head in stretch.prepositional(noun, "of") if head.text.lower() == "it"] if not heads else []
        heads = heads or [head for head in its if means_town(view, stretch, head)]
        holder = first_party(view, stretch, stretch.doers(verb)) if heads else None
        if holder is not None:
            change = "kept" if still(stretch, verb) or verb.lemma in LASTING else None
            near = [*stretch.children(noun, "amod", "advmod"), *stretch.children(verb, "advmod")]
            partly = any(word.lemma in lemmas("control.words.partial") for word in near)
            extent = "partial" if partly else "full"
            yield from holdings(view, stretch, verb, light, Ground(heads, heads), Hold(holder, extent, change))


def _present(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    """Troops that are in a place hold a part of it ("our army is in the west"); so do "we" in the claimant's own
    words."""
    yield from _nobody_there(view, stretch, verb)
    subjects = stretch.children(verb, "nsubj")
    speaking = view.quotation is Quotation.DIRECT and own_forces(view, "we") is not None
    troops = [s for s in subjects if s.lemma in FORCES or (speaking and s.text.lower() == "we") or _men_of(stretch, s)]
    if not troops and view.scene.warlike:  # "the Tarvians are in the north"
        troops = [s for s in subjects if s.tag in ("NNS", "NNPS") and view.scene.nation(s) is not None]
    if verb.lemma not in ("be", *LASTING) or not troops or stretch.children(verb, "attr", "acomp"):
        return
    heads = [h for h in stretch.prepositional(verb, "in", "inside") if is_ground(view, stretch, h)]
    heads = [h for h in heads if h.lemma not in VAGUE]
    if any(noun.lemma in CAPTIVE for noun in stretch.prepositional(verb, "in")):
        return  # "sixty soldiers are in Tarvian hands in X"
    where = locate(view, stretch, heads) if heads else None
    of = stretch.prepositional(troops[0], "of") if _men_of(stretch, troops[0]) else []
    holder = first_party(view, stretch, of) or party(view, stretch, troops[0])
    broad = where is not None and where.place is not None and view.scene.is_region(where.place)
    if where is not None and holder is not None and not broad:
        posted = any(noun.lemma in POSTED for noun in stretch.prepositional(verb, "at", "in"))
        change = "kept" if posted or still(stretch, verb) or verb.lemma in LASTING else None
        extent = "full" if posted and not where.part else "partial"
        if light.negated and not where.part and not posted:  # "no soldier of theirs remained in X"
            light, extent, change = Force(light.phase), "none", None
        yield from holding(view, stretch, verb, light, where, Hold(holder, extent, change))


def _men_of(stretch: Stretch, noun: Token) -> bool:
    """ "Men of the Grey Wolf Group"."""
    return noun.lemma in ("man", "member", "men") and bool(stretch.prepositional(noun, "of"))


def _now(view: View, verb: Token) -> bool:
    """Is it said of the time of saying? Whoever "said there were no rebels" said "there are"."""
    return verb.tag in ("VBZ", "VBP") or (verb.tag == "VBD" and view.quotation is Quotation.INDIRECT)


def _nobody_there(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    """ "There are no rebels in the town", "there is no Grey Wolf at the airfield"."""
    if verb.lemma != "be" or not stretch.children(verb, "expl") or not _now(view, verb):
        return
    for noun in stretch.children(verb, "attr", "nsubj"):
        before = [noun, *stretch.children(noun, "amod")]  # "no more soldiers"
        denying = (child for word in before for child in stretch.children(word, "det", "neg", "preconj", "advmod"))
        no = any(child.text.lower() in ("no", "not") for child in denying)
        no |= any(child.dep == "neg" for child in stretch.children(verb))  # "there was not a single soldier"
        left = [token for token in stretch.children(noun, "acl") if token.lemma in ("leave", "remain")]
        heads = [below for token in (noun, verb, *left) for below in stretch.prepositional(token, *INSIDE)]
        heads = [head for head in heads if is_ground(view, stretch, head)]
        letters = noun.text.isupper() and len(noun.text) > 2  # "no more KLF", no name to the tagger
        troops = noun.lemma in FORCES or noun.pos == "PROPN" or letters
        holder = party(view, stretch, noun) if no and heads and troops else None
        if holder is not None and holder.entity is None and noun.tag == "NN":  # "not a single soldier"
            holder = replace(holder, name=f"{noun.lemma}s")
        elif holder is not None and holder.entity is None and holder.name.lower().startswith(("no ", "more ")):
            holder = replace(holder, name=re.sub(r"^(?:no )?(?:more )?", "", holder.name))  # "no more junta troops"
            holder = replace(holder, name=holder.name.split(" in ")[0])
        holder = _not_their_own(view, stretch, noun, holder)
        where = locate(view, stretch, heads) if holder is not None else None
        if where is not None and where.place is not None and not where.part and not view.scene.is_region(where.place):
            yield from holding(view, stretch, verb, Force(Phase.ONGOING), where, Hold(holder, "none"))


def _not_their_own(view: View, stretch: Stretch, noun: Token, holder: Ref | None) -> Ref | None:
    """ "There is not one soldier left", by the mouth of whoever has taken the town, is said of the others' soldiers."""
    ours = any(child.text.lower() in FIRST_PERSON for child in stretch.children(noun, "poss"))
    if holder is None or holder.entity is not None or ours or noun.lemma not in FORCES:
        return holder
    return opponent_of(view, own_forces(view, noun.text)) or holder
