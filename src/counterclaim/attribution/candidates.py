"""Everything that may be an attribution, with what grammar and encoder offer for it.

Enters a passage with what the encoder read in it; leaves a `Candidate` for every word that grammar or the encoder takes
for a cue, with all sources and contents that it may have. Which of them it has, and whether it is one at all, is for
`counterclaim.attribution.judge` to say.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from counterclaim.attribution.contents import Content, contents_of
from counterclaim.attribution.cues import Cue, find_cues, is_first_name
from counterclaim.attribution.edges import kept_words
from counterclaim.attribution.encoder.decode import best_labels
from counterclaim.attribution.encoder.model import (
    BEGINS_CONTENT,
    BEGINS_SOURCE,
    IN_CONTENT,
    IN_SOURCE,
    Encoded,
    Flags,
    Numbers,
)
from counterclaim.attribution.features import content_features, cue_features
from counterclaim.attribution.lexicon import in_list, speaks
from counterclaim.attribution.passages import Passage
from counterclaim.attribution.phrases import measured, told_of
from counterclaim.attribution.scores import Models
from counterclaim.attribution.sources import ADDRESSES, NOBODY, Source, is_passive, source_of
from counterclaim.attribution.trimming import trim
from counterclaim.attribution.writings import only_goes_on
from counterclaim.model import Sentence, Span, Spans, Token, likeness

HOPELESS = 0.12  # what neither grammar nor encoder thinks likelier than this is no cue
NO_HOPE = 0.005  # the same for words of speech: a form that leaves no doubt may be rare in what the models learned from
GOES_ON = 0.4  # from here a word continues the cue before it
CERTAIN = 1e-3  # no word counts as surer than this
ALIKE = 0.85  # from this overlap on, what the encoder offers is grammar's stretch but for its edges
NEAR = 3  # words in which the noun of an adjective stands
READ = "read"  # the way of a source or content that the encoder alone offers
PARTS = {"NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}
# Kinds that stand apart from what the encoder hears around them.
MARKS = frozenset({"colon", "colon-after", "dash", "headline"})
HEADS = frozenset({"VERB", "NOUN", "ADJ", "AUX"})


@dataclass(frozen=True, slots=True)
class Heard:
    """What the encoder says of one cue, word by word: the probabilities to belong to its source and to its content.

    `opens` is the probability that a content opens here; `counts` is true for words that are no mere punctuation and
    not the cue's own.
    """

    passage: Encoded
    source: Numbers
    content: Numbers
    opens: Numbers
    counts: Flags

    def covered(self, stretches: Sequence[Spans]) -> Flags:
        """For every stretch and every word whether its spans touch it: shape (stretches, words)."""
        touched = np.zeros((len(stretches), len(self.counts)), dtype=np.bool_)
        of = [number for number, spans in enumerate(stretches) for _ in spans]
        first = self.passage.ends.searchsorted([s.start for spans in stretches for s in spans], side="right")
        last = self.passage.starts.searchsorted([s.end for spans in stretches for s in spans])
        for number, start, end in zip(of, first, last, strict=True):
            touched[number, start:end] = True
        return touched

    def fits(self, chances: Numbers, inside: Flags) -> Numbers:
        """The log-likelihoods of all words if just those inside were meant, in nats: one for each row of `inside`."""
        outside = np.log1p(-chances) * self.counts
        fits: Numbers = inside @ (np.log(chances) * self.counts - outside) + outside.sum()
        return fits


@dataclass(frozen=True, slots=True)
class Option:
    """A content that the cue may have, and grammar's probability, if any."""

    content: Content
    probability: float | None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible cue. `likely` is grammar's probability that it is one, `heard_likely` the encoder's.

    `sources` are the offers with how well each fits, grammar's first. `inside` says for every option which words it
    holds, `fits` how well it fits what the encoder heard (`Heard.fits`).
    """

    cue: Cue
    passage: Passage
    heard: Heard
    likely: float
    heard_likely: float
    sources: tuple[tuple[Source, float], ...]
    options: tuple[Option, ...]
    inside: Flags
    fits: Numbers


def candidates_of(passage: Passage, encoded: Encoded, models: Models) -> Iterator[Candidate]:
    """Every candidate of one passage, sentence by sentence; in each what the encoder takes for cues comes first."""
    chances = encoded.cues()
    lettered = _lettered(encoded, passage)
    at = 0
    for sentence in passage.sentences:
        here = chances[at : at + len(sentence.tokens)]
        for cues, words, heard_likely in _marked(sentence, here, list(find_cues(sentence, headline=passage.headline))):
            best = _best_cue(cues, passage, models)
            hopeless = max(best[2], heard_likely) < _hope(best[0], headline=passage.headline)
            if hopeless or only_goes_on(best[0], best[1]):
                continue
            candidate = _candidate(best, words, (passage, encoded, lettered, at), models)
            if candidate:
                yield replace(candidate, heard_likely=heard_likely)
        at += len(sentence.tokens)


def _hope(cue: Cue, *, headline: bool) -> float:
    if any(measured(cue)) or (headline and cue.kind == "dash"):  # "Bridge is open - mayor": a form of few corpora
        return 0.0
    return NO_HOPE if speaks(cue.kind, cue.lemma) or cue.kind in MARKS else HOPELESS


def _marked(
    sentence: Sentence, chances: Numbers, offered: Sequence[Cue]
) -> Iterator[tuple[list[Cue], tuple[int, ...] | None, float]]:
    """What the encoder takes for cues, with grammar's candidates inside; then the candidates that are left."""
    inside = chances[:, 1] + chances[:, 2]
    left = list(offered)
    for words in _runs_of_cues(chances, sentence.tokens):
        cues = [cue for cue in offered if set(cue.words) & set(words) and cue.kind not in MARKS]
        left = [cue for cue in left if cue not in cues]
        cues = [cue for cue in cues if speaks(cue.kind, cue.lemma)] or cues  # "followed claims by A that …"
        named = not cues and is_first_name(sentence, words)  # "spokeswoman *Resila* Onyango denied"
        if not named and (cues or not any(cue.head.i in words for cue in left)):
            yield cues or [_new_cue(sentence, words, inside)], words, float(inside[list(words)].max())
    for cue in left:
        yield [cue], None, float(inside[cue.head.i])


