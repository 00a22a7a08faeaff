"""From candidates to attributions: gives each candidate its content and source, and the surer one wins where two clash.

Enters a `Passage` with what the encoder read in it; leaves `Found`s in reading order.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from counterclaim.attribution import answers
from counterclaim.attribution.candidates import Candidate, Option, candidates_of
from counterclaim.attribution.contents import Content
from counterclaim.attribution.cues import Cue
from counterclaim.attribution.encoder.model import Encoded
from counterclaim.attribution.forms import sure_form
from counterclaim.attribution.judge import Judge, settle, verdict
from counterclaim.attribution.lexicon import classes, speaks
from counterclaim.attribution.outlets import outlet_in
from counterclaim.attribution.passages import Passage
from counterclaim.attribution.scores import Models
from counterclaim.attribution.sources import Source
from counterclaim.attribution.trimming import trim
from counterclaim.model import Sentence, Span, Token, likeness

SURE = 0.35  # the best F1 on the development part of PolNeAR, and nearly flat around it
FORMED = 0.6  # what a form that leaves no doubt is worth at least
CLAIMED = 0.7
LIKELY = 0.6  # grammar's probability from which a noun's content is not doubted
THAT = frozenset({"sub:ccomp", "sub:acl", "that:that"})
NAMED = 0.3  # that much of a claim is what a reporting noun with a named speaker introduces, at least
FINITE = frozenset({"VBD", "VBZ", "VBP"})
ADDING = frozenset({"add", "emphasise", "emphasize", "insist", "note", "stress"})
ASIDE = frozenset({",", "-", "–", "—"})
OBJECTS = frozenset({"acomp", "attr", "ccomp", "dobj", "nsubjpass", "xcomp"})
LEADING = frozenset({"ADV", "AUX", "CCONJ", "PUNCT"})
DATA = frozenset({"information", "data", "datum", "finding", "estimate", "figure", "result"})
RAISED = 0.35  # where the training corpus marks less than we do: nouns, speech within speech


@dataclass(frozen=True, slots=True)
class Found:
    """A cue with its source and the content that it most probably has; `formed` where its form left no doubt.

    `confidence` is the probability that content and source are right, `claim` the one that readers would list it as a
    claim. `carrier` is the outlet that handed the words on, where it stands in the source's place.
    """

    cue: Cue
    source: Source
    content: Content
    passage: Passage
    confidence: float
    claim: float
    formed: bool = False
    carrier: str = ""


@dataclass(frozen=True, slots=True)
class Weights:
    """All models that choosing asks."""

    grammar: Models
    judge: Judge


def choose(
    passage: Passage, encoded: Encoded, weights: Weights, *, speakers: frozenset[str] = frozenset()
) -> tuple[Found, ...]:
    """The attributions of one passage.

    The training corpus gives each word to one attribution at most, so the models think too little of speech within
    speech, and of "the claim of A that" under a verb: there the square root of the confidence stands. `speakers` are
    words for those who speak in the report under a headline.
    """
    ranked = sorted(
        _founds(passage, encoded, weights, speakers), key=lambda found: (-found.confidence, found.cue.head.span)
    )
    ranked = [_surer(found, ranked) for found in ranked if not _is_of_nobody(found, ranked)]
    chosen: list[Found] = []
    for found in ranked:
        if found.confidence >= SURE and not any(_same(found, other) for other in chosen):
            chosen.append(found)
    for found in ranked:
        if found not in chosen and (_named_noun(found) or (_states(found) and any(_within(found, o) for o in chosen))):
            sure = _claims_that(found) or _tells_someone(found) or any(_answers(other, found) for other in chosen)
            raised = replace(found, confidence=max(math.sqrt(found.confidence), CLAIMED if sure else 0.0))
            if raised.confidence >= RAISED and not any(_same(found, other) for other in chosen):
                chosen.append(raised)
    chosen = [found for found in chosen if not any(_denied(found, other) for other in chosen)]
    return tuple(sorted(_parted(chosen), key=lambda found: found.cue.head.span))


def _is_of_nobody(found: Found, ranked: Sequence[Found]) -> bool:
    """ "According to AFP, the ministry said that": the ministry says it, and "according to" has it from the outlet. Nor
    does "preliminary information" claim anything that somebody passes on."""
    head = found.source.head
    data = found.cue.kind == "according" and head is not None and head.lemma in DATA
    if any(_says_as(other, found) for other in ranked):
        return True
    return any(_speaks_behind(other, found) for other in ranked) or (data and any(_within(found, o) for o in ranked))


def _surer(found: Found, ranked: Sequence[Found]) -> Found:
    """At least as sure as the "according to" that gives way to it, and handed on by its outlet."""
    given_way = [other for other in ranked if _speaks_behind(found, other) or _says_as(found, other)]
    if not given_way:
        return found
    return replace(
        found,
        confidence=max(found.confidence, *(other.confidence for other in given_way)),
        carrier=found.carrier or _first_outlet(given_way[0])[1],
    )


def _says_as(found: Found, other: Found) -> bool:
    """ "Was quoted by A *as saying that*": one saying, of which the verb behind "as" is the cue."""
    first, tokens = other.content.words[0], other.cue.sentence.tokens
    near = found.cue.sentence is other.cue.sentence and first < found.cue.head.i <= first + 2
    speaker = found.source.head is not None and found.source.head == other.source.head
    return near and speaker and tokens[first].text == "as" and speaks("verb", found.cue.lemma)


def _speaks_behind(found: Found, other: Found) -> bool:
    """Is it the saying of the same words behind the other's "according to" and its outlet?"""
    same = other.cue.kind == "according" and found.cue.kind == "verb" and found.cue.sentence is other.cue.sentence
    if not (same and found.source.words and speaks(found.cue.kind, found.cue.lemma) and _same(found, other)):
        return False
    comma, outlet = _first_outlet(other)
    return bool(outlet) and comma < min(found.source.words) < found.cue.head.i


