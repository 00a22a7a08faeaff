"""What became of people by turns of phrase: "went down with the ship", "found their death", "owed their rescue to".

Enter a verb or a noun; leaves those of whom it says so, each with its kind. `untold` are those where what is denied
makes the toll: "will not come back", "could not be saved".
"""

from collections.abc import Iterator

from counterclaim.frames.counting import those_who
from counterclaim.frames.disaster.lexicon import lemmas
from counterclaim.frames.force import force
from counterclaim.frames.stretch import Stretch
from counterclaim.model import Token

Fates = Iterator[tuple[str, Token]]
VESSELS = lemmas("event.sinking.vessels")
HARMS = lemmas("toll.injured.harms")
SHE = frozenset(["she", "it"])
MEETING = frozenset(["find", "meet"])
BEING = frozenset(["be", "lie", "remain", "stay"])
LOSABLE = lemmas("toll.dead.losable")
BACK = frozenset(["back", "home"])
HANDS = frozenset(["hand", "crew", "soul", "passenger"])
ESCAPING = frozenset(["come", "get", "escape", "emerge", "walk"])
HOLDING = frozenset(["keep", "hold", "detain"])
COUNTS = lemmas("toll.dead.prices")


def worded_fates(stretch: Stretch, verb: Token) -> Fates:
    """Every fate that the verb tells of somebody by a turn of phrase."""
    for kind, read in (
        ("dead", _lost_with), ("dead", _met_an_end), ("dead", _bereaved), ("dead", _laid_out), ("dead", _passed_away),
        ("injured", _in_a_bad_way), ("injured", _got_off_with), ("injured", _kept_in),
        ("missing", _sought), ("injured", _clipped), ("rescued", _owing), ("rescued", _turned_up),
    ):  # fmt: skip
        yield from ((kind, each) for each in read(stretch, verb))


def untold(stretch: Stretch, verb: Token) -> Fates:
    """ "Will not come back", "never came home", "could not be revived", "have not been seen since"."""
    if not force(stretch, verb).negated and not _never(stretch, verb):
        return
    have = any(child.lemma == "have" for child in stretch.children(verb, "aux"))
    back = any(child.text.lower() in BACK for child in stretch.children(verb, "advmod", "prt"))
    for_good = _never(stretch, verb) or any(child.lemma == "will" for child in stretch.children(verb, "aux"))
    # Who "did not come home" tonight is missing.
    if (verb.lemma in ("come", "return") and back and for_good and not have) or (verb.lemma == "live" and not have):
        whose = those_who(stretch, verb) or (stretch.doers(verb) if verb.dep == "conj" else [])
        yield from (("dead", each) for each in whose)
    elif verb.lemma in lemmas("toll.dead.reviving") and stretch.passive(verb):
        could = any(child.lemma in ("could", "can") for child in stretch.children(verb, "aux"))
        yield from (("dead", each) for each in stretch.undergoers(verb) if could)
    elif verb.lemma in ("see", "hear") and stretch.passive(verb):
        yield from (("missing", each) for each in stretch.undergoers(verb) if each.text.lower() != "nothing")


def nothing_heard(stretch: Stretch, noun: Token) -> Fates:
    """ "The fate of seven persons is not established", "nothing has been heard of eleven"."""
    verb = stretch.clause(noun)
    of = stretch.prepositional(noun, "of", "from")
    if noun.lemma == "fate":
        dark = any(child.lemma in lemmas("toll.missing.dark") for child in stretch.children(verb, "acomp", "oprd"))
        yield from (("missing", each) for each in of if dark or force(stretch, verb).negated)
    elif noun.text.lower() == "nothing":
        below = [*stretch.children(noun, "relcl", "acl"), verb]
        seen = any(token.lemma in ("see", "hear") for token in below)
        of += [each for token in below for each in stretch.prepositional(token, "of", "from")]
        of += stretch.children(noun, "nummod")  # "of eleven more nothing had been heard"
        yield from (("missing", each) for each in of[:1] if seen)


def fatal(stretch: Stretch, noun: Token) -> bool:
    """ "Five fatal cases", "lethal outcomes"."""
    beside = {child.lemma.lower() for child in stretch.children(noun, "amod")}
    return noun.lemma in lemmas("toll.dead.outcomes") and not beside.isdisjoint(lemmas("toll.dead.fatal"))


def priced(stretch: Stretch, noun: Token) -> bool:
    """ "(Put) the bill at 30 lives", "at the cost of 30 lives", "a loss of 30 lives"."""
    if noun.lemma != "life" or noun.dep != "pobj" or not stretch.children(noun, "nummod"):
        return False
    before = [token for token in stretch.tokens if token.i < noun.i]
    return any(token.lemma in COUNTS for token in before[-8:])


