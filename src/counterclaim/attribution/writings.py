"""What speaks without a mouth: a poll finds, a report shows, a staff believes; evidence and history claim nothing.

Enters a cue with its source; says whether its word counts, or whether it is a mere thing.
"""

from counterclaim.attribution.cues import Cue
from counterclaim.attribution.lexicon import in_list
from counterclaim.attribution.sources import SUBJECTS, Source
from counterclaim.model import Token

SHOWS = frozenset({"show", "find", "determine"})
FINDS = frozenset({*SHOWS, "establish"})
# Who hears or looks into a case, and gives a finding.
FINDERS = frozenset(
    [
        "arbitrator", "auditor", "chamber", "commission", "commissioner", "committee", "coroner", "court", "examiner",
        "expert", "inquest", "inquiry", "inspector", "investigation", "investigator", "judge", "jury", "justice",
        "magistrate", "mission", "panel", "pathologist", "probe", "prosecutor", "rapporteur", "tribunal",
    ]
)  # fmt: skip
HOLDS = frozenset({"believe", "consider", "expect", "think", "reckon"})
TELLS = frozenset(
    [
        *SHOWS, "attest", "attribute", "echo", "explain", "highlight", "hint", "imply", "indicate", "point", "promise",
        "reflect", "reveal", "signal", "speak", "suggest", "testify", "threaten", "underline", "underscore",
    ]
)  # fmt: skip
GOES_ON = frozenset({"continue", "resume"})
FIGHTS = frozenset(
    [
        "assault", "attack", "battle", "bombardment", "clash", "clashes", "combat", "fight", "fighting", "hostility",
        "offensive", "search", "shelling", "siege", "war",
    ]
)  # fmt: skip
DEMANDS = frozenset({"call", "demand", "require"})
POINTERS = frozenset({"this", "that", "these", "those", "which"})


def judges(cue: Cue, source: Source, *, clause: bool, first: bool) -> bool:
    """Is a judgment given in a word that elsewhere is a thought: "the poll shows that", "the staff believes that"?

    `clause` says whether a clause follows, `first` whether the content stands first: "The war is over, she believes."
    """
    head = source.head
    if head is None or cue.kind != "verb" or not (clause or first):
        return False
    if cue.lemma in FINDS and {head.lemma.lower(), head.lemma.lower().removesuffix("s")} & FINDERS:
        return clause
    if cue.lemma in SHOWS:
        return clause and in_list("source", "writing", head.lemma.lower())
    present = cue.lemma in HOLDS and cue.head.tag in ("VBZ", "VBP")
    body = in_list("source", "body", head.lemma.lower()) or head.entity in ("ORG", "GPE")
    return present and (body if clause and not first else head.text.lower() not in ("i", "we", "you"))


def only_goes_on(cue: Cue, source: Source) -> bool:
    """ "X has not fallen, fighting continues": it is no speaker that continues."""
    return cue.lemma in GOES_ON and source.head is not None and source.head.lemma in FIGHTS


def is_thing(cue: Cue, source: Source) -> bool:
    """Do facts, not people, "show", "suggest" or "explain", or "call for" something?"""
    head = source.head
    if head is None or cue.kind != "verb" or head.pos not in ("NOUN", "PRON"):
        return False
    if cue.lemma not in TELLS and cue.lemma not in DEMANDS:
        return False
    if head.text.lower() == "it":
        return _is_of_thing(cue, head)
    pointer = cue.lemma in TELLS and head.text.lower() in POINTERS
    return pointer or in_list("source", "thing", head.lemma)


def _is_of_thing(cue: Cue, pronoun: Token) -> bool:
    """ "The issue is grave, it calls for care": what "it" stands for in its own sentence."""
    before = [token for token in cue.sentence.tokens[: pronoun.i] if token.dep in SUBJECTS]
    return bool(before) and before[-1].pos == "NOUN" and in_list("source", "thing", before[-1].lemma)
