"""A parsed article → its expressions of time."""

from functools import partial

from counterclaim.model import Parsed, Sentence, Span, TimeMention, Token
from counterclaim.times.anchor import Anchor, Tense
from counterclaim.times.compose import Context, compose

_AHEAD = frozenset({"will", "shall", "'ll", "’ll", "would", "wo", "must", "should"})
_PLANS = frozenset(
    (
        "plan",
        "intend",
        "expect",
        "promise",
        "vow",
        "pledge",
        "schedule",
        "prepare",
        "aim",
        "hope",
        "want",
        "due",
        "set",
        "go",
    )
)


def find_times(parsed: Parsed) -> tuple[TimeMention, ...]:
    """Every expression of time in the article, in reading order, against its published date.

    Without a published date relative words ("yesterday") are left out and open years are masked (`XXXX-05-25`).
    """
    anchor = Anchor.of(parsed.article.published)
    found = []
    for sentence in parsed.sentences:
        words, offset = parsed.words(sentence.part, sentence.span), sentence.span.start
        for time in compose(words, Context(anchor, partial(_tense, sentence), partial(_dated, sentence))):
            span = Span(time.start + offset, time.end + offset)
            found.append(TimeMention(sentence.part, span, time.stretch.edtf()))
    return tuple(found)


def _token_at(sentence: Sentence, offset: int) -> Token | None:
    return next((token for token in sentence.tokens if token.span.start <= offset < token.span.end), None)


def _dated(sentence: Sentence, start: int, end: int) -> bool:
    """Did the tagger take the words for a date? Offsets count from the sentence's start."""
    start, end = start + sentence.span.start, end + sentence.span.start
    return any(t.entity in ("DATE", "TIME") for t in sentence.tokens if t.span.start < end and start < t.span.end)


def _tense(sentence: Sentence, offset: int) -> Tense:
    """Which way the clause around the offset looks: by the nearest verb above it and that verb's auxiliaries."""
    token = _token_at(sentence, offset + sentence.span.start)
    if token is None:
        return Tense.OPEN
    for verb in sentence.ancestors(token):
        if verb.pos not in ("VERB", "AUX"):
            continue
        helpers = [child for child in sentence.children(verb) if child.dep in ("aux", "auxpass")]
        if any(helper.text.lower() in _AHEAD for helper in helpers):
            return Tense.FUTURE
        if any(helper.text.lower() == "to" for helper in helpers):
            above = sentence.head(verb)
            if above.lemma in _PLANS or above.tag in ("VBP", "VBZ", "NN", "JJ"):
                return Tense.FUTURE
            continue
        if verb.tag == "VBG" and any(helper.lemma == "be" for helper in helpers) and verb.lemma == "go":
            return Tense.FUTURE
        if verb.tag == "VBD" or (verb.tag == "VBN" and any(h.tag in ("VBD", "VBZ", "VBP") for h in helpers)):
            return Tense.PAST
    return Tense.OPEN