def no_loss_of_life(stretch: Stretch, noun: Token) -> bool:
    """ "There has been no loss of life", "passed without loss of life"."""
    life = noun.lemma == "loss" and any(of.lemma == "life" for of in stretch.prepositional(noun, "of"))
    no = stretch.has_no(noun)
    return life and (no or stretch.head(noun).text.lower() == "without")


def _never(stretch: Stretch, verb: Token) -> bool:
    return any(child.text.lower() == "never" for child in stretch.children(verb, "neg", "advmod"))


def _lost_with(stretch: Stretch, verb: Token) -> list[Token]:
    """ "Nineteen souls went down with the vessel", "were lost with her"."""
    with_it = stretch.prepositional(verb, "with")
    ship = any(token.lemma in VESSELS or token.lemma in SHE for token in with_it)
    down = verb.lemma == "go" and any(
        c.text.lower() in ("down", "under") for c in stretch.children(verb, "prt", "advmod")
    )
    if ship and (down or (verb.lemma == "lose" and stretch.passive(verb))):
        return those_who(stretch, verb) if down else stretch.undergoers(verb)
    return []


def _met_an_end(stretch: Stretch, verb: Token) -> list[Token]:
    """ "13 citizens found their death", "paid with their lives", "lost the fight for life"."""
    objects = stretch.children(verb, "dobj")
    own = [noun for noun in objects if stretch.children(noun, "poss")]
    ended = verb.lemma in MEETING and any(noun.lemma in lemmas("toll.dead.ends") for noun in own)
    lives = [
        *stretch.prepositional(verb, "with"),
        *(t for noun in objects for t in stretch.prepositional(noun, "with")),
    ]
    paid = verb.lemma == "pay" and any(noun.lemma == "life" for noun in lives)
    fights = [noun for noun in objects if noun.lemma in ("fight", "battle", "struggle")]
    fought = verb.lemma == "lose" and any(
        t.lemma == "life" for noun in fights for t in stretch.prepositional(noun, "for")
    )
    last = verb.lemma == "breathe" and any(token.text.lower() == "last" for token in stretch.children(verb))
    gone = verb.lemma == "be" and any(t.text.lower() == "gone" for t in stretch.children(verb, "acomp", "oprd"))
    if gone:  # "fourteen of our friends are gone"
        return [each for each in stretch.children(verb, "nsubj") if stretch.children(each, "prep") or each.pos != "NUM"]
    return those_who(stretch, verb) if ended or paid or fought or last else []


def _passed_away(stretch: Stretch, verb: Token) -> list[Token]:
    """ "Two more have slipped away", "passed away in the night", "expired"."""
    away = any(child.text.lower() in ("away", "on") for child in stretch.children(verb, "prt", "advmod"))
    gone = (verb.lemma in ("pass", "slip") and away) or verb.lemma in ("expire", "decease")
    return those_who(stretch, verb) if gone and not stretch.children(verb, "dobj") else []


def _bereaved(stretch: Stretch, verb: Token) -> list[Token]:
    """ "We have lost four colleagues", "nine were taken from us"."""
    if verb.lemma == "lose" and not stretch.passive(verb):
        objects = [each for each in stretch.children(verb, "dobj") if each.pos in ("NOUN", "NUM")]
        whom = [(each, *stretch.prepositional(each, "of")) for each in objects]
        return [nouns[0] for nouns in whom if any(noun.lemma in LOSABLE for noun in nouns)]
    us = [token for token in stretch.prepositional(verb, "from") if token.text.lower() in ("us", "them")]
    if verb.lemma in ("take", "tear", "snatch") and us and stretch.passive(verb):
        return stretch.undergoers(verb)
    return []


def _laid_out(stretch: Stretch, verb: Token) -> list[Token]:
    """ "Eight were brought in dead", "eight brought in dead"; "four were pronounced dead on arrival"."""
    dead = any(token.text.lower() == "dead" for token in stretch.children(verb, "oprd", "acomp", "advcl", "xcomp"))
    if not dead or verb.lemma not in lemmas("toll.dead.arriving"):
        return []
    head = stretch.head(verb)
    named = stretch.undergoers(verb) if stretch.passive(verb) else stretch.children(verb, "nsubj")
    return named or ([head] if verb.dep == "acl" else [])


def _in_a_bad_way(stretch: Stretch, verb: Token) -> list[Token]:
    """ "Seven lay in a grave condition", "eleven are fighting for their lives", "nine remain under observation"."""
    states = [noun for noun in stretch.prepositional(verb, "in") if noun.lemma in ("condition", "state")]
    grave = any(t.lemma in lemmas("toll.injured.grave") for n in states for t in stretch.children(n, "amod", "nmod"))
    watched = any(noun.lemma in lemmas("toll.injured.watch") for noun in stretch.prepositional(verb, "under"))
    if verb.lemma in BEING and (grave or watched):  # of a part ("of whom nine") another rule tells
        return [each for each in stretch.children(verb, "nsubj") if not stretch.prepositional(verb, "of")]
    fights = verb.lemma in ("fight", "struggle", "battle")
    lives = any(noun.lemma in ("life", "survival") for noun in stretch.prepositional(verb, "for"))
    return stretch.children(verb, "nsubj") if fights and lives else []


