"""What is said of a report, and not of the world: "the reports of the capture of X are fabrications", "it is false to
say that X has fallen", "it was a lie that X was ours".

Enter a stretch and the predicate of what such a report says; leaves whether the speaker calls it false.
"""

from collections.abc import Iterator

from counterclaim.frames.force import force
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.wordlists import words_of
from counterclaim.model import Token

FALSE, REPORTS = words_of("assemble.false"), words_of("force.reports")
TRUE = words_of("assemble.true")
# "We reject the suggestion that rust was the cause".
SAID = REPORTS | {"suggestion", "insinuation", "idea", "notion", "theory", "version", "assertion", "charge"}
REJECTING = frozenset({"reject", "dismiss", "refute", "rebut", "dispute", "deny", "repudiate"})
TELLING = frozenset({"say", "claim", "tell", "report", "think", "believe", "write", "announce", "insist", "suggest"})
CONTENDING = TELLING | {"assert", "pretend", "allege", "maintain", "argue", "state", "assume", "imagine", "contend"}
BELOW = ("pobj", "prep", "ccomp", "acl", "relcl", "compound", "nsubj", "conj", "dobj", "appos")
# "Have nothing to do with reality", "do not correspond to the facts", "contradict the facts".
IMPOSSIBLE = frozenset({"impossible", "inconceivable", "unthinkable"})  # "it is impossible that a missile hit it"
REALITY = frozenset({"reality", "truth", "fact"})
SUITING = frozenset({"correspond", "match", "reflect", "accord", "fit", "hold", "have", "bear"})
MADE_UP = FALSE - {"wrong", "premature", "provocation", "mistaken", "inaccurate", "incorrect", "nothing"}
BASES = frozenset({"basis", "foundation", "ground", "grounds", "substance"})


def belied(stretch: Stretch, predicate: Token) -> bool:
    """Is it what a false report says ("the reports of the capture of X are fabrications", "whoever says that X is ours
    is lying", "it is false to say that X is ours")?"""
    return _is_made_up(stretch, predicate) or _reported_falsely(stretch, predicate)


def _reported_falsely(stretch: Stretch, predicate: Token) -> bool:
    below = predicate
    for above in stretch.ancestors(predicate):
        if _lie_that(stretch, below, above) or _false_to_say(stretch, below, above) or _no_truth(stretch, below, above):
            return True
        if below.dep in ("dobj", "nsubjpass") and below.lemma in SAID and above.lemma in REJECTING:
            return not force(stretch, above).negated
        if below.dep == "relcl" and below.lemma not in TELLING and not _that(stretch, below, above):
            return False  # "the man who captured X was lying"
        if below.dep in ("csubj", "csubjpass", "nsubj", "nsubjpass") and below is not predicate:
            told = (
                below.lemma in REPORTS or below.lemma in TELLING or below.text.lower() in ("those", "they", "whoever")
            )
            return told and is_false(stretch, above)
        if below.dep not in BELOW:
            return False
        below = above
    return False


def _is_made_up(stretch: Stretch, deed: Token) -> bool:
    """ "The capture of X is a fabrication": the deed itself is called what only a report can be."""
    verb = stretch.head(deed)
    subject = deed.dep in ("nsubj", "nsubjpass") and deed.pos == "NOUN"
    return subject and bool(set(_called(stretch, verb)) & MADE_UP) and is_false(stretch, verb)


def _lie_that(stretch: Stretch, below: Token, above: Token) -> bool:
    """ "It was a lie that X was ours"; a lie that somebody told is not one."""
    verb = stretch.head(above)
    is_it = above.dep == "attr" and any(child.text.lower() == "it" for child in stretch.children(verb, "nsubj"))
    lie = above.pos == "NOUN" and below.dep in ("relcl", "acl", "ccomp")
    return lie and is_it and _marked(stretch, below) and is_false(stretch, verb)


def _no_truth(stretch: Stretch, below: Token, above: Token) -> bool:
    """ "There is no truth to the reports that they took X"."""
    told = below.dep == "prep" and any(noun.lemma in REPORTS for noun in stretch.children(below, "pobj"))
    none = stretch.has_no(above)
    return told and none and above.lemma in (BASES | {"truth", "merit", "shred"})


def _that(stretch: Stretch, below: Token, above: Token) -> bool:
    """ "The allegation that they seized X", where the parser takes for a relative clause what is alleged."""
    return above.lemma in REPORTS and _marked(stretch, below)


def _marked(stretch: Stretch, verb: Token) -> bool:
    return any(child.text.lower() == "that" and child.dep == "mark" for child in stretch.children(verb))


def _false_to_say(stretch: Stretch, below: Token, above: Token) -> bool:
    """ "It is false to say that X is ours", "claiming that X is ours is wrong"."""
    it_is = below.dep == "ccomp" and any(child.text.lower() == "it" for child in stretch.children(above, "nsubj"))
    if it_is and above.pos == "AUX" and not force(stretch, above).negated:
        said = set(_called(stretch, above))
        return bool(said & IMPOSSIBLE) or is_false(stretch, above)  # "it was false that they had captured X"
    if below.dep != "ccomp" or above.lemma not in CONTENDING or above.dep not in ("xcomp", "advcl", "csubj", "ccomp"):
        return False
    verb = stretch.head(above)
    if above.dep == "csubj":
        return is_false(stretch, verb)
    to = any(child.text.lower() == "to" for child in stretch.children(above, "aux"))
    if verb.pos == "ADJ":  # where the parser hangs the infinitive on the adjective
        verb = stretch.head(verb)
    return to and is_false(stretch, verb)


def is_false(stretch: Stretch, verb: Token) -> bool:
    """Does the verb call its subject false: "are lies", "is not true", "have no basis", "do not match reality"?"""
    said = set(_called(stretch, verb))
    negated = force(stretch, verb).negated
    if verb.lemma in SUITING:
        ends = {noun.lemma for noun in stretch.undergoers(verb)}
        denied = negated or bool(ends & {"nothing", "no"}) or _no_basis(stretch, verb)
        below = {token.lemma for token in stretch.subtree(verb) if token.dep in ("pobj", "dobj")}
        return denied and bool(below & (REALITY | BASES))
    if verb.lemma == "contradict":
        return not negated and any(noun.lemma in REALITY for noun in stretch.undergoers(verb))
    if verb.lemma == "lie":
        return verb.tag == "VBG" and not negated
    if verb.lemma not in ("be", "prove", "remain"):
        return False
    if said & FALSE:
        nothing = "nothing" in said  # "nothing but lies", of which the parser hangs the denial on the verb
        return nothing or not negated
    return negated and bool(said & TRUE)


def _no_basis(stretch: Stretch, verb: Token) -> bool:
    nouns = stretch.children(verb, "dobj")
    return any(map(stretch.has_no, nouns))


def _called(stretch: Stretch, verb: Token) -> Iterator[str]:
    """The words for what the subject is said to be; "nothing but lies" are nothing, and lies."""
    for child in stretch.children(verb, "attr", "acomp", "oprd"):
        yield child.lemma
        for prep in stretch.children(child, "prep") if child.text.lower() in ("nothing", "anything") else ():
            if prep.text.lower() in ("but", "except", "than"):
                yield from (noun.lemma for noun in stretch.children(prep, "pobj"))
        if child.lemma in ("more", "short", "less"):  # "no more than lies", "nothing short of a lie"
            yield from (noun.lemma for noun in stretch.prepositional(child, "than", "of"))