def _runs_of_cues(chances: Numbers, tokens: Sequence[Token]) -> Iterator[tuple[int, ...]]:
    inside = chances[:, 1] + chances[:, 2]
    at = 0
    while at < len(chances):
        end = at + 1
        if inside[at] >= HOPELESS and chances[at, 1] >= chances[at, 2] / 2:
            while end < len(chances) and inside[end] >= GOES_ON and chances[end, 2] > chances[end, 1]:
                end += 1
            yield tuple(range(at, _before_deed(tokens, at, _before_date(tokens, at, end))))
        at = end


def _before_date(tokens: Sequence[Token], at: int, end: int) -> int:
    """The end of a cue without the day of saying: "claimed on the 4th" is "claimed"."""
    days = (i for i in range(at + 1, end) if tokens[i].entity in ("DATE", "TIME") or tokens[i].text[0].isdigit())
    dated = next(days, end)
    while dated < end and dated > at + 1 and tokens[dated - 1].pos in ("ADP", "DET"):
        dated -= 1
    return dated


def _before_deed(tokens: Sequence[Token], at: int, end: int) -> int:
    """The end of a cue without what is denied: "denied supporting" is "denied"."""
    denials = (i for i in range(at, end - 1) if in_list("verb", "deny", tokens[i].lemma) and tokens[i + 1].tag == "VBG")
    return next(denials, end - 1) + 1


def _new_cue(sentence: Sentence, words: tuple[int, ...], inside: Numbers) -> Cue:
    head = sentence.tokens[max(words, key=lambda i: (sentence.tokens[i].pos in HEADS, inside[i]))]
    return Cue(sentence, head, words, PARTS.get(head.pos, "verb"), head.lemma)


def _best_cue(cues: Sequence[Cue], passage: Passage, models: Models) -> tuple[Cue, Source, float]:
    rated = []
    for cue in cues:
        source = source_of(cue, passage)
        rated.append((cue, source, models.cue.probability(cue_features(cue, source, passage))))
    return max(rated, key=lambda row: row[2])


