"""The outlet's own reserve: "it has not been confirmed whether", "it was not clear if". Nobody says so but the outlet.

Enters a cue; says whether it is one, and trims its content of "whether".
"""

import re

from counterclaim.attribution.cues import Cue
from counterclaim.model import Span, Spans

UNSURE = frozenset({"unclear", "unknown", "uncertain"})
OPEN = UNSURE | frozenset(
    ["confirm", "verify", "know", "establish", "clarify", "corroborate", "determine", "clear", "certain"]
)
WHETHER = re.compile(r"(?:whether|if)\s+", re.IGNORECASE)


def is_reserve(cue: Cue) -> bool:
    """Is "it" the subject, the cue open to doubt, and the sentence in doubt?"""
    if cue.lemma not in OPEN:
        return False
    sentence = cue.sentence
    above = sentence.head(cue.head) if cue.head.dep == "acomp" else cue.head
    children = (*sentence.children(above), *sentence.children(cue.head))
    expletive = any(child.dep in ("nsubj", "nsubjpass", "expl") and child.text.lower() == "it" for child in children)
    doubted = cue.lemma in UNSURE or any(child.dep == "neg" for child in children)
    return expletive and doubted


def without_whether(spans: Spans, text: str) -> Spans:
    """The spans without an opening "whether" or "if"."""
    opening = WHETHER.match(text, spans[0].start, spans[0].end)
    return (Span(opening.end(), spans[0].end), *spans[1:]) if opening and opening.end() < spans[0].end else spans
