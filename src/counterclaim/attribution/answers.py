"""Which claim a denial or a confirmation speaks of: "the minister's claim", "reports of a retreat".

Enters a cue; leaves the span of those words, or nothing.
"""

from counterclaim.attribution.cues import Cue
from counterclaim.attribution.lexicon import in_list
from counterclaim.model import Span, Spans

CLAIMED = frozenset(
    [
        "claim",
        "statement",
        "report",
        "allegation",
        "accusation",
        "announcement",
        "charge",
        "assertion",
        "comment",
        "remark",
        "rumour",
        "rumor",
        "version",
        "suggestion",
        "news",
        "information",
        "word",
        "account",
    ]
)


def answers_of(cue: Cue) -> Spans:
    """The object of "denied" or "confirmed" where it names somebody's claim."""
    kind = "verb" if cue.kind == "according" else cue.kind
    if not (in_list(kind, "deny", cue.lemma) or in_list(kind, "confirm", cue.lemma)):
        return ()
    for child in cue.sentence.children(cue.head):
        if child.dep in ("dobj", "nsubjpass", "pobj") and child.lemma in CLAIMED:
            words = cue.sentence.subtree(child)
            return (Span(words[0].span.start, words[-1].span.end),)
    return ()
