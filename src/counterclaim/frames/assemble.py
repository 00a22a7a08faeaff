"""One attribution with its speaker → one claim.

Enter the article's scene, the attribution with its speaker and relays, the claims before it and the packs; leaves a
`Claim`. Nothing is dropped: who cannot be resolved keeps the source's words as a name. A thought is told by the outlet
in its own voice and commits nobody to a proposition.
"""

import math
from dataclasses import replace

from counterclaim.frames.carried import carried, shared_with
from counterclaim.frames.pack import Pack
from counterclaim.frames.rivals import proposed
from counterclaim.frames.saying import said, spoken_times
from counterclaim.frames.scene import Scene
from counterclaim.frames.statement import statement
from counterclaim.frames.stretch import Stretch, stretch_of
from counterclaim.frames.view import View
from counterclaim.frames.wordlists import words_of
from counterclaim.model import (
    Article,
    Attribution,
    Claim,
    EntityKind,
    Part,
    Proposition,
    Quotation,
    Ref,
    Span,
    Spans,
    Stance,
    digest,
)

UNNAMED = "unnamed source"
# Plain statements in no frame that are less sure, or that readers who list claims would hardly list, are told in
# passing; of denials, demands and what can be compared only what they would not list at all. What is SAID so surely is
# a claim whatever they would list.
SURE, LISTED, TELLING, SAID = 0.5, 0.27, 0.22, 0.75
DENYING, FALSE = words_of("assemble.denying"), words_of("assemble.false")


def claim_of(
    scene: Scene,
    attribution: Attribution,
    speaker: tuple[Ref | None, tuple[str, ...]],
    earlier: tuple[Claim, ...],
    packs: tuple[Pack, ...],
    inner: Spans = (),
) -> Claim:
    """The claim that an attribution makes; `speaker` is whom the cast resolved it to, with the relays.

    `inner` are the words in which it tells what somebody else says: what those come to is the other's claim.
    """
    article = scene.parsed.article
    text = article.part(attribution.part)
    own = attribution.quotation is Quotation.NARRATION
    claimant = None if own else speaker[0] or _unresolved(attribution, text)
    day = said(scene, attribution, earlier)
    view = replace(view_of(scene, attribution, claimant, earlier), spoken=spoken_times(scene, attribution, day))
    read = _outside(view, propositions(view, attribution, packs), inner) if attribution.speech else ()
    asks = _only_asks(attribution, text) or _is_interviewer(attribution, article.outlet, text)
    asks |= claimant is not None and claimant.entity is None and claimant.name.lower() == "you"  # "Did you not say …?"
    speech = attribution.speech and not asks and _counts(attribution, read)
    return Claim(
        id=claim_id(article, attribution.part, attribution.content, attribution.source, claimant),
        article=article.id,
        document=article.document,
        part=attribution.part,
        claimant=claimant,
        source_spans=attribution.source,
        cue_spans=attribution.cue,
        content_spans=attribution.content,
        content=" ".join(span.of(text) for span in attribution.content),
        quotation=attribution.quotation if speech else Quotation.NARRATION,
        stance=attribution.stance,
        propositions=read if speech else (),
        confidence=_sure(attribution) if speech else attribution.confidence,
        channel=attribution.channel,
        relayed_by=speaker[1] or attribution.relayed_by,
        answers=answered(scene, attribution, earlier) or (shared_with(view) if speech else None),
        said=day if speech else None,
        outlet=article.outlet,
        published=article.published,
        speech=speech,
    )


def _outside(view: View, read: tuple[Proposition, ...], inner: Spans) -> tuple[Proposition, ...]:
    """What is not told in words that are another's; a statement where nothing else is left."""
    own = tuple(p for p in read if not (p.evidence and all(any(_lies_in(e, i) for i in inner) for e in p.evidence)))
    if own or not read:
        return own
    fallback = statement(view)
    return (fallback,) if fallback is not None else ()


def _lies_in(words: Span, inner: Span) -> bool:
    """Is it no more than the other's words and the "that" before them?"""
    return words.start >= inner.start - len("that ") and words.end <= inner.end + 1 and words.overlaps(inner)


def _counts(attribution: Attribution, read: tuple[Proposition, ...]) -> bool:
    """Is it a claim, not told in passing?

    What answers another's claim is one; of denials, demands, plans and of what can be compared nearly all; of plain
    statements those that are sure enough and that readers would list.
    """
    if attribution.quotation is Quotation.NARRATION or attribution.answers or attribution.confidence >= SAID:
        return True
    if attribution.stance is not Stance.ASSERTS or any(proposition.frame != "statement" for proposition in read):
        return attribution.listed >= TELLING
    return attribution.listed >= LISTED and (attribution.confidence >= SURE or not attribution.cue)


def _only_asks(attribution: Attribution, text: str) -> bool:
    """ "Will you pay?": who only asks claims nothing. A question behind a statement is part of what is said."""
    *before, last = (span.of(text).strip(" \"'“”‘’") for span in attribution.content)
    if before and last[:1].isupper():
        return False  # "“He works hard,” she said. “Don't we love him?”"
    said = " ".join([*before, last])
    return said.endswith("?") and not any(mark in said[:-1] for mark in ".!?")


