"""In what light a predicate stands: done or going on, planned, urged, needed, supposed, denied.

Enter a stretch and a predicate (verb or event noun); leaves a `Force`. Whether the whole content is denied by its cue
is the
view's to say, not this module's.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from counterclaim.frames.stretch import Stretch
from counterclaim.frames.wordlists import words_of
from counterclaim.model import Modality, Token


class Phase(StrEnum):
    """How far along what the predicate names is."""

    DONE = "done"
    ONGOING = "ongoing"
    PLANNED = "planned"
    URGED = "urged"
    NEEDED = "needed"
    SUPPOSED = "supposed"


MODALITIES = {
    Phase.PLANNED: Modality.PLANNED,
    Phase.URGED: Modality.URGED,
    Phase.NEEDED: Modality.URGED,
    Phase.SUPPOSED: Modality.CONDITIONAL,
}
GOING_ON = words_of("force.going_on")
PLANNING = words_of("force.planning")
URGING = words_of("force.urging")
NEEDING = words_of("force.needing")
FAILING = words_of("force.failing")
WISHING = words_of("force.wishing")
MANAGING = words_of("force.managing")
SAYING_NOT = words_of("force.saying_not")
REPORTS = words_of("force.reports")
NEGATORS = frozenset({"no", "not", "n't", "never", "neither", "nor", "nobody", "nothing", "none", "hardly", "n’t"})
CONDITIONS = frozenset({"if", "unless", "whether", "could", "might", "may", "can", "ca", "lest", "once", "until"})
FALSE = words_of("assemble.false")
PRETEXTS = frozenset({"pretext", "excuse"})
# Who is "forced to admit that X is lost" says so.
ADMITTING = frozenset(
    {"admit", "acknowledge", "concede", "confess", "recognise", "recognize", "accept", "say", "state"}
)
COMPELLING = frozenset({"force", "oblige", "compel", "have", "bind", "constrain"})
HOLDING = frozenset({"think", "believe", "suppose", "reckon", "imagine"})  # "did not think that any had died"
LINKS = ("xcomp", "ccomp", "acl", "pcomp", "conj", "advcl")
MOST_DEEP = 6


@dataclass(frozen=True, slots=True)
class Force:
    """How far along, and whether it is said not to be so. `no_longer` is "no longer", "not any more"."""

    phase: Phase
    negated: bool = False
    no_longer: bool = False

    @property
    def modality(self) -> Modality:
        """The phase in the model's terms."""
        return MODALITIES.get(self.phase, Modality.ACTUAL)

    @property
    def actual(self) -> bool:
        """Is it said of the world as it is, or denied of it?"""
        return self.phase in (Phase.DONE, Phase.ONGOING)


def force(stretch: Stretch, predicate: Token, depth: int = 0) -> Force:
    """The light in which a verb stands: its own, and what the words above it in the content lend it."""
    return stretch.once(_force, predicate, depth)


def _force(stretch: Stretch, predicate: Token, depth: int) -> Force:
    own = _own(stretch, predicate)
    head = stretch.head(predicate)
    alone = predicate.dep not in LINKS or _stands_beside(stretch, predicate, head)
    if head is predicate or depth > MOST_DEEP or alone:
        denied = predicate.dep == "relcl" and stretch.cleft(predicate)  # "it was not X who fired"
        return replace(own, negated=True) if denied and _own(stretch, stretch.head(head)).negated else own
    infinitive = _is_infinitive(stretch, predicate) and not _is_told_as_done(stretch, predicate, head)
    # "Under the absurd pretext that X fired": nobody says that X did.
    pretext = head.lemma in PRETEXTS or _only_meant(stretch, predicate, head)
    if pretext or (infinitive and stretch.to_come(predicate)):
        return Force(Phase.SUPPOSED if pretext else Phase.PLANNED, own.negated)
    if predicate.dep == "advcl" or _is_false_to_say(stretch, predicate, head):
        return Force(Phase.SUPPOSED, own.negated) if infinitive and own.phase is Phase.SUPPOSED else own
    above = force(stretch, head, depth + 1)
    admitted = _owned_up(stretch, predicate, own, above)
    if admitted is not None or predicate.dep == "conj":
        return admitted or _coordinated(stretch, predicate, own, above)
    if infinitive and _is_cleft(stretch, head):
        return Force(above.phase, own.negated or above.negated)
    denied = head.text.lower() == "without" and predicate.dep == "pcomp"  # "left without firing a shot"
    said_not = head.lemma in SAYING_NOT or (head.lemma == "doubt" and head.pos == "VERB")
    denied |= said_not or (head.lemma in FAILING and predicate.dep in ("xcomp", "acl"))
    yet = infinitive and head.lemma == "have" and any(c.text.lower() == "yet" for c in stretch.children(head))
    denied |= yet
    none = head.pos == "NOUN" and stretch.has_no(head)
    denied |= none and (infinitive or _is_there_none(stretch, predicate, head))
    phase = _lent(head, above, own, infinitive=infinitive, yet=yet)
    told = predicate.dep == "ccomp" and (head.pos in ("AUX", "ADJ") or head.lemma in HOLDING or said_not)
    inherits = predicate.dep == "xcomp" or told
    negated = own.negated ^ denied ^ (inherits and above.negated)
    return Force(phase, negated, own.no_longer or (inherits and above.no_longer))


