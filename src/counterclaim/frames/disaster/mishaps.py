"""Ships that go down and roofs that fall, in other words: "went down", "turned turtle", "the loss of the ferry".

Enter a verb or a noun; leaves the kind of event that the words name, None where they name none.
"""

from counterclaim.frames.disaster.lexicon import lemmas
from counterclaim.frames.stretch import Stretch
from counterclaim.model import Token

VESSELS, FALLS = lemmas("event.sinking.vessels"), lemmas("event.collapse.falls")
BEFORE = ("compound", "amod", "nmod")
ONTO = ("on", "onto", "upon", "into", "in")
TRIGGERS = frozenset(
    ["go", "turn", "slip", "disappear", "vanish", "lose", "loss", "fall", "sink", "founder", "capsize"]
) | lemmas("event.sinking.rolling") | lemmas("event.sinking.losses")  # fmt: skip


def mishap(stretch: Stretch, token: Token) -> str | None:
    """The kind of event that a verb or a noun tells of in a turn of phrase."""
    if token.pos == "VERB":
        if _is_down(stretch, token) or _founders(stretch, token):
            return "sinking"
        return "collapse" if _falls_on(stretch, token) else None
    if token.pos != "NOUN":
        return None
    of = stretch.prepositional(token, "of")
    if token.lemma in lemmas("event.sinking.losses") and any(is_vessel(stretch, noun) for noun in of):
        return "sinking"
    return "collapse" if token.lemma == "fall" and any(noun.lemma in FALLS for noun in of) else None


def is_vessel(stretch: Stretch, noun: Token) -> bool:
    """ "The ferry", "the mail-steamer Eldrid", "the Eldrid, a trawler"."""
    words = (noun, *stretch.children(noun, *BEFORE, "appos"))
    return any(word.lemma.lower() in VESSELS for word in words)


def _is_down(stretch: Stretch, verb: Token) -> bool:
    """ "The trawler went down", "keeled over", "turned turtle", "slipped beneath the waves", "was lost"."""
    whole = stretch.undergoers(verb) if stretch.passive(verb) else stretch.children(verb, "nsubj")
    if not any(is_vessel(stretch, noun) for noun in whole):
        return False
    ways = {child.text.lower() for child in stretch.children(verb, "prt", "advmod", "dobj", "acomp", "npadvmod")}
    below = [noun.lemma for noun in stretch.prepositional(verb, "beneath", "below", "under")]
    gone = verb.lemma == "go" and bool(ways & lemmas("event.sinking.going"))
    rolled = verb.lemma in lemmas("event.sinking.rolling") and "over" in ways
    turned = verb.lemma == "turn" and bool(ways & {"turtle", "over"})
    slipped = verb.lemma in ("slip", "disappear", "vanish") and bool(lemmas("event.sinking.waves") & set(below))
    return gone or rolled or turned or slipped or (verb.lemma == "lose" and stretch.passive(verb))


def _founders(stretch: Stretch, verb: Token) -> bool:
    """ "The mail-steamer Eldrid foundered", "the Eldrid capsized"."""
    subjects = stretch.children(verb, "nsubj")
    named = any(noun.pos == "PROPN" for noun in subjects) and verb.lemma in ("founder", "capsize")
    sinks = verb.lemma in lemmas("event.sinking.verbs") and any(is_vessel(stretch, noun) for noun in subjects)
    return not stretch.children(verb, "dobj") and not stretch.passive(verb) and (named or sinks)


def _falls_on(stretch: Stretch, verb: Token) -> bool:
    """ "The roof fell on the guests", "the balcony fell into the street"."""
    falls = verb.lemma == "fall" and any(noun.lemma in FALLS for noun in stretch.children(verb, "nsubj"))
    return falls and bool(stretch.prepositional(verb, *ONTO))
