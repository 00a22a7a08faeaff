"""The outlet's own voice, where it states a typed frame.

Enter the scene, the attributions and the packs; leaves claims without a claimant. Only main clauses of whole
sentences that no
attribution touches are read, and only propositions anchored there: a subordinate clause or a noun in passing is no
report.
"""

from dataclasses import replace

from counterclaim.frames.assemble import claim_id
from counterclaim.frames.pack import Pack
from counterclaim.frames.rivals import proposed
from counterclaim.frames.scene import Scene
from counterclaim.frames.stretch import Stretch, span_of, stretch_of
from counterclaim.frames.view import View
from counterclaim.frames.wordlists import words_of
from counterclaim.model import (
    Attribution,
    BlockKind,
    Claim,
    Modality,
    Proposition,
    Quotation,
    Sentence,
    Span,
    Stance,
    Token,
)

READ = (BlockKind.PARAGRAPH, BlockKind.HEADLINE)
RESERVED = words_of("narration.reserved")
CONFIDENCE, RESERVED_CONFIDENCE = 0.6, 0.7
QUOTES = frozenset('"“”„«»‘')
OPENINGS = words_of("narration.openings")


def own_sentences(scene: Scene, attributions: tuple[Attribution, ...]) -> list[Sentence]:
    """The sentences that no attribution touches, in reading order."""
    taken = {
        sentence.index for a in attributions for sentence in scene.sentences_over(a.part, a.content + a.cue + a.source)
    }
    return [one for one in scene.parsed.sentences if one.kind in READ and one.index not in taken]


def narration(scene: Scene, sentence: Sentence, packs: tuple[Pack, ...], earlier: tuple[Claim, ...]) -> Claim | None:
    """The claim that a sentence makes for the outlet itself; None where it states no typed frame."""
    reserve = _reserved(sentence)
    tokens = reserve or _statement(scene, sentence)
    stretch = stretch_of(sentence, (span_of(tokens),)) if tokens else None
    if stretch is None:
        return None
    stance = Stance.UNCONFIRMED if reserve else Stance.ASSERTS
    content = (span_of(list(stretch.tokens)),)
    view = View(scene, sentence.part, content, (stretch,), None, Quotation.NARRATION, stance, earlier=earlier)
    propositions = tuple(p for p in proposed(view, packs) if reserve or _is_main(stretch, p))
    if not propositions:
        return None
    article = scene.parsed.article
    if reserve:
        propositions = tuple(replace(p, negated=False) for p in propositions)
    return Claim(
        id=claim_id(article, sentence.part, content, (), None),
        article=article.id,
        document=article.document,
        part=sentence.part,
        claimant=None,
        source_spans=(),
        cue_spans=(),
        content_spans=content,
        content=content[0].of(article.part(sentence.part)),
        quotation=Quotation.NARRATION,
        stance=stance,
        propositions=propositions,
        confidence=RESERVED_CONFIDENCE if reserve else CONFIDENCE,
        outlet=article.outlet,
        published=article.published,
    )


def _reserved(sentence: Sentence) -> list[Token]:
    """What the outlet passes on without vouching for it: "it has not been confirmed whether …"."""
    root = sentence.root
    lemmas = {root.lemma, *(child.lemma for child in sentence.children(root) if child.dep in ("acomp", "attr"))}
    doubts = any(child.dep == "neg" or child.text.lower() in ("not", "yet") for child in sentence.children(root))
    if not lemmas & RESERVED or not (doubts or any(lemma.startswith("un") for lemma in lemmas)):
        return []
    clauses = [
        t for t in sentence.tokens if t.dep in ("ccomp", "csubj", "xcomp", "advcl") and sentence.head(t).i <= root.i + 3
    ]
    if not clauses:
        return []
    return _trimmed([t for t in sentence.subtree(clauses[0]) if t.dep != "mark" or sentence.head(t) is not clauses[0]])


def _statement(scene: Scene, sentence: Sentence) -> list[Token]:
    """The sentence without dateline, opening adverb, quote marks and full stop; nothing for a question."""
    headline = sentence.kind is BlockKind.HEADLINE
    quoted = any(token.text in QUOTES for token in sentence.tokens) or any(
        token.text.lower() == "according" for token in sentence.tokens
    )
    if sentence.tokens[-1].text == "?" or quoted or (sentence.root.pos not in ("VERB", "AUX") and not headline):
        return []
    dateline = scene.parsed.article.dateline
    tokens = list(sentence.tokens)
    if dateline is not None:
        tokens = [token for token in tokens if token.span.start >= dateline.end or not token.span.overlaps(dateline)]
        tokens = [token for token in tokens if token.span.start >= dateline.end or token.span.end <= dateline.start]
    return _trimmed(tokens)


def _trimmed(tokens: list[Token]) -> list[Token]:
    while tokens and (tokens[0].pos == "PUNCT" or tokens[0].text.lower() in OPENINGS):
        tokens = tokens[1:]
    while tokens and tokens[-1].pos == "PUNCT":
        tokens = tokens[:-1]
    return tokens


def _is_main(stretch: Stretch, proposition: Proposition) -> bool:
    """Is the proposition what the main clause states?"""
    if proposition.modality is not Modality.ACTUAL or not proposition.evidence:
        return False
    evidence = proposition.evidence[0]
    root = stretch.sentence.root
    mains = [root, *(token for token in stretch.tokens if token.dep == "conj" and stretch.head(token) is root)]
    return any(_evidence_of(stretch, main) == evidence for main in mains)


def _evidence_of(stretch: Stretch, token: Token) -> Span:
    return span_of(stretch.subtree(token))
