"""Whose number it is: "the ministry's count of the dead is 40", "the governor's figure, given on Monday, was 60".

Enters a passage; leaves attributions whose source owns the number and whose cue is the word for it. Their content is
what is counted with its number.
"""

from collections.abc import Iterator, Sequence

from counterclaim.attribution.lexicon import in_list
from counterclaim.attribution.passages import Passage
from counterclaim.attribution.phrases import TALLIES, is_count
from counterclaim.attribution.stance import stance_in
from counterclaim.attribution.trimming import trim
from counterclaim.model import Attribution, Quotation, Sentence, Span, Token

NUMBERS = frozenset({"count", "estimate", "figure", "number", "reckoning", "tally", "toll", "total"})
STANDS = frozenset({"be", "come", "reach", "run", "stand"})
GIVES = frozenset({"advance", "announce", "cite", "give", "offer"})
HOLDS = frozenset({("keep", "to"), ("speak", "about"), ("speak", "of"), ("stand", "by"), ("stick", "to")})
HURT = frozenset({"casualty", "dead", "death", "displace", "injure", "injured", "kill", "missing", "victim", "wound"})
HURT |= frozenset({"displaced", "fatality", "killed", "wounded"})
MARKS = frozenset({":", "-", "–", "—"})
NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
CONFIDENCE = 0.6


def reckonings(passage: Passage, found: Sequence[Attribution] = ()) -> Iterator[Attribution]:
    """Every number that somebody is said to have, where it is the subject of its sentence, or to give."""
    if passage.headline:
        return
    taken = [span for one in found if one.part is passage.part and one.speech for span in one.content]
    for sentence in passage.sentences:
        root = sentence.root
        given = (one for one in _given(passage, sentence) if not any(one.content[0].overlaps(span) for span in taken))
        yield from given
        subject = next((child for child in sentence.children(root) if child.dep == "nsubj"), None)
        if subject is None or root.lemma not in STANDS or passage.quote_at(root.span.start):
            continue
        owner = next((child for child in sentence.children(subject) if child.dep == "poss"), None)
        if subject.lemma in NUMBERS and owner is not None and _counts(sentence, root) and _is_someone(owner):
            yield from _attributed(passage, sentence, (owner, subject, root))


def _attributed(passage: Passage, sentence: Sentence, words: tuple[Token, Token, Token]) -> Iterator[Attribution]:
    owner, number, root = words
    named = [token for token in sentence.subtree(owner) if token.tag != "POS"]
    counted = next((child for child in sentence.children(number) if child.text == "of"), None)
    first = sentence.tokens[counted.i + 1] if counted and counted.i + 1 < root.i else root
    span = trim(passage.text, first.span.start, sentence.span.end)
    if span is not None:
        source = Span(named[0].span.start, named[-1].span.end)
        stance = stance_in((span,), passage)
        yield Attribution(passage.part, (source,), (number.span,), (span,), Quotation.INDIRECT, stance, CONFIDENCE)


def _counts(sentence: Sentence, root: Token) -> bool:
    """Does a number follow, in the sentence's own clause: "is 40", "stood at 40", "was at least 40"?"""
    near = [child for child in sentence.children(root) if child.i > root.i and child.dep in ("attr", "prep", "dobj")]
    return any(is_count(token) for child in near for token in sentence.subtree(child)[:6])


def _is_someone(owner: Token) -> bool:
    known = owner.entity in NAMES or owner.text.lower() in ("his", "her", "its", "their")
    lemma = owner.lemma.lower()
    return known or in_list("source", "body", lemma) or in_list("source", "voice", lemma)


def _given(passage: Passage, sentence: Sentence) -> Iterator[Attribution]:
    """ "The ministry gave 17 dead", "the observatory measured 7.1", "the office kept to seven"."""
    verb = sentence.root
    children = sentence.children(verb)
    who = next((child for child in children if child.dep == "nsubj"), None)
    number = next(
        (found for child in children if child.i > verb.i and (found := _number_in(sentence, verb, child))), None
    )
    denied = any(child.dep == "neg" or child.tag == "MD" for child in children)
    fronted = any(child.dep == "prep" and child.i < verb.i for child in children)  # "for the province": of where it is
    if who is None or number is None or denied or fronted or passage.quote_at(verb.span.start) or not _is_teller(who):
        return
    words = sentence.subtree(number)
    span = trim(passage.text, words[0].span.start, words[-1].span.end)
    named = [token for token in sentence.subtree(who) if token.i < verb.i]
    if span is not None:
        source = Span(named[0].span.start, named[-1].span.end)
        stance = stance_in((span,), passage)
        yield Attribution(passage.part, (source,), (verb.span,), (span,), Quotation.INDIRECT, stance, CONFIDENCE)


def _number_in(sentence: Sentence, verb: Token, child: Token) -> Token | None:
    """The word that bears the number behind the verb: a count of people, a bare measure, a figure "of 21"."""
    counted = any(is_count(token) for token in sentence.subtree(child)[:4])
    if child.dep == "dobj" and verb.lemma == "measure":
        return child if child.pos == "NUM" and len(sentence.subtree(child)) <= 2 else None
    if child.dep == "dobj" and verb.lemma in GIVES:
        after = _after_colon(sentence, child) if child.lemma in NUMBERS else None
        if after is not None:
            return after
        figure = child.lemma in TALLIES - HURT and any(t.text == "of" for t in sentence.children(child))
        return child if (child.lemma in HURT and counted) or (figure and _is_of_number(sentence, child)) else None
    if child.dep == "prep" and (verb.lemma, child.text) in HOLDS:
        thing = next((below for below in sentence.children(child) if below.dep == "pobj"), None)
        bare = thing is not None and (thing.pos == "NUM" or thing.lemma in HURT)
        return thing if thing is not None and bare and is_count(sentence.subtree(thing)[0]) else None
    return None


def _after_colon(sentence: Sentence, figure: Token) -> Token | None:
    """ "Gave a much lower figure: 3,166 dead", "gave another number – 40": the count behind the mark."""
    mark = sentence.tokens[figure.i + 1 : figure.i + 2]
    behind = sentence.tokens[figure.i + 2 : figure.i + 5] if mark and mark[0].text in MARKS else ()
    at = next((n for n, token in enumerate(behind) if is_count(token)), None)
    if at is None:
        return None
    hurt = next((token for token in behind[at + 1 :] if token.lemma in HURT), None)
    return hurt if hurt is not None and behind[at] in sentence.subtree(hurt) else behind[at]


def _is_of_number(sentence: Sentence, figure: Token) -> bool:
    of = next(child for child in sentence.children(figure) if child.text == "of")
    return any(is_count(token) for token in sentence.tokens[of.i + 1 : of.i + 3])


def _is_teller(who: Token) -> bool:
    if who.text.lower() in ("it", "he", "she", "they"):
        return True
    return who.pos == "PROPN" or _is_someone(who)
