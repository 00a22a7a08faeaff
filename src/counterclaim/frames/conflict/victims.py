"""Whose the dead, wounded, captured and missing of a count are.

Enter a view, a stretch, the noun or number for them and the word that says what befell them; leaves a `Ref` for their
side, or None where neither the words nor who speaks them tell it.
"""

from dataclasses import dataclass, replace

from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.conflict.opponents import fights, opponent_of
from counterclaim.frames.factions import FOES
from counterclaim.frames.numerals import TENFOLD
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.who import CROWDS, ENEMIES, FORCES, HELD, REBELS, first_party, nation_of, own_forces, party
from counterclaim.frames.worded import bare_words
from counterclaim.model import EntityKind, Proposition, Ref, Token

SOLDIERS = lemmas("losses.general.soldiers")
CIVILIANS = lemmas("losses.general.civilians")
PEOPLE = lemmas("losses.general.people") | SOLDIERS | CIVILIANS
HEADINGS = lemmas("losses.general.nouns") | lemmas("losses.killed.nouns")
LOSING = frozenset(["lose", "suffer", "sustain", "have"])
# Prisoners who change hands can be anybody's.
FREED = frozenset(["free", "release", "return", "exchange", "swap", "trade", "repatriate"])
PRISONERS = frozenset(["prisoner", "captive", "pow", "pows"])
# Soldiers who are called so are not those of the state that the article is about.
# What states call those who fight them.
STRANGERS = frozenset(["foreign", "former", "child", "allied", "international", "rebel", "unknown", "unidentified"])
CONCEDING = lemmas("losses.general.concedes")
REPORTING = frozenset(["report", "acknowledge", "confirm", "admit"])  # "the ministry reported three killed": its own
# How they lie, and words before a number, are no part of a name.
STATES_OF = (
    lemmas("losses.killed.adjectives")
    | lemmas("losses.wounded.adjectives")
    | frozenset(
        [
            "at",
            "least",
            "than",
            "more",
            "fewer",
            "about",
            "some",
            "around",
            "up",
            "to",
            "over",
            "all",
            "another",
            "further",
        ]
    )
)
BACKWARDS = frozenset(["them", "these", "those", "whom"])
BEHIND_ALL = 4  # "all of them lorry drivers"


@dataclass(frozen=True, slots=True)
class Fate:
    """What befell them, by the pack's kind (None where only other sentences say it), and the word that says so."""

    kind: str | None
    anchor: Token


def side_of(view: View, stretch: Stretch, victim: Token, fate: Fate) -> Ref | None:
    """Whose the victims are: a side's, the police's, nobody's but civilians'; None where it is left open."""
    counted = stretch.prepositional(victim, "of") if victim.pos == "NUM" or victim.text.lower() in TENFOLD else []
    victim = next((whole for whole in counted if whole.pos == "NOUN"), victim)  # "two of the guards"
    police = victim.lemma == "officer" and view.scene.unrest and not stretch.children(victim, "compound", "poss")
    if victim.lemma in ("policeman", "policemen") or police:
        return group("police", victim.text)
    guards = victim.lemma == "guard" and not stretch.children(victim, "compound", "poss")
    taken = fate.kind == "captured" and victim.lemma in ("prisoner", "detainee", "inmate")  # whose they were before
    of_war = victim.lemma in HELD and any(head.lemma == "war" for head in stretch.prepositional(victim, "of"))
    soldiers = nation_of(view, stretch, victim) if of_war else None  # "Tarvian prisoners of war": its soldiers
    if soldiers is not None and not taken:
        return soldiers
    if (victim.lemma in CROWDS or guards) and view.scene.unrest and not taken:
        prison = victim.lemma in HELD and view.scene.place_called("prison") is not None
        return group("inmates" if prison else _of_many(victim), victim.text)
    said = _named(view, stretch, victim) or _state_soldiers(view, stretch, victim)
    said = said or _civilians(stretch, victim) or _all_of_them(view, stretch, victim)
    said = said or _headed(view, stretch, victim) or _by_doer(view, stretch, victim, fate)
    said = said or _by_speaker(view, stretch, victim, fate)
    return said or (unknown(view, stretch, victim) if victim.lemma in REBELS else None)