def _candidate(
    best: tuple[Cue, Source, float],
    words: tuple[int, ...] | None,
    place: tuple[Passage, Encoded, Flags, int],
    models: Models,
) -> Candidate | None:
    cue, source, likely = best
    passage, encoded, lettered, at = place
    tokens = cue.sentence.tokens
    words = words or cue.words
    roles = encoded.roles((Span(tokens[words[0]].span.start, tokens[words[-1]].span.end),))
    closed = np.zeros(len(roles), dtype=np.bool_)
    closed[[at + word for word in words]] = True
    labels = best_labels(roles, closed)
    heard = _heard(roles, lettered & ~closed, encoded)
    read = _read_content(labels, heard, passage, cue, at)
    whole = replace(cue, words=words)
    options = tuple(_options((whole, source, passage), read, models))
    if not options:
        return None
    inside = heard.covered([option.content.spans for option in options])
    fits = heard.fits(heard.content, inside)
    sources = tuple(_sources(cue, source, labels, heard, at))
    return Candidate(whole, passage, heard, likely, 0.0, sources, options, inside, fits)


def _lettered(encoded: Encoded, passage: Passage) -> Flags:
    """For every word whether it is more than punctuation."""
    return np.array([any(map(str.isalnum, word.of(passage.text))) for word in encoded.words], dtype=np.bool_)


def _heard(roles: Numbers, counts: Flags, encoded: Encoded) -> Heard:
    return Heard(
        encoded,
        np.clip(roles[:, BEGINS_SOURCE] + roles[:, IN_SOURCE], CERTAIN, 1 - CERTAIN),
        np.clip(roles[:, BEGINS_CONTENT] + roles[:, IN_CONTENT], CERTAIN, 1 - CERTAIN),
        roles[:, BEGINS_CONTENT],
        counts,
    )


def _options(asked: tuple[Cue, Source, Passage], read: Content | None, models: Models) -> Iterator[Option]:
    cue, source, passage = asked
    seen = set()
    near: dict[tuple[str, ...], float] = {}
    for content in contents_of(cue, source, passage):
        if _leaves_a_crumb(content, cue) or _holds_a_lead(content, cue, passage):
            continue
        seen.add(content.spans)
        probability = models.content.probability(content_features(content, cue, source, passage))
        yield Option(content, probability)
        near[content.names] = likeness(content.spans, read.spans) if read else 0.0
    if read and read.spans not in seen:
        names = max(near, key=near.__getitem__, default=())
        known = names if near.get(names, 0.0) >= ALIKE else ()
        yield Option(replace(read, names=(READ, *known)), None)


def _leaves_a_crumb(content: Content, cue: Cue) -> bool:
    """Is one of several stretches a lone pronoun or article, left over where the cue's own clause was cut out?"""
    small = [t.span for t in cue.sentence.tokens if t.pos in ("PRON", "DET")]
    return len(content.spans) > 1 and any(span in small for span in content.spans)


def _holds_a_lead(content: Content, cue: Cue, passage: Passage) -> bool:
    """ "Voicing his anger, the mayor, A. B., said: “We …”": what led to the speaker is not what the speaker said."""
    first, last = content.spans[0], content.spans[-1]
    quote = passage.quote_at(last.start)
    if len(content.spans) < 2 or first.start > cue.head.span.start or quote is None or quote.inner.start < first.end:
        return False
    opening = next((token for token in cue.sentence.tokens if token.span.start >= first.start), None)
    led = opening is not None and opening.tag in ("VBG", "VBN", "IN") and opening.dep in ("advcl", "prep", "ROOT")
    return led and passage.quote_at(first.start) is None and passage.text[last.start].isupper()


