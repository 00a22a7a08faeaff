"""Stretches that a form of words fixes, whatever the tree offers: who is to do what, and what is put at how many.

Enters a cue; leaves each stretch with its name, as indices into the cue's sentence, or nothing where the form is
another one.
"""

from collections.abc import Iterator

from counterclaim.attribution.cues import Cue
from counterclaim.model import Token

LISTENER = 8  # words in which those who are asked are named
ASKS = frozenset({"ask", "call", "tell"})
PRESSES = frozenset({"beseech", "command", "entreat", "exhort", "harangue", "implore", "instruct", "summon"})
MEASURES = {
    "put": "at", "raise": "to", "revise": "to", "lower": "to", "cut": "to", "increase": "to", "update": "to",
    "elevate": "to", "give": "as", "estimate": "at", "place": "at", "set": "at", "measure": "at", "calculate": "at",
}  # fmt: skip
AUXILIARIES = ("aux", "auxpass", "neg", "advmod")
COUNTS_UP = frozenset({"count", "register", "record", "tally", "log", "document"})
TALLIES = frozenset(
    {"toll", "count", "figure", "number", "tally", "estimate", "total", "dead", "death", "loss"}
    | {"casualty", "displaced", "injured", "missing", "share", "victim", "wounded", "magnitude", "strength"}
    | {"attendance", "cost", "crowd", "damage", "sum", "turnout"}
)
HARMED = frozenset(
    [
        "dead",
        "kill",
        "killed",
        "wound",
        "wounded",
        "injure",
        "injured",
        "hurt",
        "missing",
        "capture",
        "captured",
        "prisoner",
    ]
)
ANYTHING = frozenset({"put", "estimate", "measure", "calculate"})  # these say how much of anything
FINITE = frozenset({"VBD", "VBZ", "VBP"})
NOT_DONE = frozenset({"auxpass", "nsubjpass"})
BREAKS = frozenset({",", ";", "—", "–", ":"})
WHEN = frozenset({"after", "although", "because", "before", "but", "since", "though", "when", "while"})
COUNTS = frozenset({"dozen", "hundred", "thousand", "score", "several", "many", "few", "least", "fewer", "some"})


def asked_for(cue: Cue) -> Iterator[tuple[str, range]]:
    """ "Called on *the two to talk*", "asked *them to leave*", "implored them *to stay*", up to where that ends."""
    sentence, start = cue.sentence, cue.head.i + 1
    if cue.lemma not in ASKS | PRESSES or any(child.dep == "auxpass" for child in sentence.children(cue.head)):
        return
    if cue.lemma == "call":
        if start >= len(sentence.tokens) or sentence.tokens[start].text not in ("on", "upon"):
            return
        start += 1
    near = sentence.tokens[start : start + LISTENER]
    particle = next((token for token in near if token.tag == "TO"), None)
    if (
        particle is None
        or particle.i == start
        or any(token.pos in ("VERB", "PUNCT") for token in near[: particle.i - start])
    ):
        return
    deed = sentence.head(particle)
    if deed.i > particle.i and deed.tag == "VB":
        yield "asked-for", range(particle.i if cue.lemma in PRESSES else start, _end_of(cue, deed))


def _end_of(cue: Cue, deed: Token) -> int:
    """Where the deed's words end, without a phrase behind a comma that speaks of all of it."""
    sentence, below = cue.sentence, cue.sentence.subtree(deed)
    for token in below:
        first = min(t.i for t in sentence.subtree(token))
        aside = token.dep in ("npadvmod", "appos") and not token.entity and sentence.tokens[first].pos == "DET"
        if aside and first > deed.i and sentence.tokens[first - 1].text == ",":
            return first - 1
    return max(token.i for token in below) + 1