def _stands_beside(stretch: Stretch, predicate: Token, head: Token) -> bool:
    """ "The centre was in their hands, the station was not": the parser puts the first under the second, which
    has a subject of its own behind the first."""
    ahead = predicate.dep == "ccomp" and predicate.i < head.i and head.pos == "AUX"
    return ahead and any(predicate.i < child.i < head.i for child in stretch.children(head, "nsubj", "nsubjpass"))


def _is_false_to_say(stretch: Stretch, predicate: Token, head: Token) -> bool:
    """ "It would be wrong to claim that they took X": a claim of what is done; that it is false, `belied` says."""
    above = stretch.head(head)
    words = {above.lemma, *(child.lemma for child in stretch.children(above, "acomp", "attr"))}
    return predicate.dep == "ccomp" and head.dep == "xcomp" and _is_infinitive(stretch, head) and bool(words & FALSE)


def _owned_up(stretch: Stretch, predicate: Token, own: Force, above: Force) -> Force | None:
    """ "We are forced to admit that", "I have to say that": what follows is said; of "refuses to admit" it is not."""
    head = stretch.head(predicate)
    if predicate.dep != "ccomp" or head.lemma not in ADMITTING or head.dep != "xcomp":
        return None
    top = stretch.head(head)
    if above.negated or top.lemma in FAILING:
        return Force(Phase.SUPPOSED)
    return own if top.lemma in COMPELLING and top is not head and _own(stretch, top).actual else None


def _is_there_none(stretch: Stretch, predicate: Token, noun: Token) -> bool:
    """ "There was no artillery firing on X": who is not there does nothing."""
    return predicate.dep == "acl" and noun.dep == "attr" and bool(stretch.children(stretch.head(noun), "expl"))


def _is_cleft(stretch: Stretch, head: Token) -> bool:
    """ "It was X to open fire": what X did, not what X was to do."""
    it = any(token.text.lower() == "it" for token in stretch.children(head, "nsubj"))
    return head.lemma == "be" and it and bool(stretch.children(head, "attr"))


def _only_meant(stretch: Stretch, predicate: Token, head: Token) -> bool:
    """ "Has no intention of taking the town", "the risk of losing it"."""
    noun = stretch.head(head)
    return predicate.dep == "pcomp" and head.text.lower() == "of" and noun.pos == "NOUN" and noun.lemma in WISHING


def _is_told_as_done(stretch: Stretch, verb: Token, head: Token) -> bool:
    """ "A claim to have captured the town"."""
    return head.lemma in REPORTS and any(child.text.lower() == "have" for child in stretch.children(verb, "aux"))


def _is_infinitive(stretch: Stretch, verb: Token) -> bool:
    return any(child.text.lower() == "to" for child in stretch.children(verb, "aux"))


def _coordinated(stretch: Stretch, verb: Token, own: Force, above: Force) -> Force:
    """A second verb shares the first one's auxiliaries where it has no subject and none of its own."""
    if _is_supposed_with(stretch, verb):
        return Force(Phase.SUPPOSED, own.negated)
    if stretch.children(verb, "nsubj", "nsubjpass", "aux", "auxpass", "neg") or verb.tag in ("VBD", "VBZ", "VBP"):
        return own
    return Force(above.phase, own.negated or above.negated, own.no_longer or above.no_longer)


def _is_supposed_with(stretch: Stretch, verb: Token) -> bool:
    """ "If they laid down their arms and left": the second verb, without a subject, is supposed as the first is."""
    first = stretch.head(verb)
    marks = {child.text.lower() for child in stretch.children(first, "mark", "advmod")}
    return bool(marks & CONDITIONS) and not stretch.children(verb, "nsubj", "nsubjpass", "mark")


def _lent(head: Token, above: Force, own: Force, *, infinitive: bool, yet: bool) -> Phase:
    """The phase that a governing word gives ("plans to", "continues to", "failed to")."""
    lemma = head.lemma
    if own.phase in (Phase.PLANNED, Phase.URGED, Phase.NEEDED) and not infinitive:
        return own.phase
    if lemma in GOING_ON:
        return Phase.ONGOING if above.actual else above.phase
    if not infinitive:
        supposed = lemma in WISHING or above.phase is Phase.SUPPOSED
        return Phase.SUPPOSED if supposed else own.phase
    if lemma in MANAGING or lemma in FAILING:
        return above.phase
    if lemma == "have":
        return Phase.DONE if yet or above.phase is Phase.DONE else Phase.URGED
    lists = ((NEEDING, Phase.NEEDED), (PLANNING, Phase.PLANNED), (URGING, Phase.URGED))
    return next((phase for words, phase in lists if lemma in words), Phase.SUPPOSED)


