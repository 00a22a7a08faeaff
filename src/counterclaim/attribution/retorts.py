"""What somebody says against a claim is not what they deny: "disputed the account: “We never lost X”".

Enters what was found; leaves denials whose content ran on into the quotation behind a colon cut before it. Where
they deny a clause ("denied that X had fallen: “We hold it”"), what is said against it is a claim of its own.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from counterclaim.attribution.answers import CLAIMED
from counterclaim.attribution.choose import Found
from counterclaim.attribution.lexicon import in_list
from counterclaim.attribution.passages import Passage
from counterclaim.attribution.quotations import Quote
from counterclaim.attribution.shared import VIEWS
from counterclaim.attribution.stance import stance_in
from counterclaim.attribution.trimming import trim
from counterclaim.model import Attribution, Quotation, Span, Stance

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


def retorts_apart(passages: Sequence[Passage], found: Iterable[Attribution]) -> list[Attribution]:
    """Every denial of a clause without the quotation behind its colon, and that quotation in the same mouth."""
    told = list(found)
    return [part for one in told for part in _parts(passages, one, told)]


def _parts(passages: Sequence[Passage], one: Attribution, told: Sequence[Attribution]) -> Iterator[Attribution]:
    passage = next((p for p in passages if p.part is one.part and p.span.overlaps(one.content[0])), None)
    quote = _retort(passage, one) if passage is not None else None
    if passage is None or quote is None:
        yield one
        return
    denied = trim(passage.text, one.content[0].start, quote.outer.start)
    said = trim(passage.text, quote.inner.start, quote.inner.end)
    if denied is None or said is None:
        yield one
        return
    yield replace(one, content=(denied,), quotation=Quotation.INDIRECT)
    others = (other for other in told if other is not one and other.part is one.part)
    if any(span.overlaps(said) for other in others for span in other.content):
        return
    yield replace(one, cue=(), content=(said,), quotation=Quotation.DIRECT, stance=stance_in((said,), passage))


def _retort(passage: Passage, one: Attribution) -> Quote | None:
    """The quotation that stands last in a denial, behind a colon."""
    last = one.content[-1]
    if one.stance is not Stance.DENIES or one.part is not passage.part or not one.cue:
        return None
    quote = passage.quote_at(last.end - 1) if last.start < last.end else None
    if quote is None or one.cue[0].start > quote.outer.start or one.content[0].start >= quote.outer.start:
        return None
    return quote if passage.text[: quote.outer.start].rstrip().endswith(":") else None
