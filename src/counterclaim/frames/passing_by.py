"""Places that a sentence names and tells nothing of: where a speaker stood or has a seat, and a capital that is its
state.

Enter a sentence and a mention of a place; leaves whether something else happened there than what the sentence tells.
"""

from counterclaim.entities.nations import shipped
from counterclaim.frames.wordlists import words_of
from counterclaim.model import Mention, Sentence, Token

# "Velm launched a missile", "blamed Velm", "according to Velm".
SAYING = words_of("scene.saying")
DEEDS, BLAMING = words_of("scene.deeds"), words_of("scene.blaming")
# "The archbishop in Velm", "a professor in Velm": who lives there speaks of elsewhere.
SEATED, STAYING = words_of("scene.seated"), words_of("scene.staying")
GUESTS = frozenset(
    {"president", "premier", "minister", "chancellor", "secretary", "king", "queen", "prince", "pope", "envoy"}
)
AT = frozenset({"in", "at", "to", "from"})


def only_acts(sentence: Sentence, mention: Mention) -> bool:
    """Is the place a state by its capital, or no more than where somebody stood?"""
    over = [token for token in sentence.tokens if mention.span.overlaps(token.span)]
    if any(token.entity == "NORP" and token.pos == "ADJ" for token in over):
        return True  # "a European official"
    capital = bool(shipped().of_capital(mention.surface))
    return any((capital and _is_state(sentence, token)) or _stays(sentence, token) for token in over)


def _is_state(sentence: Sentence, token: Token) -> bool:
    """ "Velm had blown up the dam", "holds Velm responsible", "according to Velm"."""
    head = sentence.head(token)
    if token.dep == "nsubj":
        held = head.dep == "ccomp" and sentence.head(head).lemma in BLAMING and head.pos == "ADJ"
        return held or (
            head.lemma in DEEDS and any(child.dep in ("dobj", "ccomp", "xcomp") for child in sentence.children(head))
        )
    if token.dep == "dobj":
        return head.lemma in BLAMING
    if token.dep == "poss" and head.dep in ("nsubj", "appos"):  # "Velm's envoy told reporters"
        return sentence.head(head).lemma in SAYING
    told = head.text.lower() == "to" and sentence.head(head).text.lower() == "according"
    return told and token.dep == "pobj"


def _stays(sentence: Sentence, token: Token) -> bool:
    """ "The president, who was in Velm on Sunday, said", "the archbishop in Velm"."""
    preposition = sentence.head(token)
    within = token.dep == "pobj" and preposition.text.lower() in AT
    above = sentence.head(preposition) if within else preposition
    if within and above.lemma.lower() in SEATED:
        return True
    visited = within or token.dep == "dobj"
    who = any(child.text.lower() == "who" for child in sentence.children(above)) and above.dep == "relcl"
    return visited and who and (above.lemma in STAYING or (above.lemma == "be" and _holds_office(sentence, above)))


def _holds_office(sentence: Sentence, verb: Token) -> bool:
    """Is it a guest, as presidents are, and no witness ("a driver who was at the bridge")?"""
    who = sentence.head(verb)
    beside = (who, *sentence.children(who))
    return any(token.lemma.lower() in GUESTS for token in beside)
