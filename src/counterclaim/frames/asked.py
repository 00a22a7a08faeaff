"""A number that stands alone: what it counts is said in the sentences around it, or by the last count of the article.

Enter a view and the words of `counting`; leaves the kind that is in question. "The doctors spoke of at least eleven",
"Twenty-one", "they are 163" are counts of whomever the talk is of.
"""

from counterclaim.frames.counting import Kinds
from counterclaim.frames.numerals import is_time, number
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.wordlists import words_of
from counterclaim.model import Proposition, Sentence, Span, Token

AROUND = words_of("counting.around")
BACK = 3


def bare_number(stretch: Stretch) -> Token | None:
    """The numeral of a stretch that says nothing else; None where there is more."""
    tokens = [token for token in stretch.tokens if token.pos != "PUNCT"]
    numerals = [token for token in tokens if token.pos == "NUM" and number(token.text) is not None]
    if not numerals or any(is_time(stretch, token) for token in numerals):
        return None
    others = [token for token in tokens if number(token.text) is None]
    return numerals[-1] if all(token.text.lower() in AROUND for token in others) else None


def kind_asked(view: View, stretch: Stretch, kinds: Kinds, frame: str, *, anywhere: bool = False) -> str | None:
    """What a number without a noun counts; with `anywhere`, else what the article counted last."""
    first = stretch.tokens[0]
    own = [token for token in stretch.sentence.tokens if token.i < first.i]
    found = _kind(own, kinds, last=True)
    if found is not None:
        return found
    before = [
        sentence
        for sentence in view.scene.parsed.sentences[: stretch.sentence.index]
        if sentence.part is stretch.sentence.part
    ]
    for sentence in reversed(before[-BACK:]):
        found = _claimed(view, sentence, frame) or _kind(list(sentence.tokens), kinds, last=False)
        if found is not None:
            return found
        if _counts_people(sentence, kinds):
            return None  # of what befell those people the words of the packs say nothing
    last = last_count(view, frame) if anywhere else None
    return str(last.get("kind")) if last is not None and last.get("kind") else None


def last_count(view: View, frame: str, kind: str | None = None) -> Proposition | None:
    """The count that the article gave last, of the kind if one is asked for."""
    counts = (
        p
        for claim in reversed(view.earlier)
        for p in reversed(claim.propositions)
        if p.frame == frame and (kind is None or p.get("kind") == kind)
    )
    return next(counts, None)


def _claimed(view: View, sentence: Sentence, frame: str) -> str | None:
    """What the claims of a sentence counted first: the dead are told before the hurt."""
    for claim in view.earlier:
        inside = any(_overlap(span, sentence) for span in claim.content_spans) and claim.part is sentence.part
        for proposition in claim.propositions if inside else ():
            if proposition.frame == frame and proposition.get("kind"):
                return str(proposition.get("kind"))
    return None


def _counts_people(sentence: Sentence, kinds: Kinds) -> bool:
    return any(token.dep == "nummod" and sentence.head(token).lemma in kinds.people for token in sentence.tokens)


def _overlap(span: Span, sentence: Sentence) -> bool:
    return span.overlaps(sentence.span)


def _kind(tokens: list[Token], kinds: Kinds, *, last: bool) -> str | None:
    found = [kind for token in tokens if (kind := kinds.kind(token)) is not None]
    return (found[-1] if last else found[0]) if found else None