def _of_many(victim: Token) -> str:
    """One of a crowd is of the side of all: "a protester" of the protesters."""
    return f"{victim.lemma}s" if victim.tag == "NN" and not victim.lemma.endswith(("man", "men")) else victim.text


def group(name: str, surface: str) -> Ref:
    """People who are no body of the cast."""
    return Ref(name, surface, None, EntityKind.GROUP)


def unknown(view: View, stretch: Stretch, head: Token) -> Ref:
    """Fighters whom nobody can name: their dead are not all the dead. How many, and that they are dead, is no name."""
    said = bare_words(view, stretch, head).split()
    counted = {t.text for t in stretch.phrase(head) if t.pos == "NUM" or t.dep in ("quantmod", "advmod", "nummod")}
    name = " ".join(word for word in said if word not in counted and word.lower() not in STATES_OF) or head.text
    return group(name, name)


def left_by(view: View, stretch: Stretch, verb: Token) -> Ref | None:
    """ "The enemy left 64 dead": whose dead they are; of shelling that leaves 64 dead nobody is told."""
    if verb.lemma == "cost":  # "the assault cost Tarvia 300 dead"
        payers = [child for child in stretch.children(verb, "dative", "dobj") if child.pos == "PROPN"]
        return first_party(view, stretch, payers)
    doers = stretch.doers(verb) if verb.lemma == "leave" else []
    armed = [doer for doer in doers if doer.lemma in FORCES | ENEMIES]
    return first_party(view, stretch, armed) or next((unknown(view, stretch, doer) for doer in armed), None)


def before(view: View) -> Proposition | None:
    """The counted losses that the article spoke of last; where it counted two sides, it leaves open whose."""
    for claim in reversed(view.earlier):
        counted = [p for p in claim.propositions if p.frame == "losses" and p.get("quantity")]
        if counted:
            last = counted[-1]
            several = len([p for p in counted if p.get("kind") == last.get("kind")]) > 1
            arguments = tuple(a for a in last.arguments if not several or a.role != "side")
            return replace(last, arguments=arguments)
    return None


def owner(view: View, stretch: Stretch, noun: Token) -> Ref | None:
    """Whose losses a noun for losses or for the lost names ("its own dead", "30 dead of ours", "enemy losses").

    Of "its" and "ours" only those who fight: a union's dead are no side's.
    """
    below = [head for head in stretch.prepositional(noun, "of", "for", "on") if head.text.lower() not in BACKWARDS]
    heads = [noun, *below]
    owners = [own for head in heads for own in stretch.children(head, "poss")]
    owners += [head for head in below if head.pos == "PRON"]
    nations = (nation_of(view, stretch, head) for head in heads)
    named = next((nation for nation in nations if nation is not None), None)
    bodies = [*(own for own in owners if own.pos != "PRON"), *(head for head in below if _body(stretch, head))]
    named = named or first_party(view, stretch, bodies)
    if named is not None and named.kind is EntityKind.PERSON:  # "his side's losses": of nobody's but a side's
        named = None
    if named is not None and (named.entity is not None or view.scene.side(named) or named == view.scene.factions.army):
        return named
    before_it = stretch.children(noun, "amod", "compound", "nmod")
    if any(token.lemma in REBELS for token in before_it) and view.scene.factions.rebels is not None:
        return view.scene.factions.rebels  # "rebel deaths"
    enemies = [token for token in before_it if token.lemma in ENEMIES]
    found = first_party(view, stretch, [*enemies, *(own for own in owners if own.pos == "PRON")])
    return found if fights(view, found) else None


