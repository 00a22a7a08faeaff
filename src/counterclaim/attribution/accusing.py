"""Accusations, whole: "accuses X of having sent troops" is more than X.

Enters what was found; leaves it with contents that run on through what somebody is accused of or blamed for.
"""

from collections.abc import Iterable
from dataclasses import replace

from counterclaim.attribution.choose import Found
from counterclaim.attribution.trimming import trim
from counterclaim.model import Token

ACCUSING = {"accuse": ("of",), "blame": ("for",), "suspect": ("of",), "fault": ("for",), "condemn": ("for",)}
ENDS = frozenset({";", ":", "."})


def whole_accusations(found: Iterable[Found]) -> list[Found]:
    """Every accusation with what it is."""
    return [_whole(one) for one in found]


def _whole(one: Found) -> Found:
    cue, content = one.cue, one.content
    behind = [i for i in content.words if i > cue.head.i]
    if cue.lemma not in ACCUSING or len(content.spans) != 1 or not behind or behind[0] != content.words[0]:
        return one
    last = behind[-1]
    tokens = cue.sentence.tokens
    of = tokens[last + 1] if last + 1 < len(tokens) else None
    cut = tokens[last].dep == "pcomp" and tokens[last].tag == "VBG"  # "scuttling the deal by adding | new conditions"
    named = of is not None and of.text.lower() in ACCUSING[cue.lemma] and of.head in (cue.head.i, last)
    if of is None or not (named or cut):
        return one
    words = _behind(cue.sentence.subtree(of if named else tokens[last]), last)
    span = trim(one.passage.text, content.spans[0].start, tokens[words[-1]].span.end) if words else None
    if span is None:
        return one
    return replace(one, content=replace(content, spans=(span,), words=(*content.words, *words)))


def _behind(subtree: Iterable[Token], last: int) -> list[int]:
    """The run of words that follow without a break."""
    words: list[int] = []
    for token in sorted((t for t in subtree if t.i > last), key=lambda token: token.i):
        if token.i != last + len(words) + 1 or token.text in ENDS:
            break
        words.append(token.i)
    return words
