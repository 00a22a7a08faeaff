"""What somebody says against a claim is not what they deny: "disputed the account: “We never lost X”".

Enters what was found; leaves denials whose content ran on into the quotation behind a colon cut before it.
"""

from collections.abc import Iterable
from dataclasses import replace

from counterclaim.attribution.answers import CLAIMED
from counterclaim.attribution.choose import Found
from counterclaim.attribution.lexicon import in_list
from counterclaim.attribution.shared import VIEWS
from counterclaim.attribution.trimming import trim
from counterclaim.model import Span

FEW = 6  # words that name a claim


def without_retorts(found: Iterable[Found]) -> list[Found]:
    """Every denial of a claim that its words only name, without what is said against it."""
    return [_cut(one) for one in found]


def _cut(one: Found) -> Found:
    if not in_list(one.cue.kind, "deny", one.cue.lemma) or not one.content.words:
        return one
    tokens, words = one.cue.sentence.tokens, list(one.content.words)
    at = next((n for n, i in enumerate(words) if tokens[i].text == ":"), None)
    named = [tokens[i] for i in words[:at]] if at else []
    if not named or len(named) > FEW or not any(token.lemma in VIEWS | CLAIMED for token in named):
        return one
    quoted = one.passage.quote_at(tokens[words[at or 0] + 1].span.start) if words[at or 0] + 1 < len(tokens) else None
    span = trim(one.passage.text, named[0].span.start, named[-1].span.end) if quoted is not None else None
    if span is None:
        return one
    return replace(one, content=replace(one.content, spans=(Span(span.start, span.end),), words=tuple(words[:at])))
