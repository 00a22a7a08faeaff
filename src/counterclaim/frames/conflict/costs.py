"""Did an attack cost lives? "The strike left nine dead", "as a result of the shelling", "the death toll from the raid".

Enter a stretch, the noun of an attack and the verb above it; leaves yes or no. Of what was only meant or feared the
verb's own force tells.
"""

from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.stretch import Stretch
from counterclaim.model import Token

HARM = lemmas("losses.killed.verbs") | lemmas("losses.wounded.verbs") | {"cost"}
DEAD = lemmas("losses.killed.adjectives") | lemmas("losses.wounded.adjectives")
DEATHS = lemmas("losses.killed.nouns") | lemmas("losses.wounded.nouns") | {"casualty", "victim"}
COUNTS = frozenset(["victim", "toll", "casualty"])  # "the victims of the strike"; "deaths of" says who died
INSIDE = frozenset(["in", "by", "from", "after", "during", "following", "under", "through"])
RESULTS = frozenset(["result", "consequence", "outcome", "aftermath"])
TAKING = frozenset(["claim", "take", "cost"])
CAUSING = frozenset(["cause", "bring", "inflict"])
LEADING = frozenset(["lead", "result", "end", "cost"])
LOSING = frozenset(["lose", "suffer", "sustain", "have"])
MEN = lemmas("losses.general.people") | lemmas("losses.general.soldiers") | lemmas("losses.general.nouns")


def costs(stretch: Stretch, noun: Token, verb: Token) -> bool:
    """ "The strike killed three", "three died in a strike", "the assault cost them forty men"."""
    if noun.pos == "VERB":  # "killed by Tarvian shelling", "shelling by Tarvia killed four"
        return verb is noun and noun.dep in ("advcl", "csubj") and stretch.head(noun).lemma in HARM
    if noun.dep in ("nsubj", "nsubjpass", "csubj"):
        return verb.lemma in HARM or _takes_lives(stretch, verb)
    above = _above(stretch, noun)
    if above is None:
        return False
    if above.lemma in DEATHS or above.lemma == "toll" or _is_dead(stretch, above):
        return True  # "46 deaths from the strike on the market"
    return verb.lemma in HARM or _is_dead(stretch, verb) or _loses_men(stretch, verb)


def _above(stretch: Stretch, noun: Token) -> Token | None:
    """What happened "in", "from", "as a result of" the attack; "the victims of" it."""
    prep = stretch.head(noun)
    above = stretch.head(prep)
    if noun.dep != "pobj" or above is prep:
        return None
    if prep.text.lower() in INSIDE:
        return above
    if prep.text.lower() == "of" and above.lemma in RESULTS and above.dep == "pobj":
        return stretch.head(stretch.head(above))
    return above if prep.text.lower() == "of" and above.lemma in COUNTS else None


def _takes_lives(stretch: Stretch, verb: Token) -> bool:
    """ "Claimed five lives", "left nine people dead", "caused many deaths", "led to the death of six"."""
    objects = stretch.undergoers(verb)
    if verb.lemma in TAKING:
        return any(noun.lemma in ("life", "toll") for noun in objects)
    if verb.lemma == "leave":
        beside = [*objects, *stretch.children(verb, "oprd", "acomp", "ccomp", "xcomp")]
        return any(token.lemma in DEAD for noun in beside for token in (noun, *stretch.children(noun)))
    caused = objects if verb.lemma in CAUSING else []
    caused += stretch.prepositional(verb, "in", "to") if verb.lemma in LEADING else []
    return any(noun.lemma in DEATHS for noun in caused)


def _is_dead(stretch: Stretch, word: Token) -> bool:
    """ "33 are dead after", "nine dead in"."""
    beside = stretch.children(word, "acomp", "amod", "oprd") if word.lemma == "be" or word.pos == "NUM" else []
    return any(token.lemma in DEAD for token in beside)


def _loses_men(stretch: Stretch, verb: Token) -> bool:
    """ "Lost 180 killed in the assault", "suffered heavy casualties"; not "lost the town"."""
    objects = stretch.undergoers(verb) if verb.lemma in LOSING else []
    return any(
        token.lemma in MEN | DEATHS | DEAD
        for noun in objects
        for token in (noun, *stretch.children(noun, "acl", "amod"))
    )