def _body(stretch: Stretch, head: Token) -> bool:
    """ "(The losses of) the Reed Alliance", "the brigade"; people who were lost own none, nor do "two Harriers"."""
    if stretch.children(head, "nummod"):
        return False
    return head.pos == "PROPN" or (head.lemma in FORCES and head.lemma not in PEOPLE)


def _named(view: View, stretch: Stretch, victim: Token) -> Ref | None:
    """By the victims' own words: "the army's dead", "19 of its men", "12 Tarvian soldiers"."""
    below = [head for head in stretch.prepositional(victim, "of") if head.text.lower() not in BACKWARDS]
    owners = [own for own in stretch.children(victim, "poss") if own.pos in ("NOUN", "PROPN")]
    if victim.lemma == "dead" and victim.i:  # "(put) the Tarvian dead at 40", of which the parser makes Tarvians, dead
        nation = view.scene.nation(stretch.sentence.tokens[victim.i - 1])
        if nation is not None:
            return view.scene.named(nation, victim.text)
    for head in [victim, *below, *owners]:
        ref = nation_of(view, stretch, head) or party(view, stretch, head)
        if ref is not None and (ref.entity is not None or view.scene.side(ref)) and ref.kind is not EntityKind.PERSON:
            return ref
    army = next((own for own in owners if own.lemma in ("army", "military", "police")), None)
    return owner(view, stretch, victim) or (group(army.text.lower(), army.text) if army is not None else None)


def _state_soldiers(view: View, stretch: Stretch, victim: Token) -> Ref | None:
    """Where a state fights its own people, soldiers are its, and militants are the rebels."""
    factions = view.scene.factions
    if factions.inner and victim.lemma in FOES and _unowned(stretch, victim):
        return factions.rebels
    military = any(child.lemma in ("military", "army") for child in stretch.children(victim, "amod", "compound"))
    if military and factions.army is None and victim.lemma in PEOPLE - SOLDIERS:  # "army personnel", "an army officer"
        return group("army", victim.text)
    return factions.army if military or _unowned_soldiers(stretch, victim) else None


def _unowned_soldiers(stretch: Stretch, victim: Token) -> bool:
    """ "Soldiers", "11 wounded soldiers", with no word for whose they are."""
    return victim.lemma in SOLDIERS and _unowned(stretch, victim)


def _unowned(stretch: Stretch, victim: Token) -> bool:
    words = stretch.children(victim, "poss", "compound", "nmod")
    strange = any(child.lemma in STRANGERS or child.pos == "PROPN" for child in stretch.children(victim, "amod"))
    return not words and not strange and not stretch.prepositional(victim, "of", "from")


def _civilians(stretch: Stretch, victim: Token) -> Ref | None:
    """ "Four villagers", "civilian drivers"; a soldier of any kind is none."""
    below = stretch.prepositional(victim, "of")
    heads = [head for head in (victim, *below) if not _in_arms(stretch, head)]
    plain = any(head.lemma in CIVILIANS for head in heads)
    called = any(c.lemma == "civilian" for head in heads for c in stretch.children(head, "amod", "compound", "nmod"))
    return group("civilians", victim.text) if plain or called else None


def _in_arms(stretch: Stretch, head: Token) -> bool:
    """ "Tank drivers", "army drivers"."""
    before_it = stretch.children(head, "compound", "amod", "nmod", "poss")
    armed = FORCES | lemmas("losses.equipment.things") | {"military", "ammunition"}
    return any(token.lemma in armed for token in before_it)


def _all_of_them(view: View, stretch: Stretch, victim: Token) -> Ref | None:
    """ "Nine people were killed, all of them drivers": whom the words behind name without exception."""
    behind = [token for token in stretch.tokens if token.i > victim.i]
    every = next((n for n, token in enumerate(behind) if token.text.lower() == "all"), None)
    if every is None or every == 0 or behind[every - 1].pos != "PUNCT":
        return None
    for token in behind[every + 1 : every + 1 + BEHIND_ALL]:
        if token.lemma in CIVILIANS or (token.pos == "NOUN" and token.dep != "compound"):
            return _civilians(stretch, token) or nation_of(view, stretch, token)
    return None