NOT = frozenset(["not", "n't", "n’t"])
MORE_THAN = (["only"], ["just"], ["merely"], ["solely"], ["simply"])


def _own(stretch: Stretch, verb: Token) -> Force:
    """Phase and negation by the verb's own auxiliaries, adverbs, subject and object."""
    children = stretch.children(verb)
    # "No. We hold it": an answer set before the sentence says nothing against the sentence.
    own = [child for child in children if child.dep not in ("conj", "intj") and not _opens_bound(stretch, child)]
    negated = any(child.dep == "neg" or child.text.lower() in NEGATORS for child in own) or _at_no_time(stretch, own)
    no_longer = any(child.text.lower() == "anymore" for child in children) or any(
        child.text.lower() in ("longer", "more") and (negated or _has_negator(stretch, child)) for child in children
    )
    for noun in (child for child in children if child.dep in ("nsubj", "nsubjpass", "dobj")):
        no = any(below.text.lower() in ("no", "neither") for below in stretch.children(noun, "det"))
        negated |= no and not _bound(stretch, noun)
        negated |= _not_one(stretch, noun)
        negated |= noun.text.lower() in ("none", "nobody", "nothing")
    return Force(_tense(verb, children), negated or no_longer, no_longer)


def _at_no_time(stretch: Stretch, children: list[Token]) -> bool:
    """ "Has at no time been lost", "was by no means over", "under no circumstances"."""
    preps = [child for child in children if child.dep == "prep" and child.text.lower() in ("at", "by", "in", "under")]
    nouns = [noun for prep in preps for noun in stretch.children(prep, "pobj")]
    denying = [noun for noun in nouns if noun.lemma in ("time", "moment", "mean", "means", "way", "circumstance")]
    return any(map(stretch.has_no, denying))


def _opens_bound(stretch: Stretch, child: Token) -> bool:
    """ "Was not less than 30", of which the parser hangs "not" on the verb; "was not only shelled but also bombed"."""
    if child.text.lower() not in NOT:
        return False
    behind = [token.text.lower() for token in stretch.tokens if token.i > child.i][:2]
    return behind in (["less", "than"], ["fewer", "than"]) or behind[:1] in MORE_THAN


def _bound(stretch: Stretch, noun: Token) -> bool:
    """ "No fewer than 340 soldiers": a least number, and no denial."""
    words = [token.text.lower() for token in stretch.phrase(noun)]
    return any(pair in (("no", "fewer"), ("no", "less"), ("no", "more")) for pair in pairwise(words))


def _not_one(stretch: Stretch, noun: Token) -> bool:
    """ "Not one street", "not a single shot"; "not less than 40" denies nothing."""
    words = [token.text.lower() for token in stretch.phrase(noun) if token.i < noun.i]
    return any(pair in (("not", "one"), ("not", "a"), ("not", "an")) for pair in pairwise(words))


def _has_negator(stretch: Stretch, token: Token) -> bool:
    return any(child.text.lower() in NEGATORS for child in stretch.children(token))


def _has_condition(children: list[Token]) -> bool:
    return any(child.dep == "advcl" and child.tag == "VB" for child in children)


def _tense(verb: Token, children: list[Token]) -> Phase:
    aux = {child.text.lower() for child in children if child.dep in ("aux", "auxpass")}
    marks = {child.text.lower() for child in children if child.dep in ("aux", "mark", "advmod")}
    if "must" in aux or "should" in aux:
        return Phase.URGED
    perfect = bool(aux & {"have", "has", "had", "'ve", "’ve", "having"})
    to_come = "before" in marks and verb.tag in ("VBZ", "VBP")  # "no talks before they leave"
    if marks & CONDITIONS or to_come or ("to" in aux and not perfect):
        return Phase.SUPPOSED
    if aux & {"would", "'d", "’d"}:
        return Phase.SUPPOSED if perfect or _has_condition(children) else Phase.PLANNED
    if aux & {"will", "'ll", "’ll", "shall", "wo"}:
        return Phase.PLANNED
    passive_past = verb.tag == "VBN" and not aux & {"is", "are", "being"}
    if verb.tag == "VBD" or perfect or passive_past or aux & {"was", "were", "did"}:
        return Phase.ONGOING if verb.tag == "VBG" and not perfect else Phase.DONE
    return Phase.DONE if verb.tag == "VBN" and not aux & {"being"} else Phase.ONGOING