def measured(cue: Cue) -> Iterator[tuple[str, range]]:
    """ "Put *the losses at 40*", "raised *its toll to 40*", "gave *the figure as 40*", "raised *to 40 the dead*", "has
    counted *40 dead*", without what the speaker did besides.
    """
    children = cue.sentence.children(cue.head)
    if cue.kind != "verb" or cue.head.tag == "VBG" or any(child.dep in NOT_DONE for child in children):
        return
    if any(child.dep == "nsubj" and child.lemma in TALLIES for child in children):
        return  # "Death toll raised to 40": by whom?
    preposition = MEASURES.get(cue.lemma)
    thing = next((child for child in children if child.dep == "dobj" and child.i > cue.head.i), None)
    if cue.lemma in COUNTS_UP and thing is not None and _is_counted(cue, thing):
        yield "measured", _up_to_the_next(cue, min(t.i for t in cue.sentence.subtree(thing)), thing.i)
    if preposition is None:
        return
    following = cue.sentence.tokens[cue.head.i + 1 : cue.head.i + 2]
    if following and following[0].text == preposition and _number_behind(cue, following[0]):
        yield "measured", _up_to_the_next(cue, following[0].i, following[0].i + 1)
    elif thing is not None and (cue.lemma in ANYTHING or thing.lemma in TALLIES or thing.pos == "PRON"):
        at = _last_before_number(cue, preposition, thing)
        if at is not None:
            yield "measured", _up_to_the_next(cue, min(t.i for t in cue.sentence.subtree(thing)), at.i + 1)


def _is_counted(cue: Cue, thing: Token) -> bool:
    """A number of things, and no mere pronoun that counts within somebody's words."""
    subject = next((child for child in cue.sentence.children(cue.head) if child.dep == "nsubj"), None)
    named = subject is not None and subject.pos != "PRON"
    first = min(t.i for t in cue.sentence.subtree(subject)) if subject is not None else 0
    beside = first > 0 and cue.sentence.tokens[first - 1].text == ","  # "ministry says two dead, doctors count eleven"
    own = cue.head.dep in ("ROOT", "conj") or (cue.head.dep == "ccomp" and beside)
    return named and own and any(token.pos == "NUM" for token in cue.sentence.subtree(thing))


def _last_before_number(cue: Cue, preposition: str, thing: Token) -> Token | None:
    """The last such preposition behind the thing, in its clause, that leads up to a number."""
    found = None
    for token in cue.sentence.tokens[thing.i + 1 :]:
        if token.text in (";", ":") or (token.tag in FINITE and token.dep in ("ROOT", "conj", "ccomp", "advcl")):
            break
        if token.text == preposition and _number_behind(cue, token):
            found = token
    return found


def _number_behind(cue: Cue, preposition: Token) -> bool:
    near = [token for token in cue.sentence.tokens[preposition.i + 1 : preposition.i + 6] if token.pos != "PUNCT"]
    return any(is_count(token) for token in near[:3])


def _up_to_the_next(cue: Cue, first: int, at: int) -> range:
    """From the first word to where the number's own phrase ends: a comma, another deed, when or why."""
    for token in cue.sentence.tokens[at + 1 :]:
        besides = token.dep == "cc" and cue.sentence.head(token) in (cue.head, cue.sentence.head(cue.head))
        besides = besides and not _counts_on(cue, token)
        if token.text in BREAKS or token.text.lower() in WHEN or besides:
            return range(first, token.i)
    return range(first, len(cue.sentence.tokens))


def _counts_on(cue: Cue, joint: Token) -> bool:
    """ "At 12 dead *and 31 wounded*", of which the parser makes another deed."""
    behind = cue.sentence.tokens[joint.i + 1 : joint.i + 4]
    return bool(behind) and is_count(behind[0]) and any(token.lemma in HARMED for token in behind[1:])


def told_of(cue: Cue) -> int:
    """ "(Claims that the lock is shut) were denied": where what is told of the noun begins; the end for other cues."""
    sentence, noun = cue.sentence, cue.head
    verb = sentence.head(noun)
    if cue.kind != "noun" or noun.dep not in ("nsubj", "nsubjpass") or verb.i < noun.i:
        return len(sentence.tokens)
    start = verb.i
    while sentence.head(sentence.tokens[start - 1]) is verb and sentence.tokens[start - 1].dep in AUXILIARIES:
        start -= 1
    return start


def is_count(token: Token) -> bool:
    """A number in digits or words, or "dozens"."""
    return token.pos == "NUM" or token.lemma in COUNTS


def cites_what_stands_before(cue: Cue) -> bool:
    """ "The vote was stolen, A cited B *as saying in her first speech*": behind "saying" nothing is claimed."""
    sentence = cue.sentence
    saying = [t for child in sentence.children(cue.head) if child.text == "as" for t in sentence.children(child)]
    before = any(child.dep == "ccomp" and child.i < cue.head.i for child in sentence.children(cue.head))
    told = any(below.dep in ("ccomp", "dobj") for token in saying for below in sentence.children(token))
    return before and not told and any(token.tag == "VBG" for token in saying)