def _first_outlet(found: Found) -> tuple[int, str]:
    """Where the words right behind "according to" end, and the outlet that they name, if any."""
    tokens = found.cue.sentence.tokens
    start = found.cue.words[-1] + 1
    comma = next((token.i for token in tokens[start:] if token.text == ","), start)
    return comma, outlet_in(" ".join(token.text for token in tokens[start:comma]))


def _denied(found: Found, other: Found) -> bool:
    """ "Denied reports that": who denies them, as the other one, has not made them."""
    denies = other.cue.kind == "verb" and "deny" in classes(other.cue.kind, other.cue.lemma)
    noun = found.cue.kind == "noun" and found.cue.head.dep in ("dobj", "pobj") and _within(found, other)
    return denies and noun and found.source.head == other.source.head


def _parted(chosen: Sequence[Found]) -> Iterator[Found]:
    """No words in two mouths: the less sure content ends where the surer one begins; words of speech go first.

    Nor does a content hold what its own speaker says next: "said that A and called B a lie".
    """
    held: list[Found] = []
    for found in sorted(chosen, key=lambda found: (not speaks(found.cue.kind, found.cue.lemma), -found.confidence)):
        others = [other for other in held if not _within(found, other) and not _within(other, found)]
        starts = [span.start for other in others for span in _common(found, other)]
        first = min([*starts, *_next_verb(found, chosen), *_aside(found)], default=None)
        left = found.content if first is None else _until(found.content, first, found)
        if left:
            held.append(replace(found, content=left))
            yield held[-1]


def _next_verb(found: Found, chosen: Sequence[Found]) -> Iterator[int]:
    """Where a verb of the same subject begins, with "and" and what else leads to it, in the midst of the content; or
    its ", adding that"."""
    tokens = found.cue.sentence.tokens
    for other in chosen:
        own = other.source.words == found.source.words or _denies_too(other)
        beside = other.cue.sentence is found.cue.sentence and own
        adding = other.cue.lemma in ADDING and other.cue.head.tag == "VBG"
        if beside and adding and _within(other, found) and tokens[other.cue.head.i - 1].text == ",":
            if found.passage.quote_at(other.cue.head.span.start) is None:
                yield other.cue.head.span.start
            continue
        finite = all(cue.kind == "verb" and cue.head.tag in FINITE for cue in (found.cue, other.cue))
        if not (beside and finite and found.source.words and _within(other, found)):
            continue
        first = min(other.cue.words)
        while tokens[first - 1].pos in LEADING:
            first -= 1
        leads = any(token.pos == "CCONJ" for token in tokens[first : other.cue.head.i])
        if leads and found.passage.quote_at(other.cue.head.span.start) is None:
            yield tokens[first].span.start