def _is_interviewer(attribution: Attribution, outlet: str | None, text: str) -> bool:
    """ "NORTHERN MAIL:" or "NM:" before a turn of a talk: the outlet itself, which leads it and claims nothing, as does
    who is called "Q:"."""
    label = " ".join(span.of(text) for span in attribution.source).casefold().removeprefix("the ")
    marked = [span.of(text) for span in attribution.cue] == [":"]
    if marked and label in ("q", "question"):
        return True
    if not (marked and label and outlet):
        return False
    words = outlet.casefold().removeprefix("the ").split()
    return label in (" ".join(words), "".join(word[0] for word in words), words[-1])


def _sure(attribution: Attribution) -> float:
    """Geometric mean of the probabilities that who and what are right, and that readers would list it."""
    if not attribution.cue:
        return attribution.confidence
    return round(math.sqrt(attribution.confidence * attribution.listed), 4)


def claim_id(article: Article, part: Part, content: Spans, source: Spans, claimant: Ref | None) -> str:
    """The same words of the same source in the same article always make the same id."""
    spans = (";".join(f"{span.start}-{span.end}" for span in found) for found in (content, source))
    return digest("c", article.id, part, *spans, claimant.name if claimant else "")


def view_of(scene: Scene, attribution: Attribution, claimant: Ref | None, earlier: tuple[Claim, ...]) -> View:
    """What packs see of an attribution."""
    over = scene.sentences_over(attribution.part, attribution.content)
    stretches = tuple(s for sentence in over if (s := stretch_of(sentence, attribution.content)) is not None)
    lemmas = frozenset(
        token.lemma
        for sentence in scene.sentences_over(attribution.part, attribution.cue)
        for token in sentence.tokens
        if any(token.span.overlaps(span) for span in attribution.cue)
    )
    indirect = attribution.quotation is not Quotation.DIRECT
    return View(
        scene=scene,
        part=attribution.part,
        content=attribution.content,
        stretches=stretches,
        claimant=claimant,
        quotation=attribution.quotation,
        stance=attribution.stance,
        denied=attribution.stance is Stance.DENIES
        and indirect
        and (not lemmas.isdisjoint(DENYING) or _called_false(stretches)),
        earlier=earlier,
        cue=attribution.cue,
        source=attribution.source,
        cue_lemmas=lemmas,
    )


def _called_false(stretches: tuple[Stretch, ...]) -> bool:
    """ "(Called) the report of nine drones a lie", "… fabrications of the enemy's papers"."""
    told = [token for stretch in stretches for token in stretch.tokens if token.pos != "PUNCT"]
    last = next((n for n, token in enumerate(told) if n and token.text.lower() in FALSE), None)
    if last is not None and any(
        token.lemma == "be" and token.i < told[last].i for token in told[max(0, last - 3) : last]
    ):
        return False  # "(said) the reports were lies": the verb says so itself
    return last is not None and (last == len(told) - 1 or told[last + 1].text.lower() in ("of", "by", "from"))


def propositions(view: View, attribution: Attribution, packs: tuple[Pack, ...]) -> tuple[Proposition, ...]:
    """What the packs read; where they read nothing, what an earlier claim lends; else one statement."""
    found = proposed(view, packs)
    if found:
        own = own_words(view) if view.denied else None
        return (
            tuple(negation_of(p) if own is None or not _said_after(p, own) else p for p in found)
            if view.denied
            else found
        )
    lent = carried(view, answered(view.scene, attribution, view.earlier))
    if lent:
        return lent
    fallback = statement(view)
    return (fallback,) if fallback is not None else ()


def _said_after(proposition: Proposition, offset: int) -> bool:
    return bool(proposition.evidence) and proposition.evidence[0].start >= offset


def own_words(view: View) -> int | None:
    """Where, in a denial, the denier's own words begin: "rejected this: no camp had been attacked"."""
    text = view.scene.parsed.article.part(view.part)
    for span in view.content:
        colon = text.find(": ", span.start, span.end)
        if colon >= 0:
            return colon
    return None


def answered(scene: Scene, attribution: Attribution, earlier: tuple[Claim, ...]) -> Ref | None:
    """Whose claim is denied or confirmed, where the words name them."""
    for span in attribution.answers:
        sentence = scene.parsed.sentence_at(attribution.part, span.start)
        for mention in scene.mentions_in(sentence) if sentence is not None else ():
            if mention.span.overlaps(span) and mention.kind is not EntityKind.PLACE:
                return scene.ref(mention)
        words = span.of(scene.parsed.article.part(attribution.part))
        for claim in reversed(earlier):
            if claim.claimant is not None and claim.claimant.name.split()[-1] in words:
                return claim.claimant
    return None


def _unresolved(attribution: Attribution, text: str) -> Ref:
    words = " ".join(span.of(text) for span in attribution.source)
    name = words.removeprefix("the ").removeprefix("The ").removeprefix("a ").removeprefix("A ") or UNNAMED
    return Ref(name, words or UNNAMED, None, EntityKind.GROUP)


def negation_of(proposition: Proposition) -> Proposition:
    """The same, with its polarity turned."""
    if proposition.frame == "statement":
        return proposition
    return Proposition(
        proposition.frame,
        proposition.arguments,
        not proposition.negated,
        proposition.modality,
        proposition.when,
        proposition.evidence,
    )
