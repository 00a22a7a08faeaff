"""A claim that others make their own: "a view shared by the rebels", "a claim echoed by the mayor".

Enters a passage; leaves attributions whose content is the whole phrase, cue word and source included: it points to
what was said before and says who says it too. Their `cue` is empty, since no word stands outside the content.
"""

from collections.abc import Iterator, Sequence

from counterclaim.attribution.answers import CLAIMED
from counterclaim.attribution.forward import told_next
from counterclaim.attribution.lexicon import in_list, speaks
from counterclaim.attribution.passages import Passage
from counterclaim.model import Attribution, Quotation, Sentence, Span, Stance, Token

VIEWS = frozenset(
    {"view", "opinion", "assessment", "position", "claim", "conclusion", "version", "judgment", "account"}
)
SHARES = frozenset({"share", "echo", "support", "back", "endorse", "repeat", "second"})
ASIDE = frozenset({",", "-", "–", "—"})
ACCUSING = frozenset({"accuse", "blame", "charge", "suspect"})
CONFIDENCE = 0.5


def shared_views(passage: Passage) -> Iterator[Attribution]:
    """Every view that somebody is said to share, not one "not shared by" them; and messages told in a next sentence."""
    yield from told_next(passage)
    for sentence in passage.sentences:
        for token in sentence.tokens:
            if (
                token.dep == "acl"
                and token.tag in ("VBN", "VBD")
                and token.lemma in SHARES
                and sentence.head(token).lemma in VIEWS
            ):
                yield from _shared(passage, sentence, token)
            elif _answers(sentence, token):
                yield from _answered(passage, sentence, token)


def told_inside(one: Attribution, found: Sequence[Attribution]) -> bool:
    """ "A claim the army dismissed as “another lie”": are the source's own words, inside these, found already?"""
    return any(
        other.part is one.part
        and other.quotation is not Quotation.INDIRECT
        and any(span.covers(cue) for span in one.content for cue in other.cue)
        and any(span.overlaps(own) for span in one.source for own in other.source)
        for other in found
    )


def _answers(sentence: Sentence, verb: Token) -> bool:
    said = in_list("verb", "deny", verb.lemma) or in_list("verb", "confirm", verb.lemma)
    clause = verb.dep == "relcl" or (verb.dep == "acl" and (verb.tag == "VBN" or _lacks_object(sentence, verb)))
    claim = sentence.head(verb)
    if said and verb.dep == "relcl" and _denies_which(sentence, verb) is not None:
        return True
    return clause and said and claim.lemma in CLAIMED | VIEWS | {"something"} and _opens_aside(sentence, claim)


def _denies_which(sentence: Sentence, verb: Token) -> Token | None:
    """The "which" of "accuses X of backing the rebels, which X denies": it stands for all that was said before."""
    which = next((child for child in sentence.children(verb) if child.dep == "dobj" and child.tag == "WDT"), None)
    if which is None or which.i < 2 or sentence.tokens[which.i - 1].text != ",":
        return None
    before = sentence.tokens[: which.i]
    told = any(t.lemma in ACCUSING or speaks("verb", t.lemma) for t in before if t.pos == "VERB")
    return which if told else None


def _lacks_object(sentence: Sentence, verb: Token) -> bool:
    """ "A claim that the government disputed", which the parser takes for what the claim says."""
    below = {child.dep for child in sentence.children(verb)}
    return "nsubj" in below and below.isdisjoint({"ccomp", "dobj", "nsubjpass", "xcomp"})


def _opens_aside(sentence: Sentence, claim: Token) -> bool:
    """ ", a claim …", "— something …": behind a mark, with its article, whatever the parser hangs it on."""
    first = claim.i - (claim.lemma != "something")
    bare = claim.i == first or sentence.tokens[first].text in ("a", "an")
    return first > 1 and bare and sentence.tokens[first - 1].text in ASIDE


def _answered(passage: Passage, sentence: Sentence, verb: Token) -> Iterator[Attribution]:
    """ "A claim the army rejected", "a charge denied by the mayor": they say so of what was claimed before."""
    children, claim = sentence.children(verb), sentence.head(verb)
    by = next((child for child in children if child.dep == "agent"), None)
    named = next((child for child in sentence.children(by) if child.dep == "pobj"), None) if by else None
    named = named or next((child for child in children if child.dep == "nsubj" and child.i > claim.i), None)
    if named is None or named.tag in ("WDT", "WP") or any(child.dep == "neg" for child in children):
        return
    who, own = sentence.subtree(named), sentence.subtree(claim)
    first = next((t for t in own if t.i <= claim.i and t.pos != "PUNCT"), claim)
    last = next((t for t in reversed(sentence.subtree(verb)) if t.pos != "PUNCT"), verb)
    stance = Stance.DENIES if in_list("verb", "deny", verb.lemma) else Stance.CONFIRMS
    which = _denies_which(sentence, verb)
    if which is not None:
        heard = (Span(who[0].span.start, who[-1].span.end),), (verb.span,), (which.span,)
        yield Attribution(passage.part, *heard, Quotation.INDIRECT, stance, CONFIDENCE)
        return
    answers = (Span(first.span.start, claim.span.end),)
    content = Span(first.span.start, last.span.end)
    source = Span(who[0].span.start, who[-1].span.end)
    yield Attribution(passage.part, (source,), (), (content,), Quotation.INDIRECT, stance, CONFIDENCE, answers=answers)


def _shared(passage: Passage, sentence: Sentence, verb: Token) -> Iterator[Attribution]:
    children = sentence.children(verb)
    by = next((child for child in children if child.lemma == "by" and child.i > verb.i), None)
    named = next((child for child in sentence.children(by) if child.dep == "pobj"), None) if by else None
    if named is None or any(child.dep == "neg" for child in children):
        return
    who, view = sentence.subtree(named), sentence.head(verb)
    opening = next((token for token in sentence.subtree(view) if token.i < verb.i and token.pos != "PUNCT"), view)
    source = Span(who[0].span.start, who[-1].span.end)
    content = Span(opening.span.start, source.end)
    yield Attribution(passage.part, (source,), (), (content,), Quotation.INDIRECT, Stance.ASSERTS, CONFIDENCE)