def _aside(found: Found) -> Iterator[int]:
    """Where "- a claim that NAME described as …" begins behind the content: it is told of what was said."""
    sentence = found.cue.sentence
    for claim in sentence.tokens[2:]:
        mark, article = sentence.tokens[claim.i - 2 : claim.i]
        if claim.lemma not in answers.CLAIMED or article.text not in ("a", "an") or mark.text not in ASIDE:
            continue
        clauses = [verb for verb in sentence.children(claim) if verb.dep in ("acl", "relcl")]
        rest = sentence.tokens[max(t.i for t in sentence.subtree(claim)) + 1 :]
        held = all(t.pos == "PUNCT" for t in rest) and any(span.covers(mark.span) for span in found.content.spans)
        if held and found.passage.quote_at(mark.span.start) is None and any(map(partial(_of_claim, sentence), clauses)):
            yield mark.span.start


def _of_claim(sentence: Sentence, verb: Token) -> bool:
    """ "A claim the army dismissed", "a claim rejected by the army": not what is claimed."""
    below = {child.dep for child in sentence.children(verb)}
    return "agent" in below or ("nsubj" in below and below.isdisjoint(OBJECTS))


def _denies_too(other: Found) -> bool:
    """ "(Said) it had struck the town but denied …": the parser takes it for a thing that was said to be denied."""
    head = other.source.head
    pronoun = head is not None and head.text.lower() in ("it", "he", "she", "they")
    return other.cue.lemma == "deny" and other.cue.head.dep == "conj" and pronoun


def _common(found: Found, other: Found) -> Iterator[Span]:
    """Where two contents overlap."""
    for span in found.content.spans:
        for held in other.content.spans:
            if span.overlaps(held):
                yield Span(max(span.start, held.start), min(span.end, held.end))


def _until(content: Content, end: int, found: Found) -> Content | None:
    """The content before `end`, if any."""
    text, tokens = found.passage.text, found.cue.sentence.tokens
    cut = (trim(text, span.start, min(span.end, end)) for span in content.spans if span.start < end)
    spans = tuple(span for span in cut if span and any(letter.isalnum() for letter in span.of(text)))
    words = tuple(i for i in content.words if tokens[i].span.start < end)
    return replace(content, spans=spans, words=words) if spans and words else None


def _founds(passage: Passage, encoded: Encoded, weights: Weights, speakers: frozenset[str]) -> Iterator[Found]:
    for candidate in candidates_of(passage, encoded, weights.grammar):
        form = sure_form(candidate.cue, candidate.sources[0][0], passage, speakers)
        if not form and _is_mere_label(candidate):
            continue
        settled = settle(candidate, weights.judge)
        formed = _of_form(candidate, form)
        asked_for = formed or _of_noun(candidate)
        if asked_for:
            settled = settled.but(asked_for, candidate.sources[0][0])
        right, claim = verdict(settled, weights.judge)
        if formed:
            right, claim = max(right, FORMED), max(claim, FORMED)
        elif asked_for:
            claim = max(claim, NAMED)
        if candidate.cue.kind == "according":
            right = max(right, candidate.likely * (settled.option.probability or 0.0))
            claim = max(claim, right)  # readers seldom list it, and yet nothing says plainer who claims
        yield Found(candidate.cue, settled.source, settled.option.content, passage, right, claim, bool(form))