def _got_off_with(stretch: Stretch, verb: Token) -> list[Token]:
    """ "30 came away with broken bones", "injuries were suffered by 28 citizens"."""
    harmed = any(noun.lemma in HARMS for noun in stretch.prepositional(verb, "with"))
    away = any(child.text.lower() in ("away", "off", "out") for child in stretch.children(verb, "advmod", "prt"))
    if verb.lemma in ESCAPING and harmed and (away or verb.lemma in ("escape", "emerge")):
        return stretch.children(verb, "nsubj")
    told = stretch.passive(verb) and verb.lemma in lemmas("toll.injured.suffers")
    harms = told and any(noun.lemma in HARMS for noun in stretch.undergoers(verb))
    return stretch.agents(verb) if harms else []


def _kept_in(stretch: Stretch, verb: Token) -> list[Token]:
    """ "12 kept in overnight", "were kept in hospital"; "three were patched up"."""
    whom = stretch.undergoers(verb) if stretch.passive(verb) else stretch.children(verb, "nsubj")
    if verb.lemma in HOLDING and verb.tag in ("VBN", "VBD"):
        overnight = any(child.text.lower() == "overnight" for child in stretch.children(verb, "advmod"))
        ward = any(noun.lemma in lemmas("toll.injured.clinics") for noun in stretch.prepositional(verb, "in", "at"))
        inside = any(child.text.lower() == "in" for child in stretch.children(verb, "prt", "advmod"))
        return whom if ward or (overnight and inside) else []
    up = any(child.text.lower() == "up" for child in stretch.children(verb, "prt"))
    tended = verb.lemma in ("care", "nurse", "tend") and stretch.passive(verb)
    if tended and any(noun.lemma in lemmas("toll.injured.clinics") for noun in stretch.prepositional(verb, "at", "in")):
        return whom
    return whom if up and verb.lemma in ("patch", "stitch", "bandage") and stretch.passive(verb) else []


def _clipped(stretch: Stretch, verb: Token) -> list[Token]:
    """ "40 treated for gas": a passive of headlines and live pages, without its auxiliary."""
    cut = verb.tag in ("VBN", "VBD") and not stretch.children(verb, "aux", "auxpass", "dobj", "nsubjpass")
    behind = stretch.prepositional(verb, "for", "with", "in", "at", "by")
    hurt = verb.lemma in lemmas("toll.injured.verbs") and (behind or verb.lemma not in lemmas("toll.injured.mild"))
    return [each for each in stretch.children(verb, "nsubj") if each.pos == "NUM"] if cut and hurt else []


def _sought(stretch: Stretch, verb: Token) -> list[Token]:
    """ "Seven are still being searched for", "twelve sailors are still sought"."""
    after = verb.lemma == "seek" or any(
        c.text.lower() == "for" for c in stretch.children(verb, "prep", "prt", "advmod")
    )
    if verb.lemma not in lemmas("toll.missing.seeking") or not after or not stretch.passive(verb):
        return []
    still = any(child.text.lower() == "still" for child in stretch.children(verb, "advmod"))
    being = any(child.tag == "VBG" for child in stretch.children(verb, "auxpass"))
    return stretch.undergoers(verb) if still or being else []


def _owing(stretch: Stretch, verb: Token) -> list[Token]:
    """ "Thirty-four owed their deliverance to the fishing fleet"."""
    owed = [noun for noun in stretch.children(verb, "dobj") if noun.lemma in lemmas("toll.rescued.owed")]
    return stretch.children(verb, "nsubj") if verb.lemma == "owe" and owed else []


def _turned_up(stretch: Stretch, verb: Token) -> list[Token]:
    """ "Both guests had turned up safe", "31 were picked up by fishing boats", "came ashore alive"."""
    up = any(child.text.lower() == "up" for child in stretch.children(verb, "prt", "advmod"))
    safe = any(
        child.lemma in lemmas("toll.rescued.safe") for child in stretch.children(verb, "acomp", "oprd", "advmod")
    )
    if verb.lemma == "turn" and up and safe:
        return stretch.children(verb, "nsubj")
    by = [*stretch.agents(verb), *stretch.prepositional(verb, "from")]
    ships = any(token.lemma in VESSELS | {"sea", "water", "lifeguard", "coastguard", "fisherman"} for token in by)
    return stretch.undergoers(verb) if verb.lemma == "pick" and up and ships and stretch.passive(verb) else []