def _read_content(labels: Sequence[int], heard: Heard, passage: Passage, cue: Cue, at: int) -> Content | None:
    """The content that the encoder alone would give; none for two "according to" in a sentence, which it mixes up."""
    tokens = cue.sentence.tokens
    if cue.kind == "according" and sum(token.text.lower() == "according" for token in tokens) > 1:
        return None
    spans, words = [], []
    end = at + told_of(cue)
    runs = list(_runs(labels, BEGINS_CONTENT, IN_CONTENT))
    for opens, read_last in runs:
        last = min(read_last, end - 1) if at <= opens < end else read_last
        if opens == last and len(runs) > 1:
            continue  # a lone word is what the encoder was unsure of
        first = opens
        if at <= opens < at + len(tokens):
            kept = kept_words(cue, range(opens - at, min(last - at + 1, len(tokens))), set())
            first = at + kept[0] if kept else opens
        span = trim(passage.text, heard.passage.words[first].start, heard.passage.words[last].end)
        if span and any(letter.isalnum() for letter in span.of(passage.text)):
            spans.append(span)
            words += [i - at for i in range(first, last + 1) if 0 <= i - at < len(tokens)]
    return Content(tuple(spans), tuple(words), (READ,)) if spans and words else None


def _sources(cue: Cue, source: Source, labels: Sequence[int], heard: Heard, at: int) -> Iterator[tuple[Source, float]]:
    offers = [source]
    read = _read_source(cue, labels, heard, at)
    if read and read.words != source.words and not _cuts_off(read, source, cue):
        offers.append(read)
    if source.words:
        offers.append(NOBODY)
    fits = heard.fits(heard.source, heard.covered([_spans_of(offer, cue) for offer in offers]))
    yield from zip(offers, fits.tolist(), strict=True)


def _cuts_off(read: Source, source: Source, cue: Cue) -> bool:
    """Does it leave out whose they are: "a spokesman" of "a spokesman of the army"?"""
    left = source.words[len(read.words) :]
    return source.words[: len(read.words)] == read.words and bool(left) and cue.sentence.tokens[left[0]].text == "of"


def _read_source(cue: Cue, labels: Sequence[int], heard: Heard, at: int) -> Source | None:
    """The run of words in the cue's sentence that the encoder takes for the source."""
    tokens = cue.sentence.tokens
    runs = [
        (first - at, last - at)
        for first, last in _runs(labels, BEGINS_SOURCE, IN_SOURCE)
        if at <= first and last < at + len(tokens)
    ]
    if not runs:
        return None
    first, last = max(runs, key=lambda run: float(heard.source[at + run[0] : at + run[1] + 1].max()))
    if all(token.pos == "DET" for token in tokens[first : last + 1]):  # "The" of "The Doctors' Union"
        last = max(last, tokens[last].head)
    noun = tokens[last].head if tokens[last].pos == "ADJ" or tokens[last].entity == "NORP" else last
    if last < noun < last + NEAR:
        last = noun  # "Its Peruvian" of "Its Peruvian counterpart"
    while last > first and tokens[last].pos == "ADP":  # "her message on" of "her message on social media"
        last -= 1
    head = _head(tokens[first : last + 1])
    if cue.lemma in ADDRESSES and head.i > cue.head.i:
        return None  # behind "told" stands who was told
    if cue.kind == "verb" and is_passive(cue.sentence, cue.head) and (head.dep == "nsubjpass" or _undergoes(cue, head)):
        return None  # "he was accused of", "his claim was disputed": of whom it is said, not who says it
    return Source(tuple(range(first, last + 1)), head, READ)


def _undergoes(cue: Cue, owner: Token) -> bool:
    """Does their claim undergo the verb, and is it told by whom: "the mayor's report was denied by the firm"?"""
    children = cue.sentence.children(cue.head)
    below = {t.i for child in children if child.dep == "nsubjpass" for t in cue.sentence.subtree(child)}
    return owner.dep == "poss" and owner.i in below and any(child.dep == "agent" for child in children)


def _head(tokens: Sequence[Token]) -> Token:
    """The word that hangs on none of the others."""
    inside = {token.i for token in tokens}
    return next((token for token in tokens if token.head not in inside), tokens[-1])


def _spans_of(source: Source, cue: Cue) -> Spans:
    tokens, words = cue.sentence.tokens, source.words
    return (Span(tokens[words[0]].span.start, tokens[words[-1]].span.end),) if words else ()


def _runs(labels: Sequence[int], opens: int, goes_on: int) -> Iterator[tuple[int, int]]:
    """First and last word of every stretch."""
    at = 0
    while at < len(labels):
        end = at + 1
        if labels[at] == opens:
            while end < len(labels) and labels[end] == goes_on:
                end += 1
            yield at, end - 1
        at = end