def _is_mere_label(candidate: Candidate) -> bool:
    """ "Tarn: what we know so far" above a report, unless grammar is sure that Tarn speaks; "The plan: a bridge"."""
    if candidate.cue.kind == "colon" and candidate.likely < CLAIMED and _names_things(candidate):
        return True
    by_grammar = candidate.likely * max((option.probability or 0.0) for option in candidate.options)
    return candidate.passage.headline and candidate.cue.kind.startswith("colon") and by_grammar < CLAIMED


def _names_things(candidate: Candidate) -> bool:
    """Is what stands behind the colon in its sentence neither a clause nor a quotation?"""
    behind = [token for token in candidate.cue.sentence.tokens if token.i > candidate.cue.head.i]
    said = any(token.pos in ("VERB", "AUX", "INTJ", "NUM") or token.text in "\"“'‘«„" for token in behind)
    return not said and len(behind) > 1 and candidate.cue.sentence.span.end == candidate.passage.span.end


def _of_form(candidate: Candidate, form: tuple[str, ...]) -> Option | None:
    """The content that the form asks for; behind a verb that the parser took for a name, the rest of the headline."""
    by_grammar = [option for option in candidate.options if option.probability is not None]
    offered = [option for option in by_grammar if set(form) & set(option.content.names)]
    if offered:
        return max(offered, key=lambda option: (max(option.probability or 0.0, CLAIMED), option.content.spans[-1].end))
    if candidate.cue.kind != "headline":
        return None
    rest = [option for option in candidate.options if {"right", "right-first"} & set(option.content.names)]
    return min(rest, key=lambda option: option.content.spans[-1].end, default=None)


def _of_noun(candidate: Candidate) -> Option | None:
    """What a reporting noun has whose speaker is named: "the claims by A that …", "B's statement about …"."""
    if not _named(candidate.cue, candidate.sources[0][0]) or candidate.cue.kind != "noun":
        return None
    likely = [option for option in candidate.options if (option.probability or 0.0) >= LIKELY]
    clauses = [option for option in candidate.options if THAT & set(option.content.names)]
    return max(clauses or likely, key=lambda option: option.probability or 0.0, default=None)


def _within(found: Found, other: Found) -> bool:
    """Does the other's content hold this cue?"""
    return any(span.covers(found.cue.head.span) for span in other.content.spans)


def _states(found: Found) -> bool:
    """Is it speech with a clause or a quotation as its content?"""
    whole = {"sub:ccomp", "quote-after", "quote-before", "that:that", "left", "around"}
    return speaks(found.cue.kind, found.cue.lemma) and bool(whole & set(found.content.names))


def _tells_someone(found: Found) -> bool:
    """ "The mayor had told him the bridge was closed": a clause behind whom it was told to."""
    names = set(found.content.names)
    clause = "sub:ccomp" in names and not names.isdisjoint({"after:dative", "after:dobj"})
    someone = found.source.head is not None and found.source.head.pos != "PRON"
    return found.cue.kind == "verb" and found.cue.lemma == "tell" and clause and someone


def _named_noun(found: Found) -> bool:
    """ "The claims by A that …", "B's statement about …"."""
    return found.cue.kind == "noun" and _named(found.cue, found.source)


def _named(cue: Cue, source: Source) -> bool:
    name = source.head is not None and source.head.pos == "PROPN" and source.how in ("by", "of", "from", "poss")
    return name and speaks(cue.kind, cue.lemma)


def _claims_that(found: Found) -> bool:
    """A reporting noun with its speaker and a clause of its own leaves no doubt."""
    return _named_noun(found) and bool(THAT & set(found.content.names))


def _answers(other: Found, found: Found) -> bool:
    """ "Confirmed the statements of A about the flood": what is confirmed or denied with its speaker is a claim."""
    named = _named_noun(found) and "object:prep" in found.content.names
    return named and _within(found, other) and bool({"confirm", "deny"} & set(classes(other.cue.kind, other.cue.lemma)))


def _same(found: Found, other: Found) -> bool:
    """Do two cues claim the same words as content? One whose content holds the other cue stands around it."""
    if _within(found, other) or _within(other, found):
        return False
    return likeness(found.content.spans, other.content.spans) > 0.8
