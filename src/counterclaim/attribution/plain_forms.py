"""More forms that leave no doubt: “We ran,” he can be heard saying; "the woman confirmed this to the paper"; "pointed
the finger at X"; and the second half of a headline that answers the first ("…; activists: they fired first").

Enters a cue with its source and paragraph; leaves the names of the stretches that its content must be one of.
"""

from counterclaim.attribution.cues import Cue
from counterclaim.attribution.lexicon import in_list, speaks
from counterclaim.attribution.passages import Passage
from counterclaim.attribution.sources import NAMES, Source
from counterclaim.model import Token

FINITE = frozenset({"VBD", "VBZ", "VBP"})
POINTERS = frozenset({"this", "that", "it"})
ANYBODY = frozenset({"anyone", "those", "whoever"})
SENSED = frozenset({"hear", "see", "film", "record", "show"})
MARKS = (":", "—", "–", " -")
FINGERS = frozenset({"finger", "fingers"})
SHORT = 4  # words that name who speaks before a colon


def plain_form(cue: Cue, source: Source, passage: Passage) -> tuple[str, ...]:
    """The stretches, or none where the form is another one."""
    if cue.kind != "verb":
        return ()
    if _is_heard_saying(cue, passage):
        return ("quote-before",)
    if _points_the_finger(cue):
        return ("right",)
    return ("sub:dobj",) if _answers_it(cue, source) else ()


def _is_heard_saying(cue: Cue, passage: Passage) -> bool:
    """ "“They ran away,” he can be heard saying", "was filmed shouting"."""
    sentence, tokens = cue.sentence, cue.sentence.tokens
    sensed = sentence.head(cue.head) if cue.head.tag == "VBG" else cue.head
    below = sentence.children(sensed)
    saying = any(child.tag == "VBG" and speaks("verb", child.lemma) for child in below)
    seen = next((child for child in below if child.dep == "nsubjpass"), None)
    if seen is None or not saying or sensed.lemma not in SENSED:
        return False
    start = min(token.i for token in sentence.subtree(seen))
    quote = passage.quote_at(tokens[start - 1].span.start) if start else None
    return quote is not None and passage.spoken(quote)


def _points_the_finger(cue: Cue) -> bool:
    """ "Tarvia pointed the finger at Orvenia over the blast"."""
    below = cue.sentence.children(cue.head)
    finger = any(child.dep == "dobj" and child.lemma in FINGERS for child in below)
    return finger and cue.lemma == "point" and cue.head.tag in FINITE


def _answers_it(cue: Cue, source: Source) -> bool:
    """ "The woman confirmed this to the paper", "he denies that": a pointer at what was claimed before."""
    answers = in_list("verb", "deny", cue.lemma) or cue.lemma in ("confirm", "corroborate")
    behind = cue.sentence.tokens[cue.head.i + 1 : cue.head.i + 3]
    pointer = bool(behind) and behind[0].text.lower() in POINTERS and behind[0].dep == "dobj"
    ends = len(behind) < 2 or behind[1].text == "to" or behind[1].pos in ("PUNCT", "CCONJ", "ADV")
    anybody = source.head is None or source.head.text.lower() in ANYBODY
    return not anybody and answers and pointer and ends and cue.head.tag in FINITE and source.how == "subject"


def quoted_behind_mark(cue: Cue, source: Source, passage: Passage) -> bool:
    """ "Bridge collapse: “Like a bomb”, say survivors", "Chief keeps tape back — “my decision,” he says": what is said
    stands behind the mark, and before it what it is about.
    """
    tokens, first = cue.sentence.tokens, min(cue.head.i, *source.words)
    quote = passage.quote_at(tokens[first - 1].span.start) if first else None
    quote = quote or (passage.quote_at(tokens[first - 2].span.start) if first > 1 else None)
    before = passage.text[passage.span.start : quote.outer.start].rstrip() if quote is not None else ""
    return before.endswith(MARKS)


def answers_half(cue: Cue, source: Source, passage: Passage) -> bool:
    """ "Army says X is taken; rebels: “a lie”": who is named before the colon of a later half, where the first told
    what somebody else says.
    """
    head, words = source.head, source.words
    if head is None or len(words) > SHORT or words[0] or cue.sentence.span.start == passage.span.start:
        return False
    someone = head.entity in NAMES or head.tag == "NNS" or in_list("source", "voice", head.lemma.lower())
    return (someone or in_list("source", "body", head.lemma.lower())) and _tells(passage.sentences[0].tokens)


def _tells(tokens: tuple[Token, ...]) -> bool:
    return any(token.text == ":" or (token.pos == "VERB" and speaks("verb", token.lemma)) for token in tokens)