def _headed(view: View, stretch: Stretch, victim: Token) -> Ref | None:
    """ "(Put) its own losses at 30 killed and 74 wounded": numbers alone are those of the noun that opens the list."""
    if victim.pos != "NUM" and victim.lemma not in HEADINGS and victim.dep != "conj":
        return None
    nouns = [t for t in stretch.tokens if t.i < victim.i and t.lemma in HEADINGS and t.pos == "NOUN"]
    found = next((ref for noun in reversed(nouns) if (ref := owner(view, stretch, noun)) is not None), None)
    counted = [t for t in stretch.tokens if t.i < victim.i and stretch.children(t, "nummod") and t.lemma in PEOPLE]
    alone = (
        counted[0] if len(counted) == 1 else None
    )  # "340 Tarvians were killed and 112 hurt", "and two tanks wrecked"
    losing = [
        t for t in stretch.tokens if t.i < victim.i and t.lemma in LOSING and t.pos == "VERB" and not stretch.passive(t)
    ]
    found = found or (_named(view, stretch, alone) if alone is not None else None)
    found = found or next((first_party(view, stretch, stretch.doers(verb)) for verb in reversed(losing)), None)
    return found if fights(view, found) else None


def _by_doer(view: View, stretch: Stretch, victim: Token, fate: Fate) -> Ref | None:
    """ "It holds 64 soldiers", "ambushed an army convoy, killing 19 soldiers"."""
    verb = fate.anchor
    if not _unowned_soldiers(stretch, victim) or verb.pos != "VERB":
        return None
    if victim in stretch.undergoers(verb):
        doers = [doer for doer in stretch.doers(verb) if doer is not victim]
        told = opponent_of(view, first_party(view, stretch, doers))
        if told is not None:
            return told
    struck = [noun for above in stretch.ancestors(verb) if above.pos == "VERB" for noun in stretch.undergoers(above)]
    owners = [nation_of(view, stretch, noun) for noun in struck]
    return next((ref for ref in owners if ref is not None), None)


def _by_speaker(view: View, stretch: Stretch, victim: Token, fate: Fate) -> Ref | None:
    """Whose they are by who speaks: an army's soldiers who fell are its own, its prisoners are the other side's."""
    own = own_forces(view, victim.text)
    if own is None or fate.kind is None:
        return None
    if fate.kind == "equipment":
        return None
    if fate.kind == "captured":
        if any(token.lemma in FREED for token in stretch.tokens):
            return None
        boasted = victim.lemma in PRISONERS or gave_up(stretch, fate.anchor)
        if view.denied or not view.cue_lemmas.isdisjoint(CONCEDING):
            return own if boasted or _unowned_soldiers(stretch, victim) else None
        return opponent_of(view, own) if boasted else None
    harmed = stretch.passive(fate.anchor) or victim in stretch.undergoers(fate.anchor)
    agents = [doer for doer in stretch.doers(fate.anchor) if doer.i != victim.i] if harmed else []
    reported = victim.pos == "NUM" and not view.cue_lemmas.isdisjoint(REPORTING) and _is_military(view)
    return own if (_unowned_soldiers(stretch, victim) or reported) and not agents else None


def _is_military(view: View) -> bool:
    """Is the claimant a body of troops or a ministry of defence?"""
    name = {word.lower() for word in (view.claimant.name if view.claimant is not None else "").split()}
    return not name.isdisjoint({"defence", "defense", "army", "military", "staff", "forces", "command"})


def gave_up(stretch: Stretch, verb: Token) -> bool:
    """ "Surrendered", "laid down their arms": of whom an army tells that, they are seldom its own."""
    return verb.lemma == "surrender" or any(
        child.lemma in ("arm", "weapon", "rifle") for child in stretch.children(verb, "dobj")
    )
