"""The mouth inside an outlet's report that was heard as a whole: "Delta Radio said the mayor had told it that …".

Enters the attributions of an article; leaves those that stand inside an outlet's and that nothing else found. What an
outlet reports somebody to have said is that person's claim, never the outlet's.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.attribution.choose import Found
from counterclaim.attribution.contents import Content
from counterclaim.attribution.cues import Cue
from counterclaim.attribution.lexicon import speaks
from counterclaim.attribution.outlets import outlet_in
from counterclaim.attribution.passing import source_words
from counterclaim.attribution.sources import source_of
from counterclaim.attribution.trimming import trim
from counterclaim.model import Sentence, Token

CLAUSE = "sub:ccomp"
PEOPLE = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def heard_inside(found: Sequence[Found]) -> list[Found]:
    """The attributions with the missed ones behind the outlets' own."""
    heads = {(one.passage.block, one.cue.head.span) for one in found}
    return [
        each for one in found
        for each in (one, *(new for new in _inner(one) if (one.passage.block, new.cue.head.span) not in heads))
    ]  # fmt: skip


def _inner(outer: Found) -> Iterator[Found]:
    """What the outlet's whole report says that somebody said."""
    if outer.cue.kind not in ("verb", "according") or not outlet_in(source_words(outer)):
        return
    sentence, text = outer.cue.sentence, outer.passage.text
    for verb in _verbs(outer):
        clause = _clause(sentence, verb) if speaks("verb", verb.lemma) else ()
        span = trim(text, clause[0].span.start, clause[-1].span.end) if clause else None
        if span is None or not any(content.covers(span) for content in outer.content.spans):
            continue
        cue = Cue(sentence, verb, (verb.i,), "verb", verb.lemma)
        source = source_of(cue, outer.passage)
        if source.head is not None and (source.head.entity in PEOPLE or source.head.pos in ("NOUN", "PRON")):
            content = Content((span,), tuple(token.i for token in clause), (CLAUSE,))
            yield replace(outer, cue=cue, source=source, content=content, carrier="", formed=False)


def _verbs(outer: Found) -> tuple[Token, ...]:
    """The main verbs of what the outlet reports."""
    sentence, head = outer.cue.sentence, outer.cue.head
    if outer.cue.kind == "according":
        return (sentence.head(head),)
    return tuple(child for child in sentence.children(head) if child.dep == "ccomp")


def _clause(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """The clause that the verb introduces, without its "that", or that stands before it."""
    below = next((child for child in sentence.children(verb) if child.dep == "ccomp"), None)
    words = list(sentence.subtree(below)) if below else []
    words = [token for token in words if (token.i > verb.i) == (words[0].i > verb.i)]
    while words and (words[0].dep == "mark" or words[0].text.lower() == "that" or words[0].pos == "PUNCT"):
        words = words[1:]
    while words and words[-1].pos == "PUNCT":
        words = words[:-1]
    return tuple(words)
